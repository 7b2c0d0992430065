import * as z from "zod";
import { fold, lookalike } from "../core/reading/fold.ts";
import { roles } from "./roles.ts";

const LONGEST_NAME = 60;

/** Whom the record means that is no person, and what people are here, in the languages of the pages. */
const TAKEN = [
  "hamlet blog link key token system machine root webmaster",
  "owner author moderator moderation admin administrator administration",
  "besitzer besitzerin eigentümer eigentümerin inhaber inhaberin autor autorin verfasser verfasserin",
  "moderatorin administratorin schlüssel maschine",
  // "The owner": without its article the word is a name of people.
  "هاملت المدونة الرابط المفتاح الرمز النظام الآلة المالك المالكة المؤلف المؤلفة الكاتب الكاتبة المدير المديرة المشرف المشرفة",
];
/** How a blog's key is told of: "the blog's key 1". */
const OF_A_KEY = /(?:\bkey\b|schlussel|مفتاح).*\p{N}/u;
const ARTICLE = /^(?:the|der|die|das) /;

/** A name as a reader sees it at a glance: letters of other scripts stand for the Latin ones that they look like. */
const seenAs = (name: string): string => lookalike(fold(foldName(name)));

let taken: ReadonlySet<string> | undefined;

/** Whether a name stands for something else in the record than a person. */
export function isReserved(name: string): boolean {
  taken ??= new Set(TAKEN.flatMap((line) => line.split(" ")).map(seenAs));
  const seen = seenAs(name);
  return taken.has(seen.replace(ARTICLE, "")) || OF_A_KEY.test(seen);
}

/** A name as it is compared: two that look alike to most readers are one. */
export const foldName = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim();

export const memberName = z
  .string()
  .transform((name) => name.normalize("NFC").replace(/\s+/g, " ").trim())
  .pipe(
    z
      .string()
      .min(1, "a name")
      .max(LONGEST_NAME, `at most ${LONGEST_NAME} characters`)
      // Joiners stay: Persian, Hindi and emoji are written with them.
      .regex(/^(?:[\u200c\u200d]|[^\p{C}])*$/u, "no control characters")
      .refine((name) => foldName(name) !== "", "a name that can be read")
      .refine((name) => !isReserved(name), "a name of a person: this one stands for something else"),
  )
  .meta({ example: "Anna" });

/**
 * A mail address as it is compared: the host as the network knows it, letters of ASCII small. Other letters stay as they
 * are, and none may stand for another: of those that fold into ASCII somebody could make another's address. Undefined: it
 * is none.
 */
export function foldMail(mail: string): string | undefined {
  const match = /^([^\s@"<>,;:()[\]\\]{1,64})@([^\s@/?#:[\]\\]{1,190})$/u.exec(mail.trim());
  const [, local = "", domain = ""] = match ?? [];
  if (!match || mail !== mail.normalize("NFC") || !URL.canParse(`http://${domain}/`)) return undefined;
  const { hostname } = new URL(`http://${domain}/`);
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(hostname) || /^[\d.]+$/.test(hostname)) return undefined;
  return `${local.replace(/[A-Z]/g, (letter) => letter.toLowerCase())}@${hostname}`;
}

export const memberMail = z
  .string()
  .max(254, "at most 254 characters")
  .transform((mail, context) => {
    const folded = foldMail(mail);
    if (folded === undefined) context.addIssue({ code: "custom", message: "a mail address" });
    return folded ?? z.NEVER;
  })
  .meta({ example: "anna@mail.example" });

export const memberLanguages = ["en", "de", "ar"] as const;

export const memberId = z.string().regex(/^[a-z0-9]{16}$/, "a person's id");

/** An account: somebody who moderates here, or owns. */
export const member = z.object({
  id: memberId,
  name: z.string(),
  email: z.string().nullable(),
  language: z.enum(memberLanguages).nullable(),
  roles,
  /** Milliseconds since 1970; when she first signed in: null, not yet. */
  createdAt: z.number(),
  joinedAt: z.number().nullable(),
});

export type Member = Readonly<z.output<typeof member>>;

export const memberRequest = z
  .object({
    name: memberName,
    email: memberMail.nullable().default(null),
    language: z.enum(memberLanguages).nullable().default(null),
    roles,
  })
  .meta({ id: "PersonRequest" });

export const memberPatch = z
  .object({
    name: memberName,
    email: memberMail.nullable(),
    language: z.enum(memberLanguages).nullable(),
    roles,
  })
  .partial()
  .meta({ id: "PersonPatch" });

export type MemberRequest = z.output<typeof memberRequest>;
export type MemberPatch = z.output<typeof memberPatch>;

/** Why somebody was not added, changed or removed. */
export type MemberFault = "name taken" | "email taken" | "last owner" | "too many";

/** A means to sign in that she has, or a device on which she is. Times in milliseconds since 1970. */
export interface MeansView {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  /** Null: never yet. */
  readonly usedAt: number | null;
}

/** A passkey, and the host that it opens. */
export interface PasskeyView extends MeansView {
  readonly host: string;
}

/** A device on which somebody is signed in. */
export interface SessionView {
  readonly id: string;
  /** "Firefox, Linux", as the browser said. */
  readonly device: string;
  readonly way: Way;
  readonly openedAt: number;
  readonly usedAt: number;
}

/** How somebody proved who she is. */
export type Way = "token" | "personal token" | "passkey" | "access" | "invitation";

/** An account of Telegram that is linked to hers, for one bot. */
export interface TelegramView {
  /** Its number. */
  readonly bot: string;
  /** Milliseconds since 1970. */
  readonly linkedAt: number;
}

/** Somebody with all that opens her account, or decides in her name. */
export interface MemberView {
  readonly member: Member;
  /** Until when her invitation is good, milliseconds since 1970; undefined: none waits. */
  readonly invitedUntil: number | undefined;
  readonly passkeys: readonly PasskeyView[];
  readonly tokens: readonly MeansView[];
  readonly sessions: readonly SessionView[];
  readonly telegrams: readonly TelegramView[];
}
