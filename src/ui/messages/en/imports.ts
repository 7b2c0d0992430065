/** The page of what the owner brought in of her blog's past. */
export const imports = {
  link: "Your blog’s history, brought in",
  title: "Your blog’s history",
  none: "Nothing was brought in yet. What your old system exports teaches Hamlet what you have decided for years: npm run import -- --site",
  how: "How to get the file out of your old system is told in docs/import.md.",
  byBlog: "From WordPress, by itself",
  byBlogHow:
    "The blog with our plugin can send all its comments, spam too, with its own key: for 24 hours after you let it.",
  open: "Let the blog send its history",
  isOpen: "The blog may send its history until",
  thenRun: "— run there:",
  close: "No more",
  learned: (taught: string, weak: string) =>
    weak === "0"
      ? `Learned: ${taught} comments.`
      : `Learned: ${taught} comments, and ${weak} verdicts of its old filter, with little weight.`,
  span: (from: string, to: string) => `From ${from} to ${to}.`,
  wouldHave: (comments: string, seen: string) =>
    `Judged before it was learned, as new comments are: of ${comments} comments you would have seen ${seen}.`,
  hamRejected: (n: number, of: string) =>
    n === 0
      ? `No good comment of ${of} would have been stopped.`
      : n === 1
        ? `1 good comment of ${of} would have been stopped.`
        : `${n} good comments of ${of} would have been stopped.`,
  spamPublished: (n: number, of: string) =>
    n === 0
      ? `No spam of ${of} would have been published.`
      : n === 1
        ? `1 spam of ${of} would have been published.`
        : `${n} spams of ${of} would have been published.`,
  quarters: "Quarter by quarter, oldest first",
  quarter: "Quarter",
  presets: "Setting by setting",
  comments: "Comments",
  seen: "You would have seen",
  goodStopped: "Good ones stopped",
  spamOut: "Spam published",
  kept: (n: string) => `Kept for readers: ${n} comments.`,
  keeping: "Earlier comments on your pages",
  keepingHow:
    "What was published before can be kept, too, with names, dates and threads: your pages show it with the new ones. Once for each comment; what you take down stays away.",
  takeOut: "Take this history out again",
  takeOutHint: "What it taught is forgotten; what you decided here stays.",
  takeOutKeptHint:
    "What it taught is forgotten, and what was kept of it for readers goes; what you decided here stays.",
  suspects: "Look at these",
  suspectsHint: (n: string) =>
    `Left: ${n}. Comments that stand published and look like spam, or that were stopped and look fine. What you say is learned; seven days later the text is deleted here. Your blog is not changed.`,
  wasHam: "Published on your blog",
  wasSpam: "Stopped on your blog",
  chance: (percent: string) => `looks like spam: ${percent}`,
  isHam: "It is fine",
  isSpam: "It is spam",
  keys: "Keys: j and k move, a: it is fine, s: it is spam, z: take back what was said last.",
  decided: "Decided",
  decidedHint: "Each can be taken back for seven days; then the text is deleted here.",
  tooLate: "It can be taken back no longer.",
  failed: "That did not arrive. Try it again.",
  nobody: "Without a name",
};
