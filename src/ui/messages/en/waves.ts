/** Rules that decide later ones of a wave as it was decided. */
export const waves = {
  later: "Decide later ones the same way, for 7 days",
  laterHint:
    "Spam and Discard only. Whom you trust or approved before is left alone, and an approval takes back what it contradicts.",
  block: (n: number) =>
    n === 1
      ? "Block the link address"
      : n === 2
        ? "Block both link addresses"
        : `Block all ${n} link addresses`,
  blocked: (addresses: string) => `Blocked: ${addresses}.`,
  notBlocked: "The link addresses were not blocked: the list is full.",
  until: (day: string) => `later ones, too, until ${day}`,
  full: "Later ones wait as before: 20 such rules stand on this site, end one first.",
  nothing: "Later ones wait as before: these have nothing in common to know them by.",
  came: (n: number, day: string) =>
    n === 1
      ? `1 more came in and went the same way. Until ${day}.`
      : `${n} more came in and went the same way. Until ${day}.`,
  cameOfSeveral: (n: number, rules: number) => `${n} more of ${rules} waves came in and went the same way.`,
  stop: "Stop that",
  seeThem: "See them",
  title: "Waves decided for later ones, too",
  hint: "What comes in and is a near copy goes the way the wave went, teaches nothing, and ends by itself.",
  none: "None now.",
  rule: (decision: string, n: number, by: string) => `${decision}: ${n} alike, by ${by}`,
  caught: (n: number, day: string) =>
    n === 1 ? `1 later one so far, until ${day}` : `${n} later ones so far, until ${day}`,
  leadGone: "The comments are no longer kept.",
  end: "End it",
  endAndUndo: "End it and take back what it decided",
  takeBack: (n: number) => (n === 1 ? "Take the later one back" : `Take these ${n} back`),
  stopped: { short: "like a wave", spam: "called spam", discard: "discarded" },
  like: (by: string, called: string) => `*One of a wave* that ${by} ${called}, later ones, too.`,
};
