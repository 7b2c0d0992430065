import { cpuOf, quiet } from "../computing/cpu.ts";
import { answered } from "../worker.ts";
import { received, type Stranger } from "./requests.ts";

/** Requests in a row of the one kind, then as many of the other: a machine is not as fast from one moment to the next. */
const IN_A_ROW = 10;
/** Requests of each kind that are not measured: code and memory warm up. */
const WARM = 60;

type Counts = Readonly<Record<"objects" | "reads" | "writes", number>>;

/** What one request takes. */
export interface Cost extends Counts {
  readonly what: string;
  readonly status: number;
  /** Milliseconds of CPU that the bare route takes to receive the same. */
  readonly bare: number;
  /** Milliseconds of CPU beyond that. */
  readonly more: number;
}

/** How often a request is sent at most. */
const TRIES = 6;

/** Measures kinds of requests, `each` of a kind, of a Worker that a process runs. */
export function comparison(url: string, pid: number, each: number): (stranger: Stranger) => Promise<Cost> {
  let sent = 0;
  const counted = async () => (await (await fetch(`${url}/counted`)).json()) as Counts;

  const send = (stranger: Stranger) => answered(() => sendOnce(stranger), TRIES);

  async function sendOnce({ path, method = "GET", headers, body }: Stranger): Promise<number> {
    const i = sent++;
    // Over a connection that is kept: one that is to be closed is reset where a body is refused unread.
    const response = await fetch(url + (typeof path === "string" ? path : path(i)), {
      method,
      redirect: "manual",
      headers: { origin: url, ...headers?.(i) },
      ...(body && { body: body(i), duplex: "half" }),
    });
    await response.arrayBuffer();
    return response.status;
  }

  /** Milliseconds of CPU for one, of so many in a row. */
  async function taken(stranger: Stranger): Promise<number> {
    const before = cpuOf(pid);
    for (let i = 0; i < IN_A_ROW; i++) await send(stranger);
    return (cpuOf(pid) - before) / IN_A_ROW;
  }

  return async (stranger) => {
    const bare = received(stranger);
    for (let i = 0; i < WARM; i++) await send(bare);
    for (let i = 0; i < WARM; i++) await send(stranger);
    await counted();
    const bares: number[] = [];
    const all: number[] = [];
    for (let done = 0; done < each; done += IN_A_ROW) {
      bares.push(await taken(bare));
      all.push(await taken(stranger));
    }
    const { objects, reads, writes } = await counted();
    return {
      what: stranger.what,
      status: await send(stranger),
      bare: quiet(bares),
      more: quiet(all) - quiet(bares),
      objects: objects / each,
      reads: reads / each,
      writes: writes / each,
    };
  };
}
