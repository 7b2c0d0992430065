import type { Decision } from "../../core/judging/decision.ts";

export const languages = ["en", "de", "ar"] as const;

export type Language = (typeof languages)[number];

/** What Telegram tells people of a code they sent or a button they pressed, in one language; at most 200 characters. */
interface Words {
  readonly linked: (name: string) => string;
  readonly badCode: string;
  readonly stranger: string;
  readonly notYours: string;
  readonly old: string;
  readonly gone: string;
  readonly later: string;
  readonly tooMany: string;
  readonly done: Readonly<Record<Decision, string>>;
  readonly before: (decision: Decision | null, by: string | null) => string;
}

const english: Readonly<Record<Decision, string>> = {
  approve: "Approved.",
  spam: "Marked as spam.",
  discard: "Discarded.",
};
const german: Readonly<Record<Decision, string>> = {
  approve: "Freigegeben.",
  spam: "Als Spam markiert.",
  discard: "Verworfen.",
};
const arabic: Readonly<Record<Decision, string>> = {
  approve: "تمت الموافقة.",
  spam: "وُسم بأنه رسالة غير مرغوب فيها.",
  discard: "رُفض.",
};

export const words: Readonly<Record<Language, Words>> = {
  en: {
    linked: (name) => `Linked: here you decide as ${name}.`,
    badCode: "This code is not good: it serves once, for ten minutes. Make a new one on your account page.",
    stranger: "Only who linked this Telegram account on her account page decides here.",
    notYours: "Your role does not reach this site, or its buttons are switched off.",
    old: "This button is not good any more. Open the queue.",
    gone: "The comment is no longer kept.",
    later: "The site does not answer just now. Try again.",
    tooMany: "Too often. Wait a minute.",
    done: english,
    before: (decision, by) =>
      decision === null
        ? "It was changed meanwhile. Open it."
        : `Decided before${by ? ` by ${by}` : ""}: ${english[decision]}`,
  },
  de: {
    linked: (name) => `Verbunden: Hier entscheiden Sie als ${name}.`,
    badCode:
      "Dieser Code gilt nicht: Er gilt einmal, zehn Minuten lang. Auf der Seite Ihres Kontos gibt es einen neuen.",
    stranger: "Hier entscheidet nur, wer dieses Telegram-Konto auf der Seite ihres Kontos verbunden hat.",
    notYours: "Ihre Rolle reicht nicht bis zu dieser Website, oder ihre Knöpfe sind ausgeschaltet.",
    old: "Dieser Knopf gilt nicht mehr. Öffnen Sie die Warteliste.",
    gone: "Der Kommentar wird nicht mehr aufbewahrt.",
    later: "Die Website antwortet gerade nicht. Versuchen Sie es noch einmal.",
    tooMany: "Zu oft. Warten Sie eine Minute.",
    done: german,
    before: (decision, by) =>
      decision === null
        ? "Er wurde inzwischen geändert. Öffnen Sie ihn."
        : `Schon entschieden${by ? ` von ${by}` : ""}: ${german[decision]}`,
  },
  ar: {
    linked: (name) => `تم الربط: قراراتك هنا باسم ${name}.`,
    badCode: "هذا الرمز غير صالح: يصلح مرة واحدة خلال عشر دقائق. أنشئ رمزًا جديدًا في صفحة حسابك.",
    stranger: "لا يقرر هنا إلا من ربط حساب تيليجرام هذا في صفحة حسابه.",
    notYours: "دورك لا يشمل هذا الموقع، أو أن أزراره موقوفة.",
    old: "هذا الزر لم يعد صالحًا. افتح القائمة.",
    gone: "لم يعد التعليق محفوظًا.",
    later: "الموقع لا يجيب الآن. حاول مرة أخرى.",
    tooMany: "محاولات كثيرة. انتظر دقيقة.",
    done: arabic,
    before: (decision, by) =>
      decision === null
        ? "تغيّر التعليق في هذه الأثناء. افتحه."
        : `سبق القرار${by ? ` من ${by}` : ""}: ${arabic[decision]}`,
  },
};
