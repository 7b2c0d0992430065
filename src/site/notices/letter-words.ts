/** What mails and messages say, in one language. */
interface Words {
  readonly dir: "ltr" | "rtl";
  readonly waiting: (n: number) => string;
  readonly fresh: (n: number) => string;
  readonly open: string;
  /** In a message: a commenter wants what is kept of her to be erased. */
  readonly erasure: string;
  readonly decide: string;
  /** On the buttons under a message. */
  readonly buttons: { readonly approve: string; readonly spam: string; readonly open: string };
  readonly noName: string;
  /** Why she gets this mail. */
  readonly why: (name: string, site: string) => string;
  readonly change: string;
  readonly stop: (site: string) => string;
  readonly linkLife: string;
}

const rules = new Intl.PluralRules("ar");

/** A number with its noun and verb in the forms that Arabic wants. */
function waitingInArabic(n: number): string {
  const form = rules.select(n);
  if (form === "one") return "تعليق واحد ينتظرك";
  if (form === "two") return "تعليقان ينتظرانك";
  if (form === "few") return `${n} تعليقات تنتظرك`;
  return form === "many" ? `${n} تعليقًا ينتظرك` : `${n} تعليق ينتظرك`;
}

export const letterWords: Readonly<Record<"en" | "de" | "ar", Words>> = {
  en: {
    dir: "ltr",
    waiting: (n) => (n === 1 ? "1 comment waits for you" : `${n} comments wait for you`),
    fresh: (n) => `${n} new`,
    open: "Open the queue",
    erasure: "A commenter asks to be erased. The page of the site’s data says who.",
    decide: "Read and decide",
    buttons: { approve: "Approve", spam: "Spam", open: "Open" },
    noName: "(no name)",
    why: (name, site) => `You get this mail, ${name}, as you chose mails about ${site} on your account page.`,
    change: "Change when you get mails",
    stop: (site) => `No more mails about ${site}`,
    linkLife: "The links to comments serve once, for a day; after that the queue has them.",
  },
  de: {
    dir: "ltr",
    waiting: (n) => (n === 1 ? "1 Kommentar wartet auf Sie" : `${n} Kommentare warten auf Sie`),
    fresh: (n) => `${n} neu`,
    open: "Warteliste öffnen",
    erasure:
      "Jemand, der kommentiert hat, bittet um Löschung. Die Seite mit den Daten der Website sagt, wer.",
    decide: "Lesen und entscheiden",
    buttons: { approve: "Freigeben", spam: "Spam", open: "Öffnen" },
    noName: "(ohne Namen)",
    why: (name, site) =>
      `Diese Mail kommt, ${name}, weil Sie auf der Seite Ihres Kontos Mails über ${site} gewählt haben.`,
    change: "Ändern, wann Mails kommen",
    stop: (site) => `Keine Mails mehr über ${site}`,
    linkLife: "Die Links zu Kommentaren gelten einmal, einen Tag lang; danach stehen sie in der Warteliste.",
  },
  ar: {
    dir: "rtl",
    waiting: waitingInArabic,
    fresh: (n) => `منها ${n} جديدة`,
    open: "فتح القائمة",
    erasure: "يطلب معلّق محو بياناته. تقول صفحة بيانات الموقع من هو.",
    decide: "قراءة وقرار",
    buttons: { approve: "قبول", spam: "مزعج", open: "فتح" },
    noName: "(بلا اسم)",
    why: (name, site) => `تصلك هذه الرسالة يا ${name} لأنك اخترت رسائل عن ${site} في صفحة حسابك.`,
    change: "تغيير مواعيد الرسائل",
    stop: (site) => `لا مزيد من الرسائل عن ${site}`,
    linkLife: "روابط التعليقات تصلح مرة واحدة خلال يوم؛ وبعده تجدها في القائمة.",
  },
};
