/** Days as a reader counts them. */
const days = (n: number) => (n === 1 ? "1 day" : `${n} days`);

/** For commenters: what becomes of their data. For the owner: what is kept of one of them. */
export const privacy = {
  title: (site: string) => `How comments on ${site} are processed`,
  intro: (site: string) =>
    `Comments sent to ${site} are checked for spam and abuse by Hamlet, a program that the site’s owner runs for herself on Cloudflare’s servers. This page is made from the site’s present settings.`,
  why: "Why",
  whyText:
    "To keep spam and insults away from readers, and to let the owner decide on what a program cannot judge.",
  stored: "What is kept",
  storedList: [
    "What you wrote, the name and website you gave, and the page you wrote on.",
    "Your mail address only shortened (its first letter and the domain) and as a keyed hash, by which comments of one person are told to be hers. The address itself is not kept.",
    "Your network address only as keyed hashes whose key changes every 90 days. The address itself is not kept.",
    "What your browser calls itself, and the page you came from, if the site sends them.",
    "How the comment was judged and why, and what people decided on it.",
  ],
  replies:
    "If you tick that you want to be told of answers, also your mail address, encrypted, for this alone: for a week, or once you have confirmed it by the mailed link until you end it, or until a year without a mail.",
  how: "How it is judged",
  howText:
    "By its words, links, form and history, in numbers that the owner can read and that add up to how likely it is spam. Sure cases are published or rejected by the program; the rest waits for a person. If you think that a comment was wrongly rejected, ask the owner: a person can look at it and change it.",
  logOnly: "At present the program only takes notes: it withholds nothing.",
  learns:
    "From what people decide the program learns, for this site alone, which words and links speak for spam. It keeps numbers, not texts.",
  howLong: "For how long",
  states: {
    waiting: "What waits for a person",
    published: "Published comments",
    spam: "Rejected comments",
    discarded: "Discarded comments",
  },
  untilDecided: "until somebody decides",
  forEver: "until the owner deletes them",
  notKept: "less than a day",
  days,
  record: "The record of decisions keeps a comment’s number and who decided what, without text, for a year.",
  who: "Who sees it",
  whoText:
    "The people who moderate this site. Cloudflare stores and processes it for the owner. Nobody else.",
  outbound: "Where it is sent",
  noOutbound: "Nowhere else.",
  sentTo: {
    events: (host: string) => `Decisions, with the comment’s number, to the site’s own server ${host}.`,
    wordpress: () => "Decisions, with the comment’s number, to the site’s own WordPress.",
    system: (host: string) =>
      `Decisions, with the comment’s number, to the comment system that it came from, ${host}.`,
    turnstile: (host: string) =>
      `To Cloudflare’s Turnstile, ${host}: your browser asks it on the page with the form, so that it sees your network address and what your browser tells of itself; Hamlet asks it whether it let you pass. Nothing of the comment.`,
    webmentions: () =>
      "When a page elsewhere says that it links to this site, it is fetched and read; it learns nothing of you.",
    deploy: (host: string) =>
      `To ${host}, which builds the site’s pages: that comments have changed; nothing else.`,
    notices: (host: string, texts: boolean) =>
      texts
        ? `To ${host}: that comments wait, with the start of their texts and their authors’ names.`
        : `To ${host}: that comments wait, and how many; no texts, no names.`,
    readers: () =>
      "Readers who asked for it, and confirmed it by a mailed link, are told by mail that they were answered; without any text or name.",
    mails: (_: string, texts: boolean): string =>
      texts
        ? "Those who moderate may be told by mail that comments wait, with the start of the text and the name."
        : "Those who moderate may be told by mail that comments wait, without text or name.",
  },
  rights: "Your rights",
  rightsText:
    "Ask the owner of the site for a copy of what is kept of you, or to erase it, and name the mail address that you gave. Both are done at once; backups keep what was erased until they are deleted.",
  eraseLink: "Ask to have your comments erased",
  owner: "The site:",
  notice: "The notice for under the comment form",
  noticeHint: "For the owner: copy it.",
  noticeText: (site: string, spam: string, published: string, url: string) =>
    `Comments are checked for spam by Hamlet, which ${site} runs itself. Your comment, name and website are kept (rejected: ${spam}, published: ${published}); your mail and network address only as hashes. How your comment is processed: ${url}`,
  person: "A commenter’s data",
  personLink: "A commenter’s data: export, erase",
  publicLink: "Public page: how comments are processed",
  personHint: "What is kept of a person, by the mail address that she gave.",
  email: "Mail address",
  show: "Show what is kept",
  erase: "Erase it all",
  eraseConfirm: "Erase: this cannot be undone",
  badEmail: "That is not a mail address.",
  found: (comments: number, inbox: number) => `${comments} comments, ${inbox} on their way.`,
  standing: (approved: number, spam: number, discarded: number) =>
    `Decided so far: ${approved} approved, ${spam} spam, ${discarded} discarded.`,
  download: "All of it, to be copied and handed over",
  erased: (comments: number, inbox: number) => `Erased: ${comments} comments, ${inbox} on their way.`,
  remains: "What remains",
  left: {
    comments: "More comments than are erased at once: press the button again.",
    queue:
      "Copies in the approval queue; they go within a minute, or after 00:00 UTC if the day’s quota is used up.",
    mentions:
      "Other people’s comments that hold the address, a whole name or a text; delete those yourself if they must go.",
    lists: "Your own lists of blocked or allowed authors name the address.",
    backups: "Backups made before, until you delete them; restoring one brings it back.",
    recovery:
      "Cloudflare’s own recovery: it can bring the database back to any time of the last 30 days, and then ends.",
    blog: "What your blog keeps itself, and what was sent to it or in messages to you.",
    record: "The record of decisions keeps the comments’ numbers, without text or address, for a year.",
  },
  mentions: "Others’ comments that hold the address, a name or a text:",
};
