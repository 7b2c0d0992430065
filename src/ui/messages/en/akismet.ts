/** Akismet's clients, and log-only mode. */
export const akismet = {
  title: "Akismet clients",
  hint: "WordPress, Discourse, Rails, Django and any other client of Akismet work with Hamlet when they are given this address and a key of their own.",
  address: "Address",
  keyOnce: (n: number) => `Key ${n}: copy it now, it is not shown again`,
  make: "Make a key",
  another: "Another key",
  keyHint: "It opens Akismet’s routes of this site and nothing else. Revoke it on the site’s page.",
  last: "The last requests",
  none: "None yet. When a client checks its key it shows up here.",
  refused: "Refused: wrong keys",
  when: "When",
  what: "What",
  client: "Client",
  blog: "Blog",
  key: "Key",
  answer: "Answer",
  valid: (n: number) => `${n}, valid`,
  unnamed: "(unnamed)",
  foreign: "not one of this site’s hosts",
  faults: {
    missing: "no key sent",
    malformed: "not 12 characters of a–z and 0–9",
    unknown: "a key that nobody has",
    revoked: "a key that was revoked",
    "site key in the address": "the site key, in a host name or an address",
  },
  trial: {
    running: (days: number, of: number) =>
      `Log-only mode: Hamlet watches and changes nothing. Day ${days + 1} of ${of}; then it says here what it would have done.`,
    had: (days: number, all: number) => `Had Hamlet decided in the last ${days} days, of ${all} comments`,
    seen: (n: number) => `${n} would have waited for you;`,
    lost: (n: number) =>
      n === 0
        ? "no comment that you approved would have been stopped,"
        : n === 1
          ? "1 that you approved would have been stopped,"
          : `${n} that you approved would have been stopped,`,
    out: (n: number) =>
      n === 0
        ? "and none that you called spam would have been published."
        : `and ${n} that you called spam would have been published.`,
    letIt: "Let Hamlet decide from now on",
    details: "Which ones?",
  },
  logOnly: {
    title: "Log-only",
    heading: "What Hamlet would have done",
    nothing: "Nothing to compare.",
    noComment: "No comment has come yet.",
    enforced:
      "The site’s mode is enforce: in log-only mode everything is published, and what Hamlet would have done is counted here.",
    lost: "Good comments that it would have lost:",
    missed: "Spam that it would have published:",
    held: "For a person to look at:",
    of: (held: number, all: number) => `${held} of ${all}`,
    silence:
      "“Nothing said” is no judgement: nobody decided on these comments here, nor told Hamlet what was decided on the blog.",
    differing: "Where people said otherwise",
    would: "Hamlet would have",
    woulds: { publish: "published", review: "held for a person", reject: "rejected" },
    saids: { published: "approved", spam: "spam", discarded: "discarded", nothing: "nothing said" },
    differs: (would: string, by: string, decision: string) => `Hamlet: ${would}. ${by}: ${decision}.`,
    why: "Why?",
    table: "Comparison",
  },
};
