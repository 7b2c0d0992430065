import { existsSync, readdirSync, readFileSync } from "node:fs";

/** The lower quartile: a busy neighbour makes each millisecond of work longer, and nothing makes it shorter. */
export const quiet = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 4)] ?? 0;

/** CPU that the busiest thread of a process takes while something is done, milliseconds. */
export async function cpuOfOneThread(pid: number, work: () => Promise<unknown>): Promise<number> {
  const before = threadsOf(pid);
  await work();
  const took = [...threadsOf(pid)].map(([thread, time]) => time - (before.get(thread) ?? 0));
  return Math.max(...took) / 1e6;
}

/** CPU that a process took so far with all its threads, milliseconds: Linux' scheduler counts nanoseconds; elsewhere it is not known. */
export function cpuOf(pid: number): number {
  if (!existsSync("/proc/self/task")) return Number.NaN;
  return [...threadsOf(pid).values()].reduce((sum, time) => sum + time, 0) / 1e6;
}

/** Nanoseconds of each thread. */
const threadsOf = (pid: number): ReadonlyMap<string, number> =>
  new Map(readdirSync(`/proc/${pid}/task`).map((thread) => [thread, nanosecondsOf(pid, thread)]));

function nanosecondsOf(pid: number, thread: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]);
  } catch {
    // It has ended since it was listed.
    return 0;
  }
}
