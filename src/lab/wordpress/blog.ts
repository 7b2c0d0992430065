import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const HERE = import.meta.dirname;
/** The wait for PHP's server, milliseconds. */
const START_LIMIT = 10_000;

export interface About {
  readonly url: string;
  readonly wordpress: string;
  readonly php: string;
  readonly database: string;
  /** Whether it is one of a network of blogs. */
  readonly network: boolean;
  /** Where PHP writes what is at fault; "": nowhere. */
  readonly log: string;
}

export interface BlogComment {
  readonly id: number;
  readonly status: "approved" | "unapproved" | "spam" | "trash";
  readonly type: string;
  readonly author: string;
  readonly content: string;
  /** Its id in Hamlet, and where Hamlet last said it is. */
  readonly hamlet: string;
  readonly told: string;
  /** The comment that it answers, if that was done in Hamlet, which knows nothing of it then; 0: it was not. */
  readonly answers: number;
}

/** A WordPress to play with that lies at a path, and is served at its own address on this machine. */
export class Blog {
  readonly path: string;
  url = "";
  isNetwork = false;
  #log = "";
  #server: ChildProcess | undefined;

  constructor(path: string) {
    this.path = path;
  }

  /** Does something inside the WordPress and answers what it found. */
  async inside<T>(action: string, given: object = {}): Promise<T> {
    const script = [join(HERE, "inside.php"), this.path, action, JSON.stringify(given)];
    const { stdout, stderr } = await run("php", ["-d", "display_errors=stderr", ...script], {
      maxBuffer: 1e8,
    });
    try {
      return JSON.parse(stdout) as T;
    } catch {
      throw new Error(`WordPress answered to "${action}": ${stdout.slice(0, 500)}${stderr.slice(0, 500)}`);
    }
  }

  /** Serves it at its own address, which must be one of this machine: a real blog is never touched. */
  async serve(): Promise<About> {
    const about = await this.inside<About>("about");
    const { hostname, port } = new URL(about.url);
    if (!["127.0.0.1", "localhost"].includes(hostname) || port === "")
      throw new Error(
        `The WordPress at ${this.path} has the address ${about.url}. Only one at http://127.0.0.1:PORT is touched: its comments are deleted.`,
      );
    this.url = about.url;
    this.isNetwork = about.network;
    this.#log = about.log;
    if (await this.#answers()) throw new Error(`Something answers at ${about.url} already. Stop it first.`);
    const script = ["-S", `${hostname}:${port}`, "-t", this.path, join(HERE, "router.php")];
    this.#server = spawn("php", script, {
      stdio: "ignore",
      detached: true,
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: "4" },
    });
    process.once("exit", () => this.stop());
    for (const end = Date.now() + START_LIMIT; !(await this.#answers()); )
      if (Date.now() > end) throw new Error(`PHP's server at ${about.url} does not answer.`);
    return about;
  }

  stop(): void {
    const pid = this.#server?.pid;
    this.#server = undefined;
    if (pid === undefined) return;
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // It ended by itself.
    }
  }

  comments(): Promise<BlogComment[]> {
    return this.inside("comments");
  }

  /** Lets time pass and cron run; answers how many comments still wait to be asked or told about. */
  cron(): Promise<number> {
    return this.inside("cron");
  }

  /** How long PHP's log of faults is, in characters. */
  logged(): number {
    return this.#read().length;
  }

  /** What PHP logged about Hamlet since the log was so long. */
  faults(since: number): string[] {
    return this.#read()
      .slice(since)
      .split("\n")
      .filter((line) => /hamlet/i.test(line));
  }

  #read(): string {
    return existsSync(this.#log) ? readFileSync(this.#log, "utf8") : "";
  }

  async #answers(): Promise<boolean> {
    const response = await fetch(`${this.url}/wp-json/`, { signal: AbortSignal.timeout(3000) }).catch(
      () => undefined,
    );
    await response?.body?.cancel();
    return response !== undefined;
  }
}
