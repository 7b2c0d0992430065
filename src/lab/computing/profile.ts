import { fetch } from "miniflare";
import type { Server } from "../worker.ts";

/** Between two looks at the stack, microseconds. */
const INTERVAL = 100;
/** What V8 calls the time in which nothing of the isolate ran. */
const NOT_RUNNING = new Set(["(idle)", "(root)"]);

interface Answer {
  readonly id?: number;
  readonly result?: { readonly profile?: Recorded };
  readonly error?: { readonly message: string };
}

interface Recorded {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string } }[];
  readonly samples: readonly number[];
}

/** Looks at one isolate while something is done. */
export interface Profiler {
  /**
   * How many looks found the isolate running: its code, its collection of garbage, what the runtime did for it. Looks are counted, and
   * their times left alone: while an isolate waits for another of the same process there is no look at all, and the one before it would
   * stand for all of that.
   */
  readonly looks: (work: () => Promise<unknown>) => Promise<number>;
  readonly end: () => void;
}

/** Profiles what one Worker's isolate does: by the protocol of Chrome's tools, as workerd speaks it. */
export async function profiler(server: Server, worker: string): Promise<Profiler> {
  const url = (await server.getInspectorURL()).href.replace(/^ws/, "http");
  const { webSocket } = await fetch(new URL(`/core:user:${worker}`, url), {
    headers: { upgrade: "websocket" },
  });
  if (!webSocket) throw new Error(`the isolate of ${worker} cannot be profiled`);
  webSocket.accept();
  const waiting = new Map<number, (answer: Answer) => void>();
  webSocket.addEventListener("message", ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  let last = 0;
  const ask = async (method: string, params: object = {}) => {
    const id = ++last;
    const answer = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    webSocket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await answer;
    waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
  await ask("Profiler.enable");
  await ask("Profiler.setSamplingInterval", { interval: INTERVAL });
  return {
    async looks(work) {
      await ask("Profiler.start");
      await work();
      const stopped = await ask("Profiler.stop");
      if (!stopped?.profile) throw new Error("no profile came");
      return runningIn(stopped.profile);
    },
    end: () => webSocket.close(),
  };
}

function runningIn({ nodes, samples }: Recorded): number {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
  return samples.filter((id) => !NOT_RUNNING.has(names.get(id) ?? "(idle)")).length;
}
