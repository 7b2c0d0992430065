import { keyOf, type MailState, type Recipient, type ToldRecipient } from "../../contract/mail.ts";
import { HOUR } from "../../platform/clock.ts";
import type { Site } from "../site.ts";
import { MAIL_SPACING, type Schedule } from "./schedule.ts";

/** After a mail of which nobody knows whether it went, nothing goes for so long, milliseconds. */
export const UNSURE = HOUR;

/** Who is told of this site from now on: what is known of those who did stays, all else goes. */
export function adoptRecipients({ meta }: Site, given: readonly Recipient[]): void {
  const before = new Map(meta.recipients.map((one) => [keyOf(one), one.state]));
  const after: readonly ToldRecipient[] = given.map((one) => ({
    ...one,
    state: before.get(keyOf(one)) ?? { at: 0, until: 0, retry: 0, tries: 0, failure: null, sending: 0 },
  }));
  if (JSON.stringify(after) !== JSON.stringify(meta.recipients)) meta.recipients = after;
}

export const scheduleOf = (one: Recipient): Schedule => ({ ...one, spacing: MAIL_SPACING });

/** How somebody stands: a mail that was on its way when this object died may have gone, so it is not sent again at once. */
export function settled(state: MailState): MailState {
  if (state.sending === 0) return state;
  return {
    ...state,
    sending: 0,
    retry: state.sending + UNSURE,
    failure: "it was interrupted: the mail may have gone or not",
  };
}

/** How somebody's mails do, or a device is told; undefined: there are none of this site. */
export const toldState = ({ meta }: Site, key: string): MailState | undefined => {
  const found = meta.recipients.find((one) => keyOf(one) === key);
  return found && settled(found.state);
};
