import type { Intake } from "../contract/intake.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import { commentOf, type Submission } from "../contract/submission.ts";
import { derive, hex, hmac } from "../secrets/derive.ts";
import { browserHash, mailHash, networkHashes } from "../secrets/identity.ts";

const DAY = 86_400_000;

/**
 * A submission made ready for the site object: named, its content hashed, its addresses replaced by keyed hashes. `same`: its content as what
 * makes it this submission, where a client writes one and the same in several ways.
 */
export async function intakeOf(
  submission: Submission,
  record: Pick<SiteRecord, "id">,
  master: string,
  now: number,
  same = submission,
): Promise<Intake> {
  const { author, recheckReason, test } = submission;
  const [hash, mail, network, browser] = await Promise.all([
    contentHash(same, record.id, master),
    author.email === undefined ? undefined : mailHash(master, record.id, author.email),
    author.ip === undefined ? undefined : networkHashes(master, record.id, author.ip, now),
    author.browser === undefined ? undefined : browserHash(master, record.id, author.browser),
  ]);
  const day = Math.floor(now / DAY);
  const given = submission.id;
  const [id, alias] =
    given === undefined ? await Promise.all([madeId(hash, day), madeId(hash, day - 1)]) : [given, undefined];
  return {
    id,
    alias,
    comment: commentOf(submission, now),
    hash,
    mail,
    network,
    browser,
    arrived: now,
    recheckReason,
    test,
  };
}

/** What makes a submission this one and not another: a changed name or link is an edit too. */
async function contentHash(submission: Submission, site: string, master: string): Promise<string> {
  const { content, author, post, type } = submission;
  const key = await derive(master, site, "content", 0);
  const parts = [content, author.name, author.email, author.url, post.url, type].map((part) => part ?? null);
  return hex(await hmac(hex(key), JSON.stringify(parts)));
}

/** An id for a submission that came without: the same for the same content on one day. */
const madeId = async (hash: string, day: number) => `h-${hex(await hmac(hash, String(day))).slice(0, 24)}`;
