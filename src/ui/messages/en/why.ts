import type { Decision } from "../../../core/judging/decision.ts";
import type { RuleKind } from "../../../core/judging/rule-kind.ts";
import type { PayloadKind } from "../../../core/reading/payload.ts";

/** Why a comment is where it is: `short` has two to five words; in a sentence *these words* count more. */
interface Why {
  readonly short: string;
  readonly sentence: string;
}

interface Figures {
  readonly share: string;
  readonly publish: string;
  readonly reject: string;
}

const held: Partial<Record<RuleKind, Why>> = {
  abuse: {
    short: "may insult or threaten",
    sentence: "Waits because *it may insult or threaten somebody*. That says nothing of spam.",
  },
  "first comment": {
    short: "first comment here",
    sentence: "Waits because *it is the author’s first comment*, and you asked to see those.",
  },
  link: {
    short: "carries a link",
    sentence: "Waits because *it carries a link*, and you asked to see every link.",
  },
  "old post": {
    short: "under an old post",
    sentence: "Waits because *the post is older* than you set, and you asked to see what comes there.",
  },
  "nothing to read": { short: "nothing to read", sentence: "Waits because *it shows nothing to read*." },
  cut: {
    short: "very long",
    sentence: "Waits because *it is longer than 65,536 bytes*: only its start was read.",
  },
  double: {
    short: "said twice",
    sentence: "Waits because *it says again* what a comment on that page says.",
  },
  "answers spam": {
    short: "answers spam",
    sentence: "Waits because *it answers a comment that is spam here*.",
  },
  surge: {
    short: "unusually many came",
    sentence: "Waits because *far more comments than usual* came in: what would be published is held.",
  },
  "no proof": {
    short: "without your form’s proof",
    sentence:
      "Waits because *it came without the proof* that you ask for in the form: its writer’s browser may run no script.",
  },
  "bad proof": {
    short: "form’s proof not right",
    sentence:
      "Waits because *the proof* that you ask for in the form *was not right*, too old or used before.",
  },
  "proof unknown": {
    short: "form’s proof not verified",
    sentence: "Waits because *nobody could verify the proof* that you ask for in the form.",
  },
  unreachable: {
    short: "judged without history",
    sentence: "Waits because *the site did not answer* when it came, so it was judged without history.",
  },
};

/** What the comments of a wave show together; no networks: they are not known. */
interface Together {
  readonly names: number;
  readonly networks: number;
  readonly within: string;
}

const togetherText = ({ names, networks, within }: Together): string => {
  const from = networks === 0 ? "" : networks === 1 ? ", 1 network" : `, ${networks} networks`;
  return `: ${names === 1 ? "1 name" : `${names} names`}${from}, all within ${within}`;
};

export const why = {
  held: (kind: RuleKind, rule: string): Why =>
    held[kind] ?? { short: "your rule", sentence: `Waits because of *your rule*: ${rule}.` },
  spread: (domain: string, others: number): Why => ({
    short: `${others} others link there, too`,
    sentence: `Waits because *${others} others* linked to *${domain}* within a day, and nobody here approved of it yet. Approve one, and it is known.`,
  }),
  alike: (n: number, seen?: Together): Why => ({
    short: `${n} alike, one campaign`,
    sentence: `Waits because *${n} comments say almost the same*${seen ? togetherText(seen) : ""}. You decide once.`,
  }),
  payload: (what: string, short: string, share: string): Why => ({
    short: `${short}, and ${share} sure`,
    sentence: `Waits because *it holds ${what}* and the filter is only *${share} sure* it is spam.`,
  }),
  payloadShort: {
    link: "link",
    "author-link": "website",
    mail: "mail address",
    phone: "phone number",
    messenger: "messenger",
    wallet: "wallet",
  } as Record<PayloadKind, string>,
  unsure: ({ share }: Figures): Why => ({
    short: `only ${share} sure`,
    sentence: `Waits because *the filter is not sure*: ${share} spam.`,
  }),
  notFineEnough: ({ share, publish }: Figures): Why => ({
    short: `${share}, your limit is ${publish}`,
    sentence: `Waits because *the filter is not sure enough* that it is fine: ${share} spam, and you publish below ${publish}.`,
  }),
  notSpamEnough: ({ share, reject }: Figures): Why => ({
    short: `${share}, your limit is ${reject}`,
    sentence: `Waits because *the filter is not sure enough* that it is spam: ${share}, and you stop above ${reject}.`,
  }),
  published: ({ share, publish }: Figures): Why => ({
    short: `published, ${share} spam`,
    sentence: `*Published by the filter*: ${share} spam, and you publish below ${publish}.`,
  }),
  stopped: ({ share, reject }: Figures): Why => ({
    short: `stopped, ${share} sure`,
    sentence: `*Stopped by the filter*: ${share} sure that it is spam, and you stop above ${reject}.`,
  }),
  byRule: {
    publish: (rule: string): Why => ({
      short: "published by your rule",
      sentence: `*Published by your rule*: ${rule}.`,
    }),
    reject: (rule: string): Why => ({
      short: "stopped by your rule",
      sentence: `*Stopped by your rule*: ${rule}.`,
    }),
  },
  decided: (decision: Decision, by: string, ago: string): Why => {
    const done = { approve: "Approved", spam: "Marked as spam", discard: "Discarded" }[decision];
    return { short: `${done.toLowerCase()} by ${by}`, sentence: `*${done} by ${by}*, ${ago}.` };
  },
  rules: {
    staff: "written by one of the blog’s own people",
    "own user": "a user of the blog’s own",
    "own pingback": "a pingback of the site’s own",
    cut: "longer than 65,536 bytes",
    "test author": "a test author that is always spam",
    blocked: "blocked",
    allowed: "allowed",
    "blocked author": "blocked author",
    "allowed author": "trusted author",
    wave: "one of a wave that was decided",
    "first comment": "first comment of the author",
    link: "carries a link",
    "old post": "under an old post",
    "nothing to read": "nothing to read",
    double: "said twice",
    "answers spam": "answers spam",
    abuse: "may insult or threaten",
    surge: "unusually many came",
    spread: "many others link there, too",
    "no proof": "came without the form’s proof",
    "bad proof": "the form’s proof was not right",
    "proof unknown": "the form’s proof was not verified",
    unreachable: "judged without history",
  } satisfies Record<Exclude<RuleKind, "unknown">, string>,
  onRuler: (share: string) => `${share} on the scale from published to spam`,
  publishedBelow: (limit: string) => `published below ${limit}`,
  youLook: "you look",
  spamAbove: (limit: string) => `spam above ${limit}`,
  asked: (below: string, above: string) => `You asked to see everything between ${below} and ${above}`,
  withPayload: (kinds: string) => `that holds ${kinds}.`,
  bare: "that holds nothing to follow.",
  changeThat: "Change that",
};
