import type { English } from "../en.ts";
import { comments, count } from "./count.ts";

export const waves: English["waves"] = {
  later: "قرّر ما يأتي بعدها بالطريقة نفسها، سبعة أيام",
  laterHint: "للمزعج والاستبعاد وحدهما. لا يمسّ من تثق به أو قبلته من قبل، والقبول يلغي منها ما يناقضه.",
  block: (n) =>
    n === 1 ? "احظر عنوان الرابط" : n === 2 ? "احظر عنواني الروابط" : `احظر عناوين الروابط كلها، وعددها ${n}`,
  blocked: (addresses) => `حُظر: ${addresses}.`,
  notBlocked: "لم تُحظر عناوين الروابط: القائمة ممتلئة.",
  until: (day) => `وما يأتي بعدها، حتى ${day}`,
  full: "ما يأتي بعدها ينتظر كما كان: في الموقع 20 قاعدة كهذه، فأنهِ واحدة أولًا.",
  nothing: "ما يأتي بعدها ينتظر كما كان: ليس بينها ما تُعرف به.",
  came: (n, day) => `ورد بعدها ${count(n, comments)} وسلك الطريق نفسه. حتى ${day}.`,
  cameOfSeveral: (n, rules) => `ورد ${count(n, comments)} من موجات عددها ${rules} وسلك الطريق نفسه.`,
  stop: "أوقف ذلك",
  seeThem: "عرضها",
  title: "موجات قُرّر ما يأتي بعدها أيضًا",
  hint: "ما يرد ويكاد يكون نسخة يسلك طريق الموجة، ولا يعلّم شيئًا، وينتهي من تلقائه.",
  none: "لا شيء الآن.",
  rule: (decision, n, by) => `${decision}: ${count(n, comments)} متشابهة، بواسطة ${by}`,
  caught: (n, day) => `بعدها حتى الآن ${count(n, comments)}، حتى ${day}`,
  leadGone: "لم تعد التعليقات محفوظة.",
  end: "إنهاء",
  endAndUndo: "إنهاء والتراجع عمّا قرّرته",
  takeBack: (n) => `التراجع عن ${count(n, comments)}`,
  stopped: { short: "مثل موجة", spam: "عدّها مزعجة", discard: "استبعدها" },
  like: (by, called) => `*من موجة* ${called} ${by}، هي وما يأتي بعدها.`,
};
