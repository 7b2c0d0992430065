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
  eraseTitle: (site: string) => `Erase your comments on ${site}`,
  eraseForm:
    "All that is kept of the comments with a mail address goes: you are asked by a mail to it, or the owner of the site decides.",
  eraseAsk: "Ask for it",
  eraseAsked: "Your wish was noted.",
  eraseAskedHint:
    "If anything is kept of this address, a mail is on its way to it, or the owner is told. Nobody is told here whether it is.",
  eraseCount: (n: number) =>
    `${n === 1 ? "1 comment is" : `${n} comments are`} kept with your address. They are erased with all that hangs on them; this cannot be undone.`,
  erase: "Erase it all",
  erasedHint:
    "Backups keep it until they are deleted; the record of decisions keeps the comments’ numbers, without text or address, for a year.",
  eraseAgain: "There are more than are erased at once: ask again.",
  faults: {
    address: "That is not a mail address.",
    often: "Many asked from your network just now. Ask again in a minute.",
    network: "Many asked from your network today. Ask again tomorrow.",
    site: "Many asked on this site. Ask again tomorrow, or write to its owner.",
    unavailable: "It could not be noted just now. Ask again in half a minute.",
  },
};
