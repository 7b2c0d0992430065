import { type ChildProcess, fork } from "node:child_process";
import type { Answer, Task } from "./runner.ts";

/** A runner's process; it is ended and made anew when a mutant never comes to an end. */
export class Runner {
  #child: ChildProcess | undefined;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The test files that failed; undefined: they came to no end. */
  async ask(task: Task): Promise<ReadonlySet<string> | undefined> {
    const child = this.#child ?? (await this.#start());
    child.send(task);
    const answer = await this.#answer(child);
    if (!answer) this.end();
    return answer && new Set(answer.failed);
  }

  end(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(new URL("./runner.ts", import.meta.url), {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#child = child;
    if (!(await this.#answer(child))) throw new Error("the tests' runner did not start");
    return child;
  }

  /** Undefined: none came in time, or the process ended. */
  #answer(child: ChildProcess): Promise<Answer | undefined> {
    return new Promise((resolve) => {
      const done = (answer?: Answer) => {
        clearTimeout(timer);
        child.off("message", done).off("exit", none);
        resolve(answer);
      };
      const none = () => done();
      const timer = setTimeout(none, this.#limit);
      child.on("message", done).on("exit", none);
    });
  }
}
