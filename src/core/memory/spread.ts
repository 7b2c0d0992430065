import { namesDomain } from "../judging/lists.ts";
import type { DomainRecord, Spread } from "./history.ts";
import { isPublicHost } from "./public-hosts.ts";

const DAY = 86_400_000;
/** So many other people who link to what nobody here knows are no accident; on one page, where they answer each other, it takes more. */
const SEVERAL = 3;
const SEVERAL_ON_ONE_PAGE = 6;
/** Parts of the network by which one person may come in a day: who comes by more under one name is several. */
const NETWORKS = 3;

/** Of the domains that a comment links to, those that nobody here has approved of or allowed, and that are not everybody's. */
export function strangeDomains(
  linked: readonly string[],
  records: readonly DomainRecord[],
  allowed: readonly string[],
): string[] {
  if (linked.length === 0) return [];
  const approved = new Set(records.filter(({ ham }) => ham > 0).map(({ domain }) => domain));
  return linked.filter(
    (domain) => !approved.has(domain) && !isPublicHost(domain) && !namesDomain(allowed, domain),
  );
}

/** Of a comment, who sent it and where to, and where it leads. Hashes are keyed; times in milliseconds since 1970. */
interface Sent {
  readonly id: string;
  readonly arrived: number;
  readonly post: string | undefined;
  readonly mail: string | undefined;
  readonly name: string | undefined;
  readonly domains?: readonly string[] | undefined;
}

type Arrival = Sent & { readonly prefixes: readonly string[] };
type Trace = Sent & { readonly prefix: string | undefined };

/** Who came with a link to one domain, by what networks, and on which pages. */
interface Seen {
  readonly networks: Map<string, Set<string>>;
  readonly pages: Set<string | undefined>;
}

/** The strange domain of a comment to which most other people link within a day, if they are several; undefined: they are not. */
export function spreadOf(arrival: Arrival, traces: Iterable<Trace>): Spread | undefined {
  const { domains = [] } = arrival;
  if (domains.length === 0) return undefined;
  const seen = new Map(domains.map((domain): [string, Seen] => [domain, firstSeen(arrival)]));
  for (const trace of traces) {
    if (!trace.domains || trace.id === arrival.id || arrival.arrived - trace.arrived >= DAY) continue;
    for (const domain of trace.domains) {
      const one = seen.get(domain);
      if (one) add(one, trace);
    }
  }
  return widest([...seen]);
}

function firstSeen(arrival: Arrival): Seen {
  const networks = new Map([[whoOf(arrival), new Set(arrival.prefixes.slice(0, 1))]]);
  return { networks, pages: new Set([arrival.post]) };
}

function add({ networks, pages }: Seen, trace: Trace): void {
  const who = whoOf(trace);
  const known = networks.get(who) ?? new Set();
  if (trace.prefix !== undefined) known.add(trace.prefix);
  networks.set(who, known);
  pages.add(trace.post);
}

/** By what people are told apart here: most have no mail address, and a name is soon made up. */
const whoOf = ({ mail, name }: Pick<Sent, "mail" | "name">): string => `${mail ?? ""} ${name ?? ""}`;

function widest(all: readonly (readonly [string, Seen])[]): Spread | undefined {
  let most: Spread | undefined;
  for (const [domain, { networks, pages }] of all) {
    // One of all is who comes now.
    let others = -1;
    for (const { size } of networks.values()) others += Math.max(1, Math.floor(size / NETWORKS));
    const isWide = others >= (pages.size > 1 ? SEVERAL : SEVERAL_ON_ONE_PAGE);
    if (isWide && others > (most?.others ?? 0)) most = { domain, others, pages: pages.size };
  }
  return most;
}
