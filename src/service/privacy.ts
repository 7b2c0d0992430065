import { type OutboundCall, outboundCalls } from "../contract/outbound.ts";
import {
  type Erased,
  type Person,
  type PersonErased,
  type PersonExport,
  remaining,
} from "../contract/privacy.ts";
import type { Settings } from "../contract/site.ts";
import type { Seed, SiteRecord } from "../contract/site-record.ts";
import { kvInbox } from "../queue/inbox.ts";
import { mailHash } from "../secrets/identity.ts";
import { canMail } from "./people/mails.ts";
import { askSite, noteChange, type Services, siteRecord } from "./services.ts";
import { changeSettings } from "./sites.ts";
import { takeOverAll } from "./take-in.ts";

type Remaining = (typeof remaining)[number];

/** Calls to the site object for one erasure, of 100 comments each. */
const MOST_CALLS = 40;

/** What a site's settings mean for its commenters; undefined: there is no such site. */
export async function publicSettings(
  services: Services,
  site: string,
): Promise<{ readonly settings: Settings; readonly outbound: readonly OutboundCall[] } | undefined> {
  const record = await services.directory.site(site);
  return record && { settings: record.settings, outbound: outboundCalls(record, canMail(services)) };
}

/** All that a site keeps of a commenter; undefined: there is no such site. */
export function exportPerson(
  services: Services,
  site: string,
  email: string,
): Promise<PersonExport | undefined> {
  return askSite(services, site, async (object, record) => {
    const person = await personOf(services, record, email);
    const [waiting, kept] = await Promise.all([
      kvInbox(services.env.QUEUE).ofAuthor(site, person.mail),
      object.exportPerson(person, record),
    ]);
    // What the blog asks for by its key, the site's own record tells.
    if (services.actor.member !== undefined) await noteChange(services, { what: "commenter exported", site });
    return { ...kept, inbox: waiting.length };
  });
}

/**
 * Erases a commenter: the inbox first, or what waits there would come back. Undefined: there is no such site.
 */
export function erasePerson(
  services: Services,
  site: string,
  email: string,
): Promise<PersonErased | undefined> {
  return askSite(services, site, async (object, record) => {
    const person = await personOf(services, record, email);
    const inbox = kvInbox(services.env.QUEUE);
    const waiting = await inbox.ofAuthor(site, person.mail);
    for (const key of waiting) await inbox.remove(key);
    // What others sent waits there, too, and may quote her: in the site's object it is found.
    await takeOverAll(services, site);
    let erased = await object.erasePerson(person, record);
    let { comments, queued, standing, quotes } = erased;
    const entries = new Set(erased.entries);
    const mentions = new Set(erased.mentions);
    for (let call = 1; erased.more && call < MOST_CALLS; call++) {
      erased = await object.erasePerson(person, record);
      comments += erased.comments;
      queued += erased.queued;
      standing ||= erased.standing;
      quotes += erased.quotes;
      for (const entry of erased.entries) entries.add(entry);
      for (const id of erased.mentions) mentions.add(id);
    }
    const unlisted = await unlist(services, site, entries);
    const listed = namedIn(await siteRecord(services, site), person);
    if (services.actor.member !== undefined) await noteChange(services, { what: "commenter erased", site });
    const found = { mentions: [...mentions], listed };
    const remains = remainsOf({ ...erased, ...found, queued });
    return { comments, inbox: waiting.length, standing, quotes, unlisted, ...found, remains };
  });
}

const lists = ["blocked", "allowed"] as const;

/** Takes lines out of a site's lists; answers of which. */
async function unlist(
  services: Services,
  site: string,
  entries: ReadonlySet<string>,
): Promise<(typeof lists)[number][]> {
  const record = await siteRecord(services, site);
  const holding = lists.filter((list) => record?.settings[list].some((entry) => entries.has(entry)));
  if (!record || holding.length === 0) return [];
  const left = (list: (typeof lists)[number]) => record.settings[list].filter((entry) => !entries.has(entry));
  await changeSettings(services, site, { blocked: left("blocked"), allowed: left("allowed") });
  return holding;
}

/** The lists that still name a person, by her address or its hash. */
const namedIn = (record: SiteRecord | undefined, { email, mail }: Person) =>
  lists.filter((list) =>
    record?.settings[list].some((entry) =>
      [email.toLowerCase(), mail].some((name) => entry.toLowerCase().includes(name)),
    ),
  );

async function personOf({ secrets }: Services, site: Seed, email: string): Promise<Person> {
  return { email, mail: await mailHash(secrets.HAMLET_SECRET, site, email) };
}

const details: Readonly<Record<Remaining, string>> = {
  comments: "There are more comments than one request erases: send it again.",
  queue: "Copies in the approval queue go within a minute, or after 00:00 UTC if the day's quota is used up.",
  mentions:
    "Other people's comments hold the address, a whole name or a text; delete those yourself if they must go.",
  lists: "Your own lists of blocked or allowed authors name the address.",
  backups: "Backups made before keep it until you delete them; restoring one brings it back.",
  recovery:
    "Cloudflare can bring the site's database back to any time of the last 30 days; then it ends by itself.",
  blog: "What your blog keeps itself, and what was sent to it or to your messages, Hamlet does not reach.",
  record: "The record of decisions keeps the ids of the comments, without text or address, for a year.",
};

function remainsOf({ more, queued, mentions, listed }: Erased): PersonErased["remains"] {
  const left: Readonly<Record<Remaining, boolean>> = {
    comments: more,
    queue: queued > 0,
    mentions: mentions.length > 0,
    lists: listed.length > 0,
    backups: true,
    recovery: true,
    record: true,
    blog: true,
  };
  return remaining.filter((what) => left[what]).map((what) => ({ what, detail: details[what] }));
}
