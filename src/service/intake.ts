import type { Warning } from "../contract/as-meant.ts";
import type { Intake } from "../contract/intake.ts";
import type { Seed } from "../contract/site-record.ts";
import { commentOf, type Submission } from "../contract/submission.ts";
import { dayOf } from "../platform/clock.ts";
import { derive, hex, hmac } from "../secrets/derive.ts";
import { browserHash, isPublicAddress, mailHash, networkHashes } from "../secrets/identity.ts";

interface Sent {
  readonly submission: Submission;
  /** What was cut of it. */
  readonly warnings: readonly Warning[];
  /** Its content as what makes it this submission, where a client writes one and the same in several ways. */
  readonly same?: Submission;
}

/**
 * Makes a submission ready for the site object: names it, hashes its content, replaces its addresses by keyed
 * hashes.
 */
export async function intakeOf(
  { submission, warnings, same = submission }: Sent,
  record: Seed,
  master: string,
  now: number,
): Promise<Intake> {
  const { author, recheckReason, test } = submission;
  const [hash, mail, network, browser] = await Promise.all([
    contentHash(same, record, master),
    author.email === undefined ? undefined : mailHash(master, record, author.email),
    author.ip === undefined || !isPublicAddress(author.ip)
      ? undefined
      : networkHashes(master, record, author.ip, now),
    author.browser === undefined ? undefined : browserHash(master, record, author.browser),
  ]);
  const day = dayOf(now);
  const given = submission.id;
  const [id, alias] =
    given === undefined ? await Promise.all([madeId(hash, day), madeId(hash, day - 1)]) : [given, undefined];
  return {
    id,
    alias,
    comment: commentOf(submission, now, warnings),
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
async function contentHash(submission: Submission, site: Seed, master: string): Promise<string> {
  const key = await derive(master, site, "content", 0);
  return hex(await hmac(hex(key), identityOf(submission)));
}

const identityOf = ({ content, author, post, type }: Submission): string =>
  JSON.stringify(
    [content, author.name, author.email, author.url, post.url, type].map((part) => part ?? null),
  );

/** An id for a submission that came without: the same for the same content on one day. */
const madeId = async (hash: string, day: number) => `h-${hex(await hmac(hash, String(day))).slice(0, 24)}`;

/**
 * The guid of a comment that an Akismet client does not name: 32 hexadecimal digits, the same for the same
 * page, answered comment, author, mail, website and content whenever it is asked about, so that a recheck is the same
 * comment; and another for any other content, so that nobody rewrites a comment by writing under its author's name.
 */
export async function madeGuid(submission: Submission, site: Seed, master: string): Promise<string> {
  const key = await derive(master, site, "content", 0);
  const answered = submission.parent?.id === undefined ? "" : `\n${submission.parent.id}`;
  return hex(await hmac(hex(key), `guid\n${identityOf(submission)}${answered}`)).slice(0, 32);
}
