import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { alive, kill, workerdsOf } from "./processes.ts";

export const ROOT = join(import.meta.dirname, "../..");

/** The wait for the first answer, milliseconds: a slow machine compiles for some seconds. */
const START_LIMIT = 180_000;
const STOP_LIMIT = 5_000;

export interface ServiceOptions {
  readonly port: number;
  /** Folder for KV and the site objects. */
  readonly state: string;
  /** A file of secrets other than .dev.vars. */
  readonly secrets?: string;
  /** A file of settings other than wrangler.toml. */
  readonly config?: string;
  /** Another entry than the deployed one. */
  readonly entry?: string;
  /** Failures are expected: what the Worker logs is not shown. */
  readonly quiet?: boolean;
}

/**
 * Process groups of what was started. A terminal's Ctrl-C does not reach them: whatever way this process ends, they end too.
 */
const groups = new Set<number>();
process.once("exit", () => {
  for (const group of groups) kill(-group, "SIGKILL");
});

/** A running Worker. */
export interface Service {
  readonly url: string;
  /** Resolves when it ends, with the reason. */
  readonly ended: Promise<string>;
  /** Ends it, workerd included. */
  readonly stop: () => Promise<void>;
  /** Kills workerd with -9, as a crash would; the rest of it ends too. */
  readonly crash: () => Promise<void>;
}

/** Lines that say nothing to a user. Only these: whatever the Worker itself reports must get through. */
const NOISE = /^\s*$|exception = workerd\/api\/web-socket/;

/** How often workerd is looked for, milliseconds. wrangler goes on without it, and a reload is away for less. */
const LOOK_EVERY = 2_000;

/** Starts `wrangler dev` on this machine and waits until it answers. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const child = launch(options);
  const output: string[] = [];
  let settled = false;
  const exited = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(`wrangler ended (${signal ?? `exit ${code}`})`));
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      for (const line of text.split("\n")) {
        if (NOISE.test(line)) continue;
        output.push(line);
        if (settled && !options.quiet) process.stderr.write(`${line}\n`);
      }
    });
  }
  const url = `http://localhost:${options.port}`;
  const stop = () => end(child, exited, "SIGTERM");
  const crash = () => end(child, exited, "SIGKILL");
  const up = await Promise.race([answers(url), exited.then((reason) => new Error(reason))]);
  if (up instanceof Error) {
    await stop();
    throw new Error(`The service did not start: ${up.message}.\n${output.slice(-20).join("\n")}`);
  }
  settled = true;
  return { url, ended: Promise.race([exited, lost(child, exited)]), stop, crash };
}

/** Resolves when a workerd that was there at the start is missing at two looks in a row. */
function lost(child: ChildProcess, exited: Promise<string>): Promise<string> {
  const count = () => (child.pid === undefined ? 0 : workerdsOf(child.pid).length);
  const wanted = count();
  return new Promise((resolve) => {
    let missing = 0;
    const look = setInterval(() => {
      missing = count() < wanted ? missing + 1 : 0;
      if (missing < 2) return;
      clearInterval(look);
      resolve("workerd ended");
    }, LOOK_EVERY).unref();
    void exited.then(() => clearInterval(look));
  });
}

function launch({ port, state, secrets, config, entry }: ServiceOptions): ChildProcess {
  const wrangler = join(ROOT, "node_modules/wrangler/bin/wrangler.js");
  const options = [
    "dev",
    ...(entry === undefined ? [] : [entry]),
    "--port",
    String(port),
    "--ip",
    "127.0.0.1",
    "--inspector-port",
    "0",
    "--persist-to",
    state,
  ];
  const quiet = ["--test-scheduled", "--show-interactive-dev-session=false", "--log-level", "warn"];
  const env = {
    ...process.env,
    WRANGLER_SEND_METRICS: "false",
    WRANGLER_HIDE_BANNER: "true",
    CLOUDFLARE_CF_FETCH_ENABLED: "false",
    WRANGLER_LOG_SANITIZE: "true",
    NO_COLOR: "1",
  };
  const more = [
    ...(secrets === undefined ? [] : ["--env-file", secrets]),
    ...(config === undefined ? [] : ["--config", config]),
  ];
  const child = spawn(process.execPath, [wrangler, ...options, ...quiet, ...more], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  if (child.pid !== undefined) groups.add(child.pid);
  return child;
}

/** Lets a signal end this process by way of "exit", so that what it started ends too. */
export function exitOnSignals(leave: (code: number) => unknown = process.exit): void {
  for (const [signal, code] of [
    ["SIGHUP", 129],
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)
    process.on(signal, () => leave(code));
}

/** True when /health answers; an error when it never does. */
async function answers(url: string): Promise<true | Error> {
  const limit = Date.now() + START_LIMIT;
  while (Date.now() < limit) {
    const response = await fetch(`${url}/health`).catch(() => undefined);
    if (response?.ok) return true;
    if (response?.status === 503) return new Error(await response.text());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return new Error(`no answer within ${START_LIMIT / 1000} s`);
}

/**
 * Ends wrangler and its workerd. Killing wrangler alone would leave workerd alive on the same files, so workerd is
 * found by its parent and waited for.
 */
async function end(
  child: ChildProcess,
  ended: Promise<string>,
  signal: "SIGTERM" | "SIGKILL",
): Promise<void> {
  const workerds = child.pid === undefined ? [] : workerdsOf(child.pid);
  if (signal === "SIGKILL") for (const pid of workerds) kill(pid, "SIGKILL");
  if (child.exitCode === null) child.kill("SIGTERM");
  const late = new Promise<void>((resolve) => setTimeout(resolve, STOP_LIMIT).unref());
  await Promise.race([ended, late]);
  if (child.pid !== undefined) {
    kill(-child.pid, "SIGKILL");
    groups.delete(child.pid);
  }
  for (const pid of workerds) kill(pid, "SIGKILL");
  while (workerds.some(alive)) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** A port that nobody uses. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/** Whether nobody listens on a port. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
