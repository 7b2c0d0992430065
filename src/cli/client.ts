import { join } from "node:path";
import type { Answer } from "../contract/verdict.ts";
import { Refusal } from "./command.ts";
import { readSecrets } from "./secrets-file.ts";
import { ROOT } from "./service.ts";

/** How often a request that found no answer, or was told to wait, is sent again. */
const MOST_TRIES = 20;
const LONGEST_WAIT = 30_000;
const LONGEST_ANSWER = 60_000;

export interface Reply<T> {
  readonly status: number;
  readonly body: T;
}

/** A secret from the environment, else from .dev.vars. */
export function secret(name: string): string {
  const value = process.env[name] ?? readSecrets(join(ROOT, ".dev.vars"))[name];
  if (value === undefined)
    throw new Refusal(`${name} is neither in the environment nor in .dev.vars; npm start makes it.`, 1);
  return value;
}

/** One call of the API; a text is sent as lines of JSON. Throws when there is no connection, or no answer in a minute. */
export async function call<T>(
  base: string,
  key: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Reply<T>> {
  const response = await fetch(base + path, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body !== undefined && {
        "content-type": typeof body === "string" ? "application/x-ndjson" : "application/json",
      }),
    },
    signal: AbortSignal.timeout(LONGEST_ANSWER),
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  if (response.status === 429 || response.status === 503) {
    await response.body?.cancel();
    throw new Later(Number(response.headers.get("retry-after") ?? 1) * 1000);
  }
  const text = await response.text();
  return { status: response.status, body: (text === "" ? undefined : JSON.parse(text)) as T };
}

/** The service asked to come back later, in so many milliseconds. */
class Later extends Error {
  readonly wait: number;

  constructor(wait: number) {
    super("the service asked to come back later");
    this.wait = wait;
  }
}

/** The same until there is an answer: with the same id a repeat is the same submission. */
export async function callUntilAnswered<T>(...request: Parameters<typeof call>): Promise<Reply<T>> {
  for (let tries = 1; ; tries++) {
    try {
      return await call<T>(...request);
    } catch (failure) {
      if (tries >= MOST_TRIES) throw failure;
      const wait = failure instanceof Later ? failure.wait : 100 * tries;
      await new Promise((resolve) => setTimeout(resolve, Math.min(wait, LONGEST_WAIT)));
    }
  }
}

/** Posts a comment to a site. */
export const postComment = (base: string, key: string, site: string, comment: unknown) =>
  callUntilAnswered<Answer>(base, key, "POST", `/v1/sites/${site}/comments`, comment);

/** Where Hamlet runs on this machine: PORT says it to every command. */
export const LOCAL = `http://localhost:${process.env.PORT || 8787}`;

/** The option of every command that talks to a running Hamlet. */
export const urlOption = {
  type: "string",
  default: LOCAL,
  value: "URL",
  help: `where Hamlet runs (${LOCAL}; PORT changes it)`,
} as const;

/** Answers an address without a slash at its end, once a service answers there; else refuses in a sentence. */
export async function running(url: string): Promise<string> {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new Refusal(`The address of a Hamlet is such as ${LOCAL}, not ${url}.`);
  const base = url.replace(/\/+$/, "");
  const health = await fetch(`${base}/health`).catch(() => undefined);
  if (health === undefined) throw new Refusal(`Nothing answers at ${base}. Start Hamlet first: npm start`, 1);
  if (!health.ok)
    throw new Refusal(`What answers at ${base} is no Hamlet that works: status ${health.status}.`, 1);
  return base;
}
