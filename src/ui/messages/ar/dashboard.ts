import type { English } from "../en.ts";
import { comments, count } from "./count.ts";

const good = (n: number) =>
  count(n, {
    one: "تعليق سليم واحد",
    two: "تعليقان سليمان",
    few: "تعليقات سليمة",
    many: "تعليقًا سليمًا",
    other: "تعليق سليم",
  });
const days = (n: number) =>
  count(n, { one: "يوم واحد", two: "يومان", few: "أيام", many: "يومًا", other: "يوم" });

export const dashboard: English["dashboard"] = {
  time: "المدة",
  last: (n) => days(n),
  inSentences: "في ثلاث جمل",
  took: (share, all) => `كفاك هاملت ${share} مما ورد، وهو ${count(all, comments)}.`,
  byItself: (published, stopped, held) => `نشر وحده ${published} وأوقف ${stopped}، وانتظرك ${held}.`,
  nothing: "لم يرد شيء في هذه المدة.",
  wrong: (n) =>
    n === 0
      ? "لم تجد له خطأ."
      : `وجدت له ${count(n, { one: "خطأ واحدًا", two: "خطأين", few: "أخطاء", many: "خطأ", other: "خطأ" })}.`,
  wrongHow: (looked, lost, out) =>
    `نظرت في ${looked} مما قرره وحده: أوقف ${good(lost)}، ونشر من المزعج ${out}.`,
  unknown: "لا أحد يعلم بعد أين أخطأ.",
  nobodyLooked: "لم ينظر أحد فيما قرره وحده.",
  unseen: (n) => `ومما أوقفه ${n} لم يره أحد.`,
  sweep: "انظر إلى أقلها يقينًا",
  fewer: (n) => `يمكنك أن ترى أقل بـ ${n}.`,
  fewerHow: (setting, all, now, later) =>
    `مع «${setting}» كان سينتظرك ${later} بدل ${now} من آخر ما ورد، وهو ${all}؛`,
  slips: (spam, lost) =>
    spam + lost === 0
      ? "ولم يكن ليُنشر مزيد من المزعج ولا ليُوقف مزيد من السليم."
      : `وكان سيُنشر من المزعج ${spam} زيادة، ويُوقف ${good(lost)} زيادة.`,
  showThem: (n, most) => (n <= most ? `اعرض الـ ${n}` : `اعرض ${most} من ${n}`),
  tryIt: (setting) => `جرّب «${setting}»`,
  noAdvice: "اتركه كما هو.",
  tooFew: "ورد أقل مما يكفي لمعرفة هل ينفعك إعداد آخر.",
  asItIs: (all) => `من آخر ما ورد، وهو ${all}، لم يكن إعداد آخر ليريك أقل دون أخطاء أكثر.`,
  came: "ورد",
  thanBefore: (more, n) =>
    more === 0
      ? `مثل ما ورد قبلها في ${days(n)}`
      : `${more > 0 ? "أكثر" : "أقل"} بـ ${Math.abs(more)} مما ورد قبلها في ${days(n)}`,
  held: "انتظرك",
  noWait: "لم يُقرَّر في شيء منه بعد",
  halfWithin: (time) => `نصف ما قُرر فيه انتظر أقل من ${time}`,
  taken: "قُرر فيه",
  byPeople: "قرره الناس وهو قائم",
  lost: "سليم أُوقف",
  ofLooked: (n) => `من ${n} موقوف نظر فيه الناس`,
  byDay: "التعليقات كل يوم",
  day: "اليوم",
  most: (n, day) => `ورد أكثرها في ${day}: ${n}.`,
  outcomes: { publish: "نُشر", review: "انتظرك", reject: "أُوقف لأنه مزعج" },
  table: "كجدول",
  unsureTitle: "حيث قد يكون أخطأ",
  allStopped: "كل ما أوقفه، أقله يقينًا أولًا",
  noneUnsure: "لا شيء مما أوقفه لم يُرَ، ولم يُعَد شيء.",
  stoppedAs: (share) => `أُوقف لأنه مزعج بنسبة ${share}`,
  rescued: "أُعيد",
  itWas: { approve: "كان سليمًا", spam: "كان مزعجًا" },
  trust: "إلى أي حد يوثق بهذه الأرقام",
  stoppedSeen: (looked, all, right) => `نظرت في ${looked} من ${all} مما أوقفه، وكان المزعج منها ${right}.`,
  stoppedUnseen: (all) => `لم ينظر أحد فيما أوقفه، وهو ${all}.`,
  publishedSeen: (looked, all, right) => `نظرت في ${looked} من ${all} مما نشره، وكان السليم منها ${right}.`,
  publishedUnseen: (all) => `لم ينظر أحد فيما نشره، وهو ${all}.`,
  recall: (part, of) => `مما عدّه الناس مزعجًا، وهو ${of}، كان قد أوقف وحده ${part}.`,
  between: (low, high) => `فالأرجح أنها من الكل بين ${low} و${high}.`,
  of: (part, of) => `${part} من ${of}`,
  selection:
    "ينظر الناس فيما ينتظر أو يُشكّ فيه أكثر مما ينظرون في الواضح: فهذه الأرقام عن تلك التعليقات. انظر من حين إلى حين في كل ما أُوقف في يوم.",
  verdicts: "ما قاله بجانب ما قاله الناس",
  verdict: "هو",
  decisions: { approve: "قُبل", spam: "مزعج", discard: "استُبعد" },
  signals: "ما يستدل به هنا، وكم أصاب",
  signalsHint: (n) => `من أحدث ${n} مما قُرر فيه وما زال محفوظًا.`,
  noSignals: "لا شيء يقاس بعد: قرر في بعض التعليقات أولًا.",
  daysHint: "الأيام بالتوقيت العالمي. وحيث هاملت يراقب فقط: ما كان سيفعله.",
};
