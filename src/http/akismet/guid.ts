import type { Submission } from "../../contract/submission.ts";
import { derive, hex, hmac } from "../../secrets/derive.ts";

/**
 * The guid of a comment that its client does not name: 32 hexadecimal digits, the same for the same page, author, mail and content
 * whenever it is asked about, so that a recheck is the same comment.
 */
export async function madeGuid(
  { post, author, content }: Submission,
  site: string,
  master: string,
): Promise<string> {
  const key = await derive(master, site, "content", 0);
  const parts = [post.url, author.name, author.email, content].map((part) => part ?? null);
  return hex(await hmac(hex(key), `guid\n${JSON.stringify(parts)}`)).slice(0, 32);
}
