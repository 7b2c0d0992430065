import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";

export const AUDIENCE = "a".repeat(64);

interface Heard {
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly authorization: string;
}

/** Cloudflare Access, Telegram and a browser's push service, on this machine. */
export class Elsewhere {
  url = "";
  readonly #heard: Heard[] = [];
  readonly #server: Server;
  readonly #keys = generateKeyPair("RS256");
  readonly #others = generateKeyPair("RS256");

  constructor() {
    this.#server = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const path = request.url ?? "";
      const text = Buffer.concat(parts).toString();
      const body = text === "" ? {} : JSON.parse(text);
      this.#heard.push({ path, body, authorization: request.headers.authorization ?? "" });
      const jwk = { ...(await exportJWK((await this.#keys).publicKey)), kid: "k1", use: "sig" };
      response.setHeader("content-type", "application/json");
      response.end(path === "/cdn-cgi/access/certs" ? JSON.stringify({ keys: [jwk] }) : '{"ok":true}');
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** What Access says of somebody whom it let through. */
  async assertion(
    email: string,
    change: JWTPayload = {},
    { isOthers = false, isSigned = true } = {},
  ): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: this.url, aud: [AUDIENCE], iat: now - 5, exp: now + 600, email, ...change };
    if (!isSigned) return new UnsecuredJWT(claims).encode();
    const { privateKey } = await (isOthers ? this.#others : this.#keys);
    return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "k1" }).sign(privateKey);
  }

  /** What it was told last at a path. */
  last(path: string): Partial<Heard> {
    return this.#heard.findLast((one) => one.path.startsWith(path)) ?? {};
  }
}
