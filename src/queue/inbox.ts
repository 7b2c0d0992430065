import type { Intake } from "../contract/intake.ts";
import { inboxKey, inboxPrefix } from "./keys.ts";

/** A submission that was answered "review" while its site object could not be asked. */
export interface InboxEntry {
  readonly key: string;
  readonly site: string;
  readonly intake: Intake;
}

/** Entries taken over in one go: each costs a read, and a Worker may make 50 subrequests on the free plan. */
const BATCH = 20;

/** Submissions kept in KV until their site object is back. */
export interface Inbox {
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
      const entries = keys.map(async ({ name }): Promise<InboxEntry[]> => {
        const intake = await kv.get<Intake>(name, "json");
        return intake ? [{ key: name, site: name.split("/")[1] as string, intake }] : [];
      });
      return (await Promise.all(entries)).flat();
    },
    async ofAuthor(site, mail) {
      const found: string[] = [];
      for (let cursor: string | null = null; ; ) {
        const page: KVNamespaceListResult<unknown> = await kv.list({ prefix: inboxPrefix(site), cursor });
        for (const { name } of page.keys) {
          if ((await kv.get<Intake>(name, "json"))?.mail === mail) found.push(name);
        }
        if (page.list_complete) return found;
        cursor = page.cursor;
      }
    },
    async remove(key) {
      await kv.delete(key);
    },
  };
}
