import type { AppContext } from "../../context.ts";
import { type Blocked, blockAuthors, blockLinks } from "../../service/block.ts";
import { messagesOf } from "../messages/language.ts";

/** What was blocked along with a decision, said in a sentence; empty: nothing was. */
export interface BlockedToo {
  readonly said: string;
  readonly blocked: readonly Blocked[];
}

/** Blocks where a wave links to. */
export async function linksToo(c: AppContext, site: string, id: string): Promise<BlockedToo> {
  const { waves } = messagesOf(c);
  const entries = await blockLinks(c.var.services, site, id);
  if (entries === undefined) return { said: waves.notBlocked, blocked: [] };
  if (entries.length === 0) return { said: "", blocked: [] };
  return { said: waves.blocked(entries.join(", ")), blocked: [{ site, entries }] };
}

/** Blocks who wrote the comments that are picked. */
export async function authorsToo(
  c: AppContext,
  picks: readonly { readonly site: string; readonly id: string }[],
): Promise<BlockedToo> {
  const { queue } = messagesOf(c);
  const { blocked, full } = await blockAuthors(c.var.services, picks);
  const n = blocked.reduce((sum, { entries }) => sum + entries.length, 0);
  const said = [n > 0 ? queue.authorsBlocked(n) : "", full ? queue.notBlocked : ""];
  return { said: said.filter(Boolean).join(" "), blocked };
}
