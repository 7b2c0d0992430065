import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";

/**
 * Has processes do all jobs, as many as there are processors; answers in the order of the jobs. `module` is a file that calls
 * `serve`; `shared` is what all its jobs need.
 */
export async function inProcesses<Job, Answer>(
  module: URL,
  shared: unknown,
  jobs: readonly Job[],
): Promise<Answer[]> {
  const answers: Answer[] = new Array(jobs.length);
  const waiting = jobs.entries();
  const one = async () => {
    const child = fork(module, { serialization: "advanced" });
    try {
      await ask(child, { shared });
      for (const [at, job] of waiting) answers[at] = await ask(child, { job });
    } finally {
      child.kill();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, one));
  return answers;
}

function ask<Answer>(child: ChildProcess, message: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("a process ended before its job was done"));
    child.once("exit", ended);
    child.once("message", (answer: { readonly done: Answer }) => {
      child.off("exit", ended);
      resolve(answer.done);
    });
    child.send(message);
  });
}

/** Does the jobs that `inProcesses` gives to this process. */
export function serve<Job, Shared>(work: (job: Job, shared: Shared) => unknown): void {
  let known: Shared;
  process.on("message", async (message: { readonly shared: Shared } | { readonly job: Job }) => {
    if ("shared" in message) known = message.shared;
    process.send?.({ done: "job" in message ? await work(message.job, known) : undefined });
  });
}
