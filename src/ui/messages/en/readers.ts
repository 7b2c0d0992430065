/** For readers of a blog's pages: what links in mails to them open. */
export const readers = {
  confirmTitle: (site: string) => `Be told of answers on ${site}?`,
  confirmHint:
    "When somebody answers what you wrote on this page, a mail says so, at most once an hour. Each has a link that ends them. Your address is kept encrypted for this alone, until then.",
  confirm: "Yes, tell me of answers",
  confirmed: (site: string) => `You will be told of answers on ${site}.`,
  confirmedHint: "Each mail has a link that ends them.",
  leaveTitle: (site: string) => `No more such mails from ${site}?`,
  leaveHint: "Your address is erased with it.",
  leave: "No more mails",
  left: (site: string) => `No more such mails from ${site}.`,
  leftHint: "Your address is erased.",
  gone: "This link is not good any more.",
  goneHint: "It is too old, was used before, or these mails were ended.",
};
