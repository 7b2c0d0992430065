/** The page of what is kept of a site, and how it comes in, goes out and goes away. */
export const data = {
  about:
    "What your readers wrote is yours: how long it is kept, and how it comes in, goes out and goes away.",
  keeping: "How long it is kept",
  inAndOut: "In and out",
  importHint: "What you decided for years in your old system teaches it before the first comment comes.",
  export: "All that it knows, to move to another Hamlet",
  exportHint:
    "On your own machine, with the owner’s token: lines of JSON, with comments and what they taught.",
  history: "Every decision, as CSV or JSON",
  historyHint: "Who, when, what and why; the page of the history exports what it shows.",
  backup: "A backup of everything",
  backupHint:
    "On your own machine, with the owner’s token. npm run restore puts it back, checked line by line.",
  persons: "One commenter",
  publicHint:
    "What becomes of a comment, made from the settings as they are; with the notice for under your form.",
  erasures: "Commenters who ask to be erased",
  erasuresHint:
    "By the form, without a mail that proves who asks: write to the address first if you doubt it. Each stays here for 30 days, or until it is erased.",
};
