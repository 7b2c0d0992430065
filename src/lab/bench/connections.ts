import { Agent, request } from "node:http";

/** A request as it is sent. */
export interface Sent {
  readonly url: string | URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How many requests go at once, each over a connection of its own that is kept. */
export const CONNECTIONS = 16;

/**
 * Sends so many requests by POST, the n-th as `sent` says; each answer goes to `answered`. Its connections are its own, and closed at
 * the end: workerd ends one that was idle for seconds, just as the next request may be on its way.
 */
export async function sendAll(
  count: number,
  sent: (n: number) => Sent,
  answered: (status: number, ms: number) => void = () => undefined,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let next = 0;
  const client = async () => {
    while (next < count) {
      const one = sent(next++);
      const start = performance.now();
      const status = await post(agent, one);
      answered(status, performance.now() - start);
    }
  };
  try {
    await Promise.all(Array.from({ length: CONNECTIONS }, client));
  } finally {
    agent.destroy();
  }
}

/** How often a request is sent again at most. */
const AGAIN = 5;

/**
 * Answers the status, once the answer has been read. workerd that stood still for five seconds, as on a busy disk, takes a connection
 * for idle on which a request waits already, be it new or kept, and ends it unread: that request is sent again.
 */
const post = (agent: Agent, one: Sent, tries = AGAIN): Promise<number> =>
  new Promise((resolve, reject) => {
    const { url, headers = {}, body } = one;
    const sending = request(url, { agent, method: "POST", headers }, (response) => {
      response.once("end", () => resolve(response.statusCode ?? 0));
      response.once("error", reject);
      response.resume();
    });
    sending.once("error", (failure: NodeJS.ErrnoException) => {
      if (failure.code === "ECONNRESET" && tries > 0) resolve(post(agent, one, tries - 1));
      else reject(failure);
    });
    sending.end(body);
  });
