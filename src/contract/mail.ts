import * as z from "zod";
import { noticeState } from "./notify.ts";
import type { PushKeys, PushTarget } from "./push.ts";

/** When somebody wants a mail that comments of a site wait. */
export const mailWhens = ["at-once", "daily", "weekly", "older"] as const;

const when = z.enum(mailWhens);
const hour = z.int().min(0).max(23);

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const timetable = {
  zone: z.string().max(60).refine(isZone, "a time zone such as Europe/Berlin"),
  /** Of digests, in her zone. */
  hour,
  /** Of the weekly one; 0: Sunday. */
  weekday: z.int().min(0).max(6),
  /** Of "older": so long something must have waited. */
  hours: z.int().min(1).max(168),
  /** No mail from one hour to another. */
  quiet: z.object({ from: hour, to: hour }).nullable(),
};

/** A mail a day is what most want; so many at most. */
const MOST_MAILS = 50;

const person = {
  ...timetable,
  /** So many mails a day at most, of all sites together. */
  most: z.int().min(1).max(MOST_MAILS),
};

/** What somebody chose of mails, as her form says it: sites that are not named send none. */
export const mailsChosen = z.object({ ...person, sites: z.record(z.string(), when) });

/** The same as it is kept. */
export const storedChoices = z.object({
  ...person,
  /** Where this Hamlet was when she chose. */
  link: z.string(),
  /** `since`, milliseconds since 1970, names a choice: links to stop its mails are good for no later one. */
  sites: z.record(z.string(), z.object({ when, since: z.number() })),
});

export type MailsChosen = z.output<typeof mailsChosen>;
export type MailChoices = Readonly<z.output<typeof storedChoices>>;

/** Where nothing was chosen yet. */
export const noMails: MailsChosen = {
  zone: "UTC",
  hour: 7,
  weekday: 1,
  hours: 6,
  quiet: null,
  most: 10,
  sites: {},
};

/** Somebody who is told of a site, as the site knows her: not by name, nor by address. */
export const recipient = z.object({
  member: z.string(),
  /** Of hers, that is told; undefined: she is told by mail. */
  device: z.string().optional(),
  when,
  ...timetable,
});

export type Recipient = Readonly<z.output<typeof recipient>>;

/** The same with what became of her mails. */
export const toldRecipient = recipient.extend({
  state: noticeState.extend({
    /** A mail was on its way then, and nobody knows what became of it; 0: none is. */
    sending: z.number().default(0),
  }),
});

export type ToldRecipient = Readonly<z.output<typeof toldRecipient>>;
export type MailState = ToldRecipient["state"];

/** By which a site knows one way to tell somebody. */
export const keyOf = ({ member, device }: Pick<Recipient, "member" | "device">): string => device ?? member;

/** Whom a mail is for, told for that mail alone. */
export interface Addressee {
  readonly member: string;
  readonly name: string;
  readonly email: string;
  /** Null: as her browser says, which a mail does not know. */
  readonly language: "en" | "de" | "ar" | null;
  readonly link: string;
  readonly when: Recipient["when"];
  readonly since: number;
}

/** What the directory answers before people are told. */
export interface Claimed {
  /** All who are told of the site as it is now. */
  readonly recipients: readonly Recipient[];
  /** Those of the asked who may get a mail now; each was counted. */
  readonly granted: readonly Addressee[];
  /** Those of the asked devices that are to be told, and what proves to their push services who tells them. */
  readonly devices: readonly PushTarget[];
  readonly pushKeys: PushKeys | undefined;
}

/** What a person sees of her mails. */
export interface MailsView {
  /** False: this Hamlet sends no mail. */
  readonly canSend: boolean;
  /** Null: nobody has entered her address. */
  readonly email: string | null;
  readonly choices: MailChoices | undefined;
  /** What became of them, by site; a site that does not answer is left out. */
  readonly states: Readonly<Record<string, MailState>>;
}
