/** The page of the filter, and what stands below every group of settings. */
export const filter = {
  about: (comments: string) =>
    `The figures show what each choice would have done to the last ${comments} comments of this site. Spam beyond doubt is left out: no choice lets it through.`,
  aboutNone: "When comments have come, figures show here what each choice would have done to them.",
  onPage: "On this page",
  much: "How much you see",
  always: "Always show me, whatever the filter thinks",
  learning: "Learning",
  learnDecisions: {
    label: "Learn from my decisions",
    hint: "Approve and Spam teach it. Discard teaches nothing, so use it for what is merely unwanted. What was learned before stays.",
  },
  learnCertain: {
    label: "Learn from what it is certain of",
    hint: "Weighs less than your word, a week later, and is taken back when you correct it.",
  },
  ages: [
    ["", "never mind the age"],
    ["365", "one year"],
    ["1095", "three years"],
  ] as readonly (readonly [string, string])[],
  days: (n: string) => `${n} days`,
  aYear: (effect = "") => (effect === "" ? "" : `Of a year: ${effect}`),
  chips: {
    label: "Languages it is written in; none: any",
    add: "Add",
    remove: "Remove {x}",
    choose: "A language to add",
  },
  acts: "Whether it acts",
  seen: "Seen by you",
  spamOut: "Spam published",
  goodStopped: "Good ones stopped",
  now: "now",
  presets: {
    careful: "Ask me unless it is plain.",
    balanced: "Ask me when there is doubt.",
    light: "Leave me alone, a slip now and then is fine.",
  },
  limits: (publish: string, bare: string, stop: string) =>
    `Publish below ${publish}, and below ${bare} what holds nothing to follow; stop above ${stop}.`,
  ofSeen: (comments: string) => `of ${comments} seen by you ·`,
  ofSpam: "spam published ·",
  ofGood: "good ones stopped",
  own: "My own numbers",
  ownLimits: {
    publishBelow: "Publish below",
    publishBareBelow: "with nothing to follow, below",
    rejectAbove: "Stop above",
  },
  ownHint: "Empty: as the setting has it. Nothing to follow: no link, no address, no number to call.",
  noPercent: "a number from 0 to 100",
  order: {
    publishBelow: "must be less than where it stops",
    publishBareBelow: "must lie between the other two",
    rejectAbove: "must be more than where it publishes",
  },
  scale: "Where they fell",
  scaleHint:
    "Each bar is a step on the filter’s scale, from surely fine to surely spam; the dashed lines are the limits.",
  waited: (more: number) =>
    more === 0 ? "" : `${Math.abs(more)} ${more > 0 ? "more" : "fewer"} would have waited for you.`,
  spamMore: (more: number) =>
    more === 0 ? "" : `${Math.abs(more)} spam ${more > 0 ? "more" : "fewer"} would have gone out.`,
  goodMore: (more: number) =>
    more === 0
      ? ""
      : `${Math.abs(more)} good ${Math.abs(more) === 1 ? "one" : "ones"} ${more > 0 ? "more" : "fewer"} would have been stopped.`,
  notSaved: "Not saved:",
  leave: "Leave it",
  effectOn: (more: number, spam: number) =>
    spam === 0
      ? `${more} more would have waited.`
      : `${more} more would have waited, and ${spam} spam not gone out.`,
  effectOff: (fewer: number) => `Without it ${fewer} fewer would have waited.`,
  languagesHint: "Other scripts then count as a sign of spam.",
  modes: {
    enforce: "It publishes, holds and stops.",
    "log-only": "Everything is published; what it would have done is told.",
  },
  listsAbout:
    "An entry decides before the filter does. Of an author, a host or a word that is blocked nothing is published; of one that is allowed nothing is stopped.",
};
