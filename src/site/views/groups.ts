import type { GroupView } from "../../contract/views.ts";
import { type Likeness, Lookalikes, likenesses, type Trait } from "../../core/memory/lookalikes.ts";
import { linkedDomains, readLinks } from "../../core/reading/subject.ts";
import type { Site } from "../site.ts";
import type { TraitRow } from "../tables/comment-lists.ts";
import type { CommentRow } from "../tables/comments.ts";

/** Comments compared, those that wait longest: with more waiting than this, groups form as the queue is worked. */
const COMPARED = 2000;

/** A comment that stands behind another like it. */
export interface Member {
  readonly id: string;
  readonly arrived: number;
  readonly by: Likeness;
  readonly name: string | null;
}

/** What waits, in groups of comments that are alike: each is led by its oldest, and all compared with the leader alone. */
export interface Groups {
  readonly membersOf: (leader: string) => readonly Member[];
  /** Ids that stand behind another. */
  readonly behind: readonly string[];
  /** Behind which one a comment stands; undefined: behind none. */
  readonly leaderOf: (id: string) => string | undefined;
}

export function groupsOf(site: Site): Groups {
  const { changes } = site;
  const known = made.get(site);
  if (known?.changes === changes) return known.groups;
  const groups = group(site);
  made.set(site, { changes, groups });
  return groups;
}

/** Most pages are looked at while nothing has changed. */
const made = new WeakMap<Site, { readonly changes: number; readonly groups: Groups }>();

function group(site: Site): Groups {
  const leaders = new Lookalikes();
  const members = new Map<string, Member[]>();
  const ledBy = new Map<string, string>();
  const behind: string[] = [];
  for (const waiting of waitingTraits(site)) {
    const found = leaders.like(waiting);
    if (!found) {
      leaders.add(waiting);
      continue;
    }
    behind.push(waiting.id);
    ledBy.set(waiting.id, found.id);
    const group = members.get(found.id) ?? [];
    group.push({ id: waiting.id, arrived: waiting.arrived, by: found.by, name: waiting.name });
    members.set(found.id, group);
  }
  return {
    membersOf: (leader) => members.get(leader) ?? [],
    behind,
    leaderOf: (id) => ledBy.get(id),
  };
}

/** What waits and is like a comment, wherever that is now. */
export function alikeTo(site: Site, id: string): Member[] {
  const row = site.comments.get(id);
  if (!row) return [];
  const one = new Lookalikes([
    traitOf(site, {
      ...row,
      name: row.comment.author.name ?? null,
    }),
  ]);
  return waitingTraits(site).flatMap((waiting) => {
    const found = waiting.id === id ? undefined : one.like(waiting);
    const { id: other, arrived, name } = waiting;
    return found ? [{ id: other, arrived, by: found.by, name }] : [];
  });
}

/** What is left of a group whose leader is decided: what is like that one, and stands behind no other that is not. */
export function restOf(site: Site, id: string): Member[] {
  const alike = alikeTo(site, id);
  const ids = new Set(alike.map((member) => member.id));
  const { leaderOf } = groupsOf(site);
  return alike.filter((member) => {
    const leader = leaderOf(member.id);
    return leader === undefined || ids.has(leader);
  });
}

/** Decided comments of a place, the newest, that are compared with one that is open. */
const COMPARED_DECIDED = 100;

/** What is like a comment, wherever it is now: ids, what waits first. */
export function similarTo(site: Site, row: CommentRow, most: number): string[] {
  const waits = alikeTo(site, row.id).map(({ id }) => id);
  if (waits.length >= most) return waits.slice(0, most);
  const one = new Lookalikes([traitOf(site, { ...row, name: row.comment.author.name ?? null })]);
  const decided = (["published", "spam"] as const)
    .flatMap((status) => site.lists.newest(status, COMPARED_DECIDED))
    .filter((other) => other.id !== row.id && one.like(traitOf(site, other)) !== undefined);
  return [...waits, ...decided.map(({ id }) => id)].slice(0, most);
}

type WaitingTrait = Trait & { readonly arrived: number; readonly name: string | null };

function waitingTraits(site: Site): WaitingTrait[] {
  return site.lists
    .waiting(COMPARED)
    .map((row) => ({ ...traitOf(site, row), arrived: row.arrived, name: row.name }));
}

/** Links are read once a comment while the object is awake: that is most of the work. */
const read = new WeakMap<Site, Map<string, readonly string[]>>();

function domainsOf(site: Site, { id, revision, comment }: TraitRow): readonly string[] {
  const known = read.get(site) ?? new Map<string, readonly string[]>();
  read.set(site, known);
  const key = `${id} ${revision}`;
  const domains = known.get(key) ?? linkedDomains(readLinks(comment, site.policy.hosts));
  if (known.size > 2 * COMPARED) known.clear();
  known.set(key, domains);
  return domains;
}

/** Everybody links to what was approved before: that makes nothing alike. */
export function traitOf(site: Site, row: TraitRow): Trait {
  const domains = domainsOf(site, row);
  const good = new Set(
    site.learned.reputation.domains(domains).flatMap(({ domain, ham }) => (ham > 0 ? [domain] : [])),
  );
  const named = row.name !== null && row.prefix !== null ? `${row.prefix} ${row.name}` : undefined;
  return {
    id: row.id,
    fingerprint:
      row.exact !== null && row.sketch !== null ? { exact: row.exact, sketch: row.sketch } : undefined,
    author: row.mail ?? named,
    domains: domains.filter((domain) => !good.has(domain)),
  };
}

/** Names told of those that stand behind a comment. */
const NAMED = 2;

/** What is told of a comment's group; undefined: nothing stands behind it. */
export function groupView(members: readonly Member[]): GroupView | undefined {
  if (members.length === 0) return undefined;
  const often = (by: Likeness) => members.filter((member) => member.by === by).length;
  const by = likenesses.filter((likeness) => often(likeness) > 0).sort((a, b) => often(b) - often(a));
  const names = new Set(members.flatMap(({ name }) => name ?? []));
  return { count: members.length, by, names: [...names].slice(0, NAMED) };
}
