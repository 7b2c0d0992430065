import type { GroupView, WaveView } from "../../contract/views.ts";
import { type Likeness, Lookalikes, likenesses, type Trait } from "../../core/memory/lookalikes.ts";
import { linkedDomains, readLinks } from "../../core/reading/subject.ts";
import type { Site } from "../site.ts";
import type { TraitRow } from "../tables/comment-lists.ts";
import type { CommentRow } from "../tables/comments.ts";

/** A comment that stands behind another like it. */
export interface Member {
  readonly id: string;
  readonly arrived: number;
  readonly by: Likeness;
  readonly name: string | null;
  readonly prefix: string | null;
  readonly domains: readonly string[];
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
    group.push(memberOf(waiting, found.by));
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
    return found ? [memberOf(waiting, found.by)] : [];
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

/** What is like a comment, wherever it is now: ids, what waits first; of what was decided or published what is kept in mind. */
export function similarTo(site: Site, row: CommentRow, most: number): string[] {
  const waits = alikeTo(site, row.id).map(({ id }) => id);
  if (waits.length >= most) return waits.slice(0, most);
  const { exact, sketch } = row;
  const fingerprint = exact !== null && sketch !== null ? { exact, sketch } : undefined;
  const elsewhere = site.recent.like({ id: row.id, fingerprint, mail: row.mail ?? undefined });
  return [...waits, ...elsewhere].slice(0, most);
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

/** Domains told of a wave. */
const MOST_DOMAINS = 5;

/** What a comment and those that stand behind it show together; undefined: they are not a wave. */
export function waveView(site: Site, row: CommentRow, members: readonly Member[]): WaveView | undefined {
  if (members.length === 0 || members.some(({ by }) => by !== "text")) return undefined;
  const name = row.comment.author.name ?? null;
  const lead = { ...traitOf(site, { ...row, name }), name, prefix: row.prefix, arrived: row.arrived };
  const all = [lead, ...members];
  const distinct = (values: readonly (string | null)[]) => new Set(values.filter((one) => one !== null)).size;
  const times = all.map(({ arrived }) => arrived);
  const often = new Map<string, number>();
  for (const domain of all.flatMap(({ domains }) => domains)) often.set(domain, (often.get(domain) ?? 0) + 1);
  return {
    names: distinct(all.map((one) => one.name)),
    networks: distinct(all.map((one) => one.prefix)),
    within: Math.max(...times) - Math.min(...times),
    domains: [...often]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_DOMAINS)
      .map(([domain]) => domain),
  };
}

/** Comments compared, those that wait longest: with more waiting than this, groups form as the queue is worked. */
const COMPARED = 2000;
/** Where more wait than are compared, they are read again once so many of these are decided. */
const SLACK = 200;

type Waiting = Trait & Pick<Member, "arrived" | "name" | "prefix">;

const memberOf = ({ id, arrived, name, prefix, domains }: Waiting, by: Likeness): Member => ({
  id,
  arrived,
  by,
  name,
  prefix,
  domains,
});

interface Known {
  readonly traits: ReadonlyMap<string, Waiting>;
  /** There may be more that wait. */
  readonly isFull: boolean;
}

const known = new WeakMap<Site, Known>();

/** What waits, as it is compared; kept while the object is awake: after that only what changed is read. */
function waitingTraits(site: Site): readonly Waiting[] {
  const touched = site.takeTouched();
  const before = known.get(site);
  const now = before && touched ? followed(site, before, touched) : undefined;
  const kept = now ?? readAll(site);
  known.set(site, kept);
  return [...kept.traits.values()].map((waiting) => withoutGood(site, waiting));
}

function readAll(site: Site): Known {
  const rows = site.lists.waiting(COMPARED);
  return {
    traits: new Map(rows.map((row) => [row.id, waitingOf(site, row)])),
    isFull: rows.length === COMPARED,
  };
}

/** Undefined: they are to be read anew. */
function followed(site: Site, { traits, isFull }: Known, touched: ReadonlySet<string>): Known | undefined {
  if (touched.size === 0) return { traits, isFull };
  const last = [...traits.values()].at(-1)?.arrived ?? 0;
  const stayed = [...traits.values()].filter(({ id }) => !touched.has(id));
  const come = site.lists
    .waitingAmong([...touched])
    .filter(({ arrived }) => !isFull || arrived <= last)
    .map((row) => waitingOf(site, row));
  const all = [...stayed, ...come].sort((a, b) => a.arrived - b.arrived || (a.id < b.id ? -1 : 1));
  if (isFull && all.length < COMPARED - SLACK) return undefined;
  const some = all.slice(0, COMPARED);
  return { traits: new Map(some.map((one) => [one.id, one])), isFull: isFull || all.length > COMPARED };
}

const waitingOf = (site: Site, row: TraitRow & { readonly arrived: number }): Waiting => ({
  ...plainTrait(site, row),
  arrived: row.arrived,
  name: row.name,
  prefix: row.prefix,
});

/** What is compared of a comment, whatever was approved here. */
function plainTrait(site: Site, row: TraitRow): Trait {
  const named = row.name !== null && row.prefix !== null ? `${row.prefix} ${row.name}` : undefined;
  return {
    id: row.id,
    fingerprint:
      row.exact !== null && row.sketch !== null ? { exact: row.exact, sketch: row.sketch } : undefined,
    author: row.mail ?? named,
    domains: linkedDomains(readLinks(row.comment, site.policy.hosts)),
  };
}

/** Everybody links to what was approved before: that makes nothing alike. */
function withoutGood<T extends Trait>(site: Site, trait: T): T {
  if (trait.domains.length === 0) return trait;
  const records = site.learned.reputation.domains(trait.domains);
  const good = new Set(records.flatMap(({ domain, ham }) => (ham > 0 ? [domain] : [])));
  return good.size === 0 ? trait : { ...trait, domains: trait.domains.filter((domain) => !good.has(domain)) };
}

/** What is compared of a comment. */
export const traitOf = (site: Site, row: TraitRow): Trait => withoutGood(site, plainTrait(site, row));
