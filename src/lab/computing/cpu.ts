import { existsSync, readdirSync, readFileSync } from "node:fs";

/** The lower quartile: a busy neighbour makes each millisecond of work longer, and nothing makes it shorter. */
export const quiet = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 4)] ?? 0;

/** CPU that a process took so far with all its threads, milliseconds: Linux' scheduler counts nanoseconds; elsewhere it is not known. */
export function cpuOf(pid: number): number {
  if (!existsSync("/proc/self/task")) return Number.NaN;
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, thread) => sum + nanosecondsOf(pid, thread), 0) / 1e6;
}

function nanosecondsOf(pid: number, thread: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]);
  } catch {
    // It has ended since it was listed.
    return 0;
  }
}
