/** What a client of Akismet's protocol does with `true`, as its source says. */
type OnTrue =
  /** Keeps it for a person, who sees it among what waits. */
  | "pending"
  /** Puts it into a spam folder, which is emptied by itself. */
  | "folder, emptied"
  /** It is a library: the program around it decides. */
  | "unknown";

interface Client {
  readonly name: string;
  readonly agent: RegExp;
  readonly onTrue: OnTrue;
}

/** Clients by their User-Agent, the first that fits: docs/integrations/others.md tells where each was read. */
const clients: readonly Client[] = [
  { name: "WordPress' plugin", agent: /^WordPress\/\S+ \| Akismet\//, onTrue: "folder, emptied" },
  { name: "Discourse", agent: /^Discourse\//, onTrue: "pending" },
  { name: "Flarum", agent: /^Flarum\//, onTrue: "pending" },
  { name: "phpBB", agent: /^phpBB\//, onTrue: "pending" },
  { name: "Akeeba Engage (Joomla)", agent: /^Joomla\/\S+ \| AkeebaEngage\//, onTrue: "folder, emptied" },
  { name: "@cedx/akismet, akismet-api", agent: /^Node\.js\/\S+ \| Akismet/, onTrue: "unknown" },
  { name: "TijsVerkoyen/Akismet (SilverStripe)", agent: /^PHP Akismet\//, onTrue: "unknown" },
  { name: "rakismet", agent: /(?:^|\| )Rakismet\//, onTrue: "unknown" },
  { name: "Net::Akismet", agent: /Perl-Net-Akismet\//, onTrue: "unknown" },
];

/** A client by its User-Agent; undefined: none that is known. */
const clientOf = (agent: string): Client | undefined => clients.find((client) => client.agent.test(agent));

/** How a comment that waits is told. `hold`: `false`, with headers by which the client keeps it pending. */
export type HeldAs = "hold" | "spam" | "ham";

/** The first version of WordPress' plugin that keeps a comment pending when it is told to ask again. */
const HOLDS = [5, 5] as const;

/** Whether WordPress' plugin brings the file that Hamlet gives along with it. */
export const hasOwnFile = (agent: string): boolean => /^WordPress\/.* \| Hamlet\//.test(agent);

/** Whether a client can keep a comment pending by itself, or with Hamlet's file. */
function canHold(agent: string): boolean {
  const version = /^WordPress\/\S+ \| Akismet\/(\d+)\.(\d+)/.exec(agent);
  if (!version) return false;
  const [major, minor] = [Number(version[1]), Number(version[2])];
  return hasOwnFile(agent) || major > HOLDS[0] || (major === HOLDS[0] && minor >= HOLDS[1]);
}

/**
 * How a client is told of a comment that waits, where the owner leaves it to Hamlet: so that nobody's comment is lost.
 * Only what a client keeps for a person to see is told as spam.
 */
export function heldAsOf(agent: string): HeldAs {
  if (canHold(agent)) return "hold";
  return clientOf(agent)?.onTrue === "pending" ? "spam" : "ham";
}
