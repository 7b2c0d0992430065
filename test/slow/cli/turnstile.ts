import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const SECRET = "0x4AAA-the-secret";

/** What a widget on some page was given. */
interface Solved {
  readonly hostname: string;
  readonly action: string;
  readonly metadata?: object;
}

/** How it fails to answer. */
export type Fault = "silent" | "endless" | "broken" | "gateway" | "moved" | "hangs up";

/** Turnstile's siteverify on this machine, by its documented answers: each response serves once, and for one secret. */
export class Turnstile {
  url = "";
  /** Whether it answers, and how not. */
  fault: Fault | undefined;
  readonly asked: string[] = [];
  readonly #solved = new Map<string, Solved>();
  readonly #spent = new Set<string>();
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/turnstile/v0/siteverify`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** What the widget puts into the form of a page. */
  solve(
    response: string,
    { hostname = "blog.example", action = "comment", ...more }: Partial<Solved> = {},
  ): string {
    this.#solved.set(response, { hostname, action, ...more });
    return response;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    this.asked.push(text);
    const { fault } = this;
    if (fault === "silent") return;
    if (fault === "hangs up") return void request.socket.destroy();
    const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
    const said =
      request.method === "POST" && isForm ? this.#verify(new URLSearchParams(text)) : no("bad-request");
    response.setHeader("content-type", "application/json");
    if (fault === "endless") return void response.write('{"success": ');
    if (fault === "moved") return void response.writeHead(307, { location: `${this.url}/again` }).end();
    if (fault === "broken")
      return void response.writeHead(500).end(JSON.stringify({ ...said, success: true }));
    if (fault === "gateway") return void response.writeHead(502).end("<html>Bad gateway");
    response.end(JSON.stringify(said));
  }

  #verify(fields: URLSearchParams) {
    const response = fields.get("response") ?? "";
    if (fields.get("secret") !== SECRET) return no("invalid-input-secret");
    const solved = this.#solved.get(response);
    if (!solved) return no("invalid-input-response");
    if (this.#spent.has(response)) return no("timeout-or-duplicate");
    this.#spent.add(response);
    return {
      success: true,
      "error-codes": [],
      challenge_ts: "2026-11-28T08:00:00.000Z",
      cdata: "",
      ...solved,
    };
  }
}

const no = (code: string) => ({ success: false, "error-codes": [code], messages: [] });
