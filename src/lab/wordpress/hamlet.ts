import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Reply } from "../../cli/client.ts";
import { freePort, type Service, type ServiceOptions, startService } from "../../cli/service.ts";
import type { SiteWithSecrets } from "../../contract/site.ts";
import { wirePage } from "./wire-page.ts";

const TOKEN = "wordpress-lab-admin-token-of-forty-chars-00";
export const SITE = "blog";

/** The wait for an answer, milliseconds, and how often is asked in all. */
const LIMIT = 15_000;
const TRIES = 4;

interface Told {
  readonly status: string;
  readonly revision: number;
  readonly hits: readonly { readonly signal: string }[];
  readonly history: readonly { readonly decision: string | null; readonly by: string }[];
}

/** A Hamlet of the try-out's own, which can be stopped and started again on what it stored. */
export class Hamlet {
  readonly #folder = mkdtempSync(join(tmpdir(), "hamlet-wordpress-"));
  #options: ServiceOptions | undefined;
  #service: Service | undefined;
  url = "";
  key = "";
  deliverySecret = "";

  async start(): Promise<void> {
    this.#options ??= await this.#set();
    this.#service = await startService(this.#options);
    this.url = `http://127.0.0.1:${this.#options.port}`;
  }

  async stop(): Promise<void> {
    await this.#service?.stop();
    this.#service = undefined;
  }

  async #set(): Promise<ServiceOptions> {
    const secrets = join(this.#folder, "secrets");
    writeFileSync(
      secrets,
      `ADMIN_TOKEN="${TOKEN}"\nHAMLET_SECRET="wordpress-secret-of-more-than-thirty-two"\nDEMO_SITE_KEY="wordpresskey"\nALLOW_LOCAL_TARGETS="true"\n`,
    );
    process.once("exit", () => rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 }));
    return { port: await freePort(), state: join(this.#folder, "state"), secrets, quiet: true };
  }

  /** Makes the blog's site, or its next keys. */
  async keys(blog?: string): Promise<void> {
    const made = blog
      ? await this.#own<SiteWithSecrets>("POST", "", { id: SITE, name: "Try-out", url: blog })
      : await this.#own<SiteWithSecrets>("POST", `/${SITE}/keys`);
    this.key = made.key;
    this.deliverySecret = made.deliverySecret;
  }

  /** A key for Akismet's plugin. */
  async akismetKey(): Promise<string> {
    return (await this.#own<{ key: string }>("POST", `/${SITE}/keys`, { scope: "akismet" })).key;
  }

  /** How many comments Hamlet keeps of a mail address. */
  async kept(email: string): Promise<number> {
    return (await this.#own<{ comments: unknown[] }>("POST", `/${SITE}/export`, { email })).comments.length;
  }

  /** Changes settings of the site. */
  async set(patch: object): Promise<void> {
    await this.#own("PATCH", `/${SITE}`, patch);
  }

  /** Where decisions are sent now. */
  async webhookNow(): Promise<string | null> {
    return (await this.#own<{ settings: { webhook: string | null } }>("GET", `/${SITE}`)).settings.webhook;
  }

  /** A one-time code, made on the page "Wire your blog": of the blog's site, or of one that is made then. */
  async code(site: string | null = SITE): Promise<string> {
    const page = await wirePage(this.url, TOKEN, site === null ? "/wire" : `/sites/${site}/wire`);
    return /id="connect-code">([^<]*)/.exec(page)?.[1] ?? "";
  }

  /** Where decisions are sent; null: nowhere, the blog has to read them. */
  async webhook(webhook: string | null): Promise<void> {
    await this.set({ webhook });
  }

  async #own<T>(method: string, path: string, body?: unknown): Promise<T> {
    const reply = await ask<T>(`${this.url}/v1/sites${path}`, TOKEN, method, body);
    if (reply.status >= 300)
      throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  /** A comment as Hamlet has it; undefined: it does not know it. */
  async #comment(id: string): Promise<Told | undefined> {
    const reply = await ask<Told>(`${this.url}/v1/sites/${SITE}/comments/${id}`, this.key, "GET");
    return reply.status === 200 ? reply.body : undefined;
  }

  /** Where a comment is; undefined: Hamlet does not know it. */
  async status(id: string): Promise<string | undefined> {
    return (await this.#comment(id))?.status;
  }

  /** A comment's revision; 0: Hamlet does not know it. */
  async revision(id: string): Promise<number> {
    return (await this.#comment(id))?.revision ?? 0;
  }

  /** What people decided on a comment, and who, newest last. */
  async decisions(id: string): Promise<string[]> {
    const history = (await this.#comment(id))?.history ?? [];
    return history.filter(({ decision }) => decision).map(({ decision, by }) => `${decision} by ${by}`);
  }

  /** The signals that spoke of a comment, strongest first. */
  async signals(id: string): Promise<string[]> {
    return ((await this.#comment(id))?.hits ?? []).map(({ signal }) => signal);
  }

  /** A moderator decides in Hamlet. */
  async decide(id: string, decision: string): Promise<void> {
    const address = `${this.url}/v1/sites/${SITE}/comments/${id}/decision`;
    const reply = await ask(address, this.key, "POST", { decision, by: "Mira in Hamlet" });
    if (reply.status !== 200) throw new Error(`${decision}: ${reply.status} ${JSON.stringify(reply.body)}`);
  }

  /** An owner answers in Hamlet, and approves what she answers. */
  async reply(id: string, content: string, by: string): Promise<void> {
    const address = `${this.url}/v1/sites/${SITE}/comments/${id}/reply`;
    const reply = await ask(address, this.key, "POST", { content, by, approve: true });
    if (reply.status !== 200) throw new Error(`answer: ${reply.status} ${JSON.stringify(reply.body)}`);
  }
}

/** One call, again where it found no answer in time: every one of them may be repeated. */
async function ask<T>(address: string, key: string, method: string, body?: unknown): Promise<Reply<T>> {
  for (let tries = 1; ; tries++) {
    try {
      const response = await fetch(address, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(LIMIT),
      });
      return { status: response.status, body: (await response.json()) as T };
    } catch (failure) {
      if (tries === TRIES) throw failure;
    }
  }
}
