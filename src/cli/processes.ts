import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Sends a signal; a process or group that has ended already is left alone. */
export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

/** Whether a process runs; one that has ended and waits to be reaped does not. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const status = `/proc/${pid}/stat`;
  return !existsSync(status) || !/\) Z /.test(readFileSync(status, "utf8"));
}

/** Every workerd below a process: by /proc on Linux, by ps elsewhere. */
export function workerdsOf(root: number): number[] {
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

/** Whatever way this process ends, the workerds below it end too: a signal does not wait for them to be disposed of. */
export function endWorkerdsOnExit(): void {
  process.once("exit", () => {
    for (const pid of workerdsOf(process.pid)) kill(pid, "SIGKILL");
  });
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
