import { fetchAlone } from "../worker.ts";

/** Milliseconds and calls of objects. */
export interface Visited {
  readonly median: number;
  readonly slowest: number;
  /** Calls of objects of one, as an isolate that has answered it before makes them. */
  readonly calls: number;
  /** Bytes of its answer. */
  readonly bytes: number;
}

const TIMES = 12;

/** Looks at pages of a Worker that counts its calls of objects. */
export function visitor(url: string) {
  const counted = async () =>
    ((await (await fetchAlone(`${url}/counted`)).json()) as { objects: number }).objects;
  const timed = async (send: () => Promise<Response>) => {
    const start = performance.now();
    const answer = await send();
    const bytes = (await answer.arrayBuffer()).byteLength;
    if (answer.status !== 200 && !answer.headers.has("set-cookie"))
      throw new Error(`${answer.url}: ${answer.status}`);
    return { ms: performance.now() - start, bytes };
  };
  const get = (path: string, headers: Record<string, string>) => () =>
    fetchAlone(url + path, { headers, redirect: "manual" });

  return {
    /** One after another, once each is asked for the first time. */
    async visit(path: string, headers: Record<string, string>): Promise<Visited> {
      const { bytes } = await timed(get(path, headers));
      await counted();
      await timed(get(path, headers));
      const calls = await counted();
      const times: number[] = [];
      for (let i = 0; i < TIMES; i++) times.push((await timed(get(path, headers))).ms);
      return { ...spread(times), calls, bytes };
    },

    /** Many at once, so many at a time: milliseconds of each, and of all. */
    async crowd(sends: readonly (() => Promise<Response>)[], atOnce: number) {
      await counted();
      const start = performance.now();
      const times: number[] = [];
      let next = 0;
      const one = async () => {
        for (let send = sends[next++]; send; send = sends[next++]) times.push((await timed(send)).ms);
      };
      await Promise.all(Array.from({ length: atOnce }, one));
      const seconds = (performance.now() - start) / 1000;
      return { ...spread(times), calls: (await counted()) / sends.length, bytes: 0, seconds };
    },

    get,
    /** Signs somebody in with a token of her own. */
    signIn: (token: string) => () =>
      fetchAlone(`${url}/login`, {
        method: "POST",
        redirect: "manual",
        headers: { origin: url },
        body: new URLSearchParams({ token, next: "/queue" }),
      }),
  };
}

export const cookieOf = (answer: Response): string =>
  /hamlet_session=[^;]+/.exec(answer.headers.get("set-cookie") ?? "")?.[0] ?? "";

function spread(times: readonly number[]): Pick<Visited, "median" | "slowest"> {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, slowest: sorted.at(-1) ?? 0 };
}
