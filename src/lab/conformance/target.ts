import { request } from "node:http";
import { request as secureRequest } from "node:https";
import { connect } from "node:net";

/** A service that speaks Akismet's protocol. */
export interface Target {
  readonly url: URL;
  readonly key: string;
  /** The blog's address, as every call names it. */
  readonly blog: string;
}

export interface Sent {
  readonly method?: "GET" | "POST";
  /** With the query, such as `/1.1/verify-key`. */
  readonly path: string;
  /** First label put before the target's host. */
  readonly label?: string;
  readonly type?: string;
  readonly body?: string | Buffer;
  /** User-Agent. */
  readonly client?: string;
}

export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Latin-1, a character a byte. */
  readonly body: string;
}

const TIME_LIMIT = 15_000;
export const FORM = "application/x-www-form-urlencoded";

/** One request, byte for byte as given. Throws when there is no answer. */
export function send(
  { url }: Target,
  { method = "POST", path, label, type, body, client = "Conformance/1.0 | Hamlet/1.0" }: Sent,
): Promise<Got> {
  const open = url.protocol === "https:" ? secureRequest : request;
  const host = label === undefined ? url.host : `${label}.${url.host}`;
  const headers: Record<string, string> = { host, "user-agent": client };
  if (body !== undefined) headers["content-type"] = type ?? FORM;
  return new Promise((resolve, reject) => {
    const sent = open(
      {
        hostname: url.hostname,
        port: url.port,
        servername: host.split(":")[0],
        method,
        path,
        headers,
        timeout: TIME_LIMIT,
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers as Record<string, string>,
            body: Buffer.concat(parts).toString("latin1"),
          }),
        );
      },
    );
    sent.on("error", reject).on("timeout", () => sent.destroy(new Error("no answer")));
    sent.end(body);
  });
}

/** The same in HTTP/1.0, as PHP's old samples write it: by hand, until the server closes. http only. */
export function sendOld({ url }: Target, path: string, body: string): Promise<Got> {
  const head = [
    `POST ${path} HTTP/1.0`,
    `Host: ${url.host}`,
    `Content-Type: ${FORM}; charset=utf-8`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "User-Agent: WordPress/7.1 | Akismet/5.7.2",
  ];
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(Number(url.port || 80), url.hostname, () =>
      socket.write(`${head.join("\r\n")}\r\n\r\n${body}`),
    );
    socket.setTimeout(TIME_LIMIT, () => socket.destroy(new Error("the connection was not closed")));
    socket.on("data", (part) => parts.push(part)).on("error", reject);
    socket.on("close", () => resolve(readAnswer(Buffer.concat(parts).toString("latin1"))));
  });
}

function readAnswer(text: string): Got {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  const [first = "", ...lines] = head.split("\r\n");
  const headers = lines.map((line) => [line.split(":")[0]?.toLowerCase(), line.replace(/^[^:]*:\s*/, "")]);
  return {
    status: Number(first.split(" ")[1]),
    headers: Object.fromEntries(headers),
    body: rest.join("\r\n\r\n"),
  };
}
