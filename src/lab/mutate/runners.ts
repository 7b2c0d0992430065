import { type ChildProcess, fork } from "node:child_process";
import type { Answer, Task } from "./runner.ts";

export type Result = "caught" | "caught by time" | "survived";

/** A runner's process; it is ended and made anew when a mutant never comes to an end. */
export class Runner {
  #child: ChildProcess | undefined;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  async ask(task: Task): Promise<Result> {
    const child = this.#child ?? (await this.#start());
    child.send(task);
    const answer = await this.#answer(child);
    if (answer) return answer.caught ? "caught" : "survived";
    this.end();
    return "caught by time";
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
