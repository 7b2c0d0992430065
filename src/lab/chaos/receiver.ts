import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Webhook } from "standardwebhooks";

/** An event as the blog got it. */
interface Received {
  readonly id: string;
  readonly comment: string;
  readonly sequence: number;
  readonly status: string;
}

const moods = {
  /** Takes the event and says so. */
  good: 0.45,
  /** Takes the event and says that it did not. */
  liar: 0.15,
  error: 0.15,
  redirect: 0.1,
  hang: 0.05,
  drop: 0.1,
} as const;

type Mood = keyof typeof moods;

/** A blog's endpoint that misbehaves at random; it verifies with nothing but the standardwebhooks library. */
export class Receiver {
  readonly received: Received[] = [];
  readonly moods: Record<Mood, number> = { good: 0, liar: 0, error: 0, redirect: 0, hang: 0, drop: 0 };
  /** Requests whose signature did not fit, and those that followed a redirect. */
  unsigned = 0;
  followed = 0;
  #calm = false;
  #webhook: Webhook | undefined;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  /** Answers its address. */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, "127.0.0.1", resolve));
    return `http://127.0.0.1:${port}/events`;
  }

  /** The secret of the site's deliveries. */
  trust(secret: string): void {
    this.#webhook = new Webhook(secret);
  }

  /** From now on every event is taken. */
  calm(): void {
    this.#calm = true;
    this.#server.closeAllConnections();
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.on("error", () => undefined);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (request.url?.startsWith("/elsewhere")) this.followed++;
    const mood = this.#calm ? "good" : pick();
    this.moods[mood]++;
    if (mood === "good" || mood === "liar") this.#keep(request, Buffer.concat(parts).toString("utf8"));
    switch (mood) {
      case "good":
        response.writeHead(204).end();
        return;
      case "liar":
      case "error":
        response.writeHead(500).end("out of order");
        return;
      case "redirect":
        response.writeHead(302, { location: "/elsewhere" }).end();
        return;
      case "drop":
        request.socket.destroy();
        return;
      case "hang":
    }
  }

  #keep({ headers }: IncomingMessage, body: string): void {
    try {
      const event = this.#webhook?.verify(body, headers as Record<string, string>) as {
        data: { id: string; sequence: number; status: string };
      };
      const { id, sequence, status } = event.data;
      this.received.push({ id: String(headers["webhook-id"]), comment: id, sequence, status });
    } catch {
      this.unsigned++;
    }
  }
}

function pick(): Mood {
  let left = Math.random();
  for (const [mood, share] of Object.entries(moods)) {
    left -= share;
    if (left < 0) return mood as Mood;
  }
  return "good";
}
