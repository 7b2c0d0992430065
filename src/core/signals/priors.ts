import { combiningMarks } from "./combining-marks.ts";
import { domainRecord } from "./domain-record.ts";
import { foreignReferrer } from "./foreign-referrer.ts";
import { foreignScript } from "./foreign-script.ts";
import { formInput } from "./form-input.ts";
import { formSpeed } from "./form-speed.ts";
import { formToken } from "./form-token.ts";
import { hiddenCharacters } from "./hidden-characters.ts";
import { honeypot } from "./honeypot.ts";
import { knownDomain } from "./known-domain.ts";
import { nearPublished } from "./near-published.ts";
import { nearSpam } from "./near-spam.ts";
import { offTopicLink } from "./off-topic-link.ts";
import { oldBrowser } from "./old-browser.ts";
import { oldPost } from "./old-post.ts";
import { otherNames } from "./other-names.ts";
import { ownName } from "./own-name.ts";
import { quotesPost } from "./quotes-post.ts";
import { randomMail } from "./random-mail.ts";
import { rejectedAuthor } from "./rejected-author.ts";
import { sameText } from "./same-text.ts";
import type { PriorSignal } from "./signal.ts";
import { spacedLetters } from "./spaced-letters.ts";
import { spreadDomain } from "./spread-domain.ts";
import { template } from "./template.ts";
import { trustedAuthor } from "./trusted-author.ts";
import { userAgent } from "./user-agent.ts";
import { velocity } from "./velocity.ts";

/** Signals with points that no corpus fits, in reading order. */
export const priorSignals: readonly PriorSignal[] = [
  honeypot,
  formSpeed,
  formToken,
  formInput,
  userAgent,
  oldBrowser,
  foreignReferrer,
  randomMail,
  nearSpam,
  nearPublished,
  sameText,
  velocity,
  otherNames,
  rejectedAuthor,
  domainRecord,
  spreadDomain,
  oldPost,
  hiddenCharacters,
  template,
  spacedLetters,
  combiningMarks,
  foreignScript,
  offTopicLink,
  quotesPost,
  ownName,
  knownDomain,
  trustedAuthor,
];

/** Most that the priors of one group add, log-odds: among priors, only a filled honeypot convicts alone. */
export const GROUP_CAP = 4.5;
