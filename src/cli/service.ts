import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

/** The wait for the first answer, milliseconds: a slow machine compiles for some seconds. */
const START_LIMIT = 60_000;
const STOP_LIMIT = 5_000;

export interface ServiceOptions {
  readonly port: number;
  /** Folder for KV and the site objects. */
  readonly state: string;
  /** A file of secrets other than .dev.vars. */
  readonly secrets?: string;
}

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

/** Lines of wrangler that say nothing to a user. */
const NOISE =
  /^\s*$|⎔|⛅|───|Your Worker|Using secrets|Your worker has access|binding|env\.|\[wrangler:info\]|Starting local server|Ready on|Assets|Attaching|local-mode|Sourcemap|update available|│|╭|╰|Reloading|exception = workerd\/api\/web-socket/i;

/** Starts `wrangler dev` on this machine and waits until it answers. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const child = launch(options);
  const output: string[] = [];
  let settled = false;
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(`wrangler ended (${signal ?? `exit ${code}`})`));
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      for (const line of text.split("\n")) {
        if (NOISE.test(line)) continue;
        output.push(line);
        if (settled) process.stderr.write(`${line}\n`);
      }
    });
  }
  const url = `http://localhost:${options.port}`;
  const stop = () => end(child, ended, "SIGTERM");
  const crash = () => end(child, ended, "SIGKILL");
  const up = await Promise.race([answers(url), ended.then((reason) => new Error(reason))]);
  if (up instanceof Error) {
    await stop();
    throw new Error(`The service did not start: ${up.message}.\n${output.slice(-20).join("\n")}`);
  }
  settled = true;
  return { url, ended, stop, crash };
}

function launch({ port, state, secrets }: ServiceOptions): ChildProcess {
  const wrangler = join(ROOT, "node_modules/wrangler/bin/wrangler.js");
  const options = [
    "dev",
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
  const more = secrets === undefined ? [] : ["--env-file", secrets];
  return spawn(process.execPath, [wrangler, ...options, ...quiet, ...more], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
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
  if (child.pid !== undefined) kill(-child.pid, "SIGKILL");
  for (const pid of workerds) kill(pid, "SIGKILL");
  while (workerds.some(alive)) await new Promise((resolve) => setTimeout(resolve, 20));
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

/** Whether a process runs; one that has ended and waits to be reaped does not. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const status = `/proc/${pid}/stat`;
  return !existsSync(status) || !/\) Z /.test(readFileSync(status, "utf8"));
}

/** Every workerd below a process: by /proc on Linux, by ps elsewhere. */
function workerdsOf(root: number): number[] {
  const processes = existsSync("/proc/self/stat") ? linuxProcesses() : psProcesses();
  const below = new Set([root]);
  for (let grew = true; grew; ) {
    const found = processes.filter(({ pid, parent }) => below.has(parent) && !below.has(pid));
    for (const { pid } of found) below.add(pid);
    grew = found.length > 0;
  }
  return processes
    .filter(({ pid, name }) => below.has(pid) && name.includes("workerd"))
    .map(({ pid }) => pid);
}

interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
}

function linuxProcesses(): Running[] {
  return readdirSync("/proc").flatMap((entry): Running[] => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      const match = /^(\d+) \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${entry}/stat`, "utf8"));
      return match ? [{ pid: Number(match[1]), name: match[2] as string, parent: Number(match[3]) }] : [];
    } catch {
      return [];
    }
  });
}

function psProcesses(): Running[] {
  const lines = execFileSync("ps", ["-axo", "pid=,ppid=,comm="], { encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => {
    const [pid, parent, ...name] = line.trim().split(/\s+/);
    return { pid: Number(pid), parent: Number(parent), name: name.join(" ") };
  });
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
