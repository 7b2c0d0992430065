const comments = (n: number) => (n === 1 ? "1 comment" : `${n} comments`);

/** A site's overview. */
export const dashboard = {
  time: "Time",
  last: (days: number) => `${days} days`,
  inSentences: "In three sentences",
  took: (share: string, all: number) => `Hamlet took ${share} of ${comments(all)} off you.`,
  byItself: (published: string, stopped: string, held: number) =>
    `It published ${published} and stopped ${stopped} by itself; ${held} waited for you.`,
  nothing: "Nothing came in during this time.",
  wrong: (n: number) => (n === 0 ? "You found none that it got wrong." : `You found ${n} that it got wrong.`),
  wrongHow: (looked: number, lost: number, out: number) =>
    `You looked at ${looked} of what it decided by itself: ${lost} good ${lost === 1 ? "comment" : "comments"} stopped, ${out} spam published.`,
  unknown: "Nobody knows yet where it was wrong.",
  nobodyLooked: "Nobody has looked at what it decided by itself.",
  unseen: (n: number) => (n === 1 ? "1 that it stopped is unseen." : `${n} that it stopped are unseen.`),
  sweep: "Look at the least sure",
  fewer: (n: number) => `You could see ${n} fewer.`,
  fewerHow: (setting: string, comments: string, now: string, later: string) =>
    `With “${setting}”, of the last ${comments} comments ${later} would have waited for you instead of ${now};`,
  slips: (spam: number, good: number) =>
    spam + good === 0
      ? "no more spam would have gone out, and no more good comments been stopped."
      : `${spam} more spam would have gone out, and ${good} more good ${good === 1 ? "comment" : "comments"} been stopped.`,
  showThem: (n: number, most: number) => (n <= most ? `Show the ${n}` : `Show ${most} of the ${n}`),
  tryIt: (setting: string) => `Try “${setting}”`,
  noAdvice: "Leave it as it is.",
  tooFew: "Too few comments have come to tell whether another setting would serve you better.",
  asItIs: (comments: string) =>
    `Of the last ${comments} comments no other setting would have shown you fewer at hardly any more mistakes.`,
  came: "came in",
  thanBefore: (more: number, days: number) =>
    more === 0
      ? `as many as in the ${days} days before`
      : `${Math.abs(more)} ${more > 0 ? "more" : "fewer"} than in the ${days} days before`,
  held: "waited for you",
  noWait: "none of them was decided yet",
  halfWithin: (time: string) => `half of those decided less than ${time}`,
  taken: "decided",
  byPeople: "by people, and it stands",
  lost: "good, but stopped",
  ofLooked: (n: number) => `of ${n} stopped ones that people looked at`,
  byDay: "Comments a day",
  day: "Day",
  most: (n: string, day: string) => `Most came on ${day}: ${n}.`,
  outcomes: { publish: "published", review: "waited for you", reject: "stopped as spam" },
  table: "As a table",
  unsureTitle: "Where it may have been wrong",
  allStopped: "All that it stopped, least sure first",
  noneUnsure: "Nothing that it stopped is unseen, and nothing was brought back.",
  stoppedAs: (share: string) => `stopped as ${share} spam`,
  rescued: "brought back",
  itWas: { approve: "It was fine", spam: "It was spam" },
  trust: "How far these figures can be trusted",
  stoppedSeen: (looked: number, all: number, right: number) =>
    `You have looked at ${looked} of the ${all} that it stopped; ${right} were spam.`,
  stoppedUnseen: (all: number) => `Nobody has looked at the ${all} that it stopped.`,
  publishedSeen: (looked: number, all: number, right: number) =>
    `You have looked at ${looked} of the ${all} that it published; ${right} were fine.`,
  publishedUnseen: (all: number) => `Nobody has looked at the ${all} that it published.`,
  recall: (part: number, of: number) => `Of ${of} that people called spam it had stopped ${part} by itself.`,
  between: (low: string, high: string) => `So of all of them, most likely between ${low} and ${high}.`,
  of: (part: number, of: number) => `${part} of ${of}`,
  selection:
    "People look at what waits or is doubtful rather than at what is clear: these figures speak of those comments. Look through all that was stopped on a day now and then.",
  verdicts: "What it said beside what people said",
  verdict: "It",
  decisions: { approve: "approved", spam: "spam", discard: "discarded" },
  signals: "What it goes by here, and how often that was right",
  signalsHint: (n: number) => `Of the newest ${n} decided comments that are still kept.`,
  noSignals: "Nothing to measure yet: decide on some comments first.",
  daysHint: "Days are UTC. In log-only mode: what it would have done.",
};
