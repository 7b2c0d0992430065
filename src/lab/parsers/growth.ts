import { parsers } from "./parsers.ts";
import { shaped } from "./shapes.ts";

/** How long a reader takes for a hostile text. */
export interface ReadGrowth {
  readonly parser: string;
  readonly shape: string;
  /** Bytes of the text, and milliseconds for it. */
  readonly size: number;
  readonly ms: number;
  /** How many times those for a quarter of it: linear is 4. */
  readonly ratio: number;
}

const ROUNDS = 5;
const LOOKS = 6;
/** Milliseconds that one look at the clock covers at least: a shorter one tells of the clock. */
const BATCH = 2;
/** Linear is 4; allowing for caches and garbage. Quadratic is 16. */
const MOST_RATIO = 8;
/** What takes less, milliseconds, takes it for other things than its bytes. */
const NOTICEABLE = 0.1;

/** What each reader takes for each hostile text of as many bytes as it takes at most. */
export async function readGrowths(): Promise<ReadGrowth[]> {
  const grown: ReadGrowth[] = [];
  for (const { name: parser, most: size, shapes, ready } of parsers)
    for (const [shape, pieces] of Object.entries(shapes)) {
      const part = ready(shaped(pieces, size / 4));
      const whole = ready(shaped(pieces, size));
      grown.push({ parser, shape, size, ...(await grow(part, whole)) });
    }
  return grown;
}

export const readsTooSteeply = ({ ratio }: ReadGrowth): boolean => ratio > MOST_RATIO;

/** The best of both, taken in turn. A steep growth is looked at again: a machine's pauses do not come back, it does. */
async function grow(part: () => unknown, whole: () => unknown): Promise<{ ms: number; ratio: number }> {
  let [before, ms, ratio] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let look = 0; look < LOOKS && ratio > MOST_RATIO; look++) {
    const calls = [await callsOf(part), await callsOf(whole)] as const;
    for (let round = 0; round < ROUNDS; round++) {
      before = Math.min(before, await timed(part, calls[0]));
      ms = Math.min(ms, await timed(whole, calls[1]));
    }
    ratio = ms / Math.max(before, NOTICEABLE);
  }
  return { ms, ratio };
}

const callsOf = async (read: () => unknown) =>
  Math.ceil(BATCH / Math.max(await timed(read, 1), BATCH / 1000));

/** Milliseconds that one call takes on average. */
async function timed(read: () => unknown, calls: number): Promise<number> {
  const begun = performance.now();
  for (let i = 0; i < calls; i++) await read();
  return (performance.now() - begun) / calls;
}
