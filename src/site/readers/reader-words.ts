import type { ReaderLanguage } from "../../contract/reader.ts";

/** What mails to readers say, in one language. */
interface Words {
  readonly dir: "ltr" | "rtl";
  readonly confirm: Said;
  readonly told: Said;
  readonly erase: Said;
  /** Under what nobody has confirmed. */
  readonly notYou: string;
  readonly never: string;
  readonly why: (site: string) => string;
  readonly leave: string;
}

interface Said {
  readonly subject: (site: string, n: number) => string;
  readonly text: (site: string, n: number) => string;
  readonly open: string;
}

const rules = new Intl.PluralRules("ar");

/** A number with its noun in the forms that Arabic wants. */
function answersInArabic(n: number): string {
  const form = rules.select(n);
  if (form === "one") return "ردّ جديد واحد";
  if (form === "two") return "ردّان جديدان";
  return form === "few" ? `${n} ردود جديدة` : `${n} ردًّا جديدًا`;
}

const answers = (n: number) => (n === 1 ? "1 new answer" : `${n} new answers`);
const antworten = (n: number) => (n === 1 ? "1 neue Antwort" : `${n} neue Antworten`);

export const readerWords: Readonly<Record<ReaderLanguage, Words>> = {
  en: {
    dir: "ltr",
    confirm: {
      subject: (site) => `${site}: be told of answers?`,
      text: (site) =>
        `Somebody, most likely you, left a comment on ${site} and asked to be told by mail when it is answered. Is it you? Then open this link within a week:`,
      open: "Yes, tell me of answers",
    },
    told: {
      subject: (site, n) => `${site}: ${answers(n)}`,
      text: (site, n) => `${answers(n)} to what you wrote on ${site}:`,
      open: "Read on the page",
    },
    erase: {
      subject: (site) => `${site}: erase your comments?`,
      text: (site) =>
        `Somebody, most likely you, asked to erase all that ${site} keeps of the comments with this address. Is it you? This link shows how many there are, and asks once more; it is good for two days:`,
      open: "Show what would be erased",
    },
    notYou: "If it was not you, do nothing: nothing happens without this link.",
    never: "No such mail to this address any more",
    why: (site) => `You asked on ${site} to be told of answers.`,
    leave: "No more mails about this page; your address is erased",
  },
  de: {
    dir: "ltr",
    confirm: {
      subject: (site) => `${site}: Bescheid bei Antworten?`,
      text: (site) =>
        `Jemand, wahrscheinlich Sie, hat auf ${site} einen Kommentar geschrieben und möchte eine Mail bekommen, wenn er beantwortet wird. Sind Sie es? Dann öffnen Sie innerhalb einer Woche diesen Link:`,
      open: "Ja, bei Antworten Bescheid geben",
    },
    told: {
      subject: (site, n) => `${site}: ${antworten(n)}`,
      text: (site, n) => `${antworten(n)} auf das, was Sie auf ${site} geschrieben haben:`,
      open: "Auf der Seite lesen",
    },
    erase: {
      subject: (site) => `${site}: Ihre Kommentare löschen?`,
      text: (site) =>
        `Jemand, wahrscheinlich Sie, hat darum gebeten, alles zu löschen, was ${site} von den Kommentaren mit dieser Adresse aufbewahrt. Sind Sie es? Dieser Link zeigt, wie viele es sind, und fragt noch einmal; er gilt zwei Tage:`,
      open: "Zeigen, was gelöscht würde",
    },
    notYou: "Waren Sie es nicht, tun Sie nichts: Ohne diesen Link geschieht nichts.",
    never: "Keine solche Mail mehr an diese Adresse",
    why: (site) => `Sie wollten auf ${site} bei Antworten Bescheid bekommen.`,
    leave: "Keine Mails mehr über diese Seite; Ihre Adresse wird gelöscht",
  },
  ar: {
    dir: "rtl",
    confirm: {
      subject: (site) => `${site}: هل نخبرك بالردود؟`,
      text: (site) =>
        `كتب أحدهم، وهو أنت على الأرجح، تعليقًا على ${site} وطلب أن يُخبَر بالبريد إذا رُدّ عليه. هل هو أنت؟ افتح إذن هذا الرابط خلال أسبوع:`,
      open: "نعم، أخبروني بالردود",
    },
    told: {
      subject: (site, n) => `${site}: ${answersInArabic(n)}`,
      text: (site, n) => `${answersInArabic(n)} على ما كتبته على ${site}:`,
      open: "اقرأ على الصفحة",
    },
    erase: {
      subject: (site) => `${site}: هل تُحذف تعليقاتك؟`,
      text: (site) =>
        `طلب أحدهم، وهو أنت على الأرجح، حذف كل ما يحفظه ${site} من التعليقات بهذا العنوان. هل هو أنت؟ يعرض هذا الرابط عددها ويسأل مرة أخرى، ويصلح يومين:`,
      open: "اعرض ما سيُحذف",
    },
    notYou: "إن لم تكن أنت فلا تفعل شيئًا: لا يحدث شيء دون هذا الرابط.",
    never: "لا رسالة كهذه إلى هذا العنوان بعد الآن",
    why: (site) => `طلبت على ${site} أن تُخبَر بالردود.`,
    leave: "لا مزيد من الرسائل عن هذه الصفحة، ويُحذف عنوانك",
  },
};
