import { type BatchLine, MOST_IN_BATCH, type SentLine } from "../contract/batch.ts";
import type { KeyGrant, SiteRecord } from "../contract/site-record.ts";
import { within } from "../platform/clock.ts";
import { log } from "../platform/log.ts";
import { isWithinRate } from "./rate.ts";
import type { Services } from "./services.ts";

/** Lines that one call of the site's object judges: between two calls it takes in what readers write meanwhile. */
const AT_ONCE = 25;
/** Nobody waits for a batch: the object may take so long for some of it, milliseconds. */
const PATIENCE = 20_000;

/** "unavailable": the object did not answer, and what it may have stored before is found again by the same lines. */
type Taken = readonly BatchLine[] | "revoked" | "deleted" | "limited" | "unavailable";

/** The lines of a body that hold something; a sentence: they are none, or too many. */
export function linesOf(body: string): readonly SentLine[] | string {
  const lines = body
    .split("\n", MOST_LINES)
    .map((text, i) => ({ line: i + 1, text }))
    .filter(({ text }) => text.trim() !== "");
  if (lines.length === 0) return "Lines of JSON were expected, and there are none.";
  return lines.length > MOST_IN_BATCH ? `At most ${MOST_IN_BATCH} lines a call were expected.` : lines;
}

/** Beyond so many there is more than a batch, however many of them are empty. */
const MOST_LINES = 2 * MOST_IN_BATCH + 1;

/** Takes a batch in, some lines at a time. The call itself was counted as one comment; each further one counts, too. */
export async function takeBatch(
  { services, record, grant }: { services: Services; record: SiteRecord; grant: KeyGrant },
  lines: readonly SentLine[],
): Promise<Taken> {
  const further = lines.slice(1).map(() => isWithinRate(services, record.id, grant));
  if ((await Promise.all(further)).includes(false)) return "limited";
  const object = services.siteObject(record.id);
  const taken: BatchLine[] = [];
  for (let at = 0; at < lines.length; at += AT_ONCE) {
    const some = lines.slice(at, at + AT_ONCE);
    try {
      const answers = await within(PATIENCE, object.submitBatch(some, { record, key: grant.n }));
      if (typeof answers === "string") return answers;
      taken.push(...answers);
    } catch (failure) {
      log("warn", "site object unreachable", { site: record.id, failure });
      return "unavailable";
    }
  }
  return taken;
}
