import { type Intake, storedIntake } from "../contract/intake.ts";
import { readStored } from "../platform/stored.ts";
import { inboxKey, inboxPrefix, unreadKey, unreadPrefix } from "./keys.ts";

/** A submission that was answered "review" while its site object could not be asked. */
export interface InboxEntry {
  readonly key: string;
  readonly site: string;
  readonly intake: Intake;
}

/** Entries taken over in one go: each costs a read, and a Worker may make 50 subrequests on the free plan. */
const BATCH = 20;

/** Submissions kept in KV until their site object is back. */
interface Inbox {
  put(site: string, intake: Intake): Promise<void>;
  /** The oldest entries by key, of one site or of all. */
  list(site: string | undefined): Promise<InboxEntry[]>;
  /** Keys of a site's entries by one author, by the keyed hash of her mail address. Reads every entry: seldom asked. */
  ofAuthor(site: string, mail: string): Promise<string[]>;
  remove(key: string): Promise<void>;
}

export function kvInbox(kv: KVNamespace): Inbox {
  return {
    async put(site, intake) {
      // A report must not take the place of the comment that it is about.
      const hash = intake.report ? `report-${intake.hash}` : intake.hash;
      await kv.put(inboxKey(site, intake.id, hash), JSON.stringify(intake));
    },
    async list(site) {
      const { keys } = await kv.list({ prefix: inboxPrefix(site), limit: BATCH });
      const entries = await Promise.all(keys.map(({ name }) => entryOf(kv, name)));
      return entries.filter((entry) => entry !== undefined);
    },
    async ofAuthor(site, mail) {
      const found = await Promise.all(
        [inboxPrefix(site), unreadPrefix(site)].map((prefix) => keysHolding(kv, prefix, `"mail":"${mail}"`)),
      );
      return found.flat();
    },
    async remove(key) {
      await kv.delete(key);
    },
  };
}

/** An entry as it is written here. One that cannot be read is put aside, so that it keeps no other from its site. */
async function entryOf(kv: KVNamespace, key: string): Promise<InboxEntry | undefined> {
  const text = await kv.get(key);
  if (text === null) return undefined;
  const site = key.split("/")[1] ?? "";
  const intake = readStored(text, storedIntake, "inbox", site);
  if (intake) return { key, site, intake };
  await kv.put(unreadKey(key), text);
  await kv.delete(key);
  return undefined;
}

/** Keys whose values hold a text, whether the rest of them can be read or not. */
async function keysHolding(kv: KVNamespace, prefix: string, text: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: KVNamespaceListResult<unknown> = await kv.list({ prefix, cursor });
    for (const { name } of page.keys) {
      if ((await kv.get(name))?.includes(text)) found.push(name);
    }
    if (page.list_complete) return found;
    cursor = page.cursor;
  }
}
