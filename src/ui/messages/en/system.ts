/** The comment system that a site's comments come from. */
export const system = {
  title: "Comment system",
  intro:
    "Where the comments of this site come from another system, and not from the blog itself: what that system posts is judged here, and decisions go back to it. The documentation has a page for each.",
  system: "System",
  none: "none: the blog sends its comments itself",
  endpoint: "Its address",
  endpointHint: "https, on one of the site’s hosts. Empty: it is not told of decisions.",
  credential: "What opens its API",
  credentialHint:
    "A password, key or token, as the documentation says for each system. Kept encrypted and never shown: … stands for the one that is there.",
  secret: "What it proves itself with",
  secretHint: "Only where the system makes that itself, as Coral does. Empty: Hamlet makes it.",
  save: "Save",
  saved: "Saved.",
  enter: (system: string) => `To be entered in ${system}`,
  address: "Address:",
  madeSecret: "Secret:",
  showSecret: "Show the secret",
  ownSecret: "It proves itself with the secret that you entered.",
};
