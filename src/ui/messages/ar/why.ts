import type { RuleKind } from "../../../core/judging/rule-kind.ts";
import type { English } from "../en.ts";

const held: Partial<Record<RuleKind, { short: string; sentence: string }>> = {
  abuse: {
    short: "قد يهين أو يهدد",
    sentence: "ينتظر لأنه *قد يهين أحدًا أو يهدده*. ولا يدل هذا على الإزعاج.",
  },
  "first comment": {
    short: "أول تعليق هنا",
    sentence: "ينتظر لأنه *أول تعليق لكاتبه*، وقد طلبتَ رؤية ذلك.",
  },
  link: { short: "فيه رابط", sentence: "ينتظر لأن *فيه رابطًا*، وقد طلبتَ رؤية كل رابط." },
  "old post": {
    short: "تحت مقالة قديمة",
    sentence: "ينتظر لأن *المقالة أقدم* مما حددتَ، وقد طلبتَ رؤية ما يأتي هناك.",
  },
  "nothing to read": { short: "لا شيء يُقرأ", sentence: "ينتظر لأنه *لا يُظهر شيئًا يُقرأ*." },
  cut: { short: "طويل جدًا", sentence: "ينتظر لأنه *أطول من 65,536 بايت*: لم يُقرأ إلا أوله." },
  double: { short: "قيل مرتين", sentence: "ينتظر لأنه *يعيد* ما يقوله تعليق في تلك الصفحة." },
  "answers spam": { short: "يرد على مزعج", sentence: "ينتظر لأنه *يرد على تعليق عُدّ مزعجًا هنا*." },
  surge: {
    short: "جاء كثير على غير العادة",
    sentence: "ينتظر لأن *تعليقات أكثر بكثير من المعتاد* وصلت: ما كان سيُنشر يُحتجز.",
  },
  "no proof": {
    short: "بلا إثبات النموذج",
    sentence: "ينتظر لأنه *جاء بلا الإثبات* الذي تطلبه في النموذج: ربما لا يشغّل متصفّح كاتبه البرامج.",
  },
  "bad proof": {
    short: "إثبات غير صحيح",
    sentence: "ينتظر لأن *الإثبات* الذي تطلبه في النموذج *غير صحيح* أو قديم أو استُعمل من قبل.",
  },
  "proof unknown": {
    short: "إثبات لم يُتحقَّق منه",
    sentence: "ينتظر لأنه *لم يتمكّن أحد من التحقّق من الإثبات* الذي تطلبه في النموذج.",
  },
  unreachable: {
    short: "حُكم بلا سجل",
    sentence: "ينتظر لأن *الموقع لم يجب* عند وصوله، فحُكم عليه بلا سجل.",
  },
};

const togetherText = ({ names, networks, within }: NonNullable<Parameters<English["why"]["alike"]>[1]>) =>
  `: الأسماء ${names}${networks === 0 ? "" : `، والشبكات ${networks}`}، خلال ${within}`;

export const why: English["why"] = {
  held: (kind, rule) => held[kind] ?? { short: "قاعدتك", sentence: `ينتظر بسبب *قاعدتك*: ${rule}.` },
  spread: (domain, others) => ({
    short: `ربط به ${others} من الآخرين`,
    sentence: `ينتظر لأن *${others} من الآخرين* ربطوا بالنطاق *${domain}* خلال يوم، ولم يقبله أحد هنا بعد. اقبل واحدًا فيصير معروفًا.`,
  }),
  alike: (n, seen) => ({
    short: `${n} متشابهة، حملة واحدة`,
    sentence: `ينتظر لأن *${n} من التعليقات تقول الشيء نفسه تقريبًا*${seen ? togetherText(seen) : ""}. قرار واحد يكفي.`,
  }),
  payload: (what, short, share) => ({
    short: `${short}، وبيقين ${share}`,
    sentence: `ينتظر لأن *فيه ${what}* والمرشّح متيقن *بنسبة ${share} فقط* أنه مزعج.`,
  }),
  payloadShort: {
    link: "رابط",
    "author-link": "موقع",
    mail: "بريد",
    phone: "هاتف",
    messenger: "مراسلة",
    wallet: "محفظة",
  },
  unsure: ({ share }) => ({
    short: `بيقين ${share} فقط`,
    sentence: `ينتظر لأن *المرشّح غير متيقن*: ${share} مزعج.`,
  }),
  notFineEnough: ({ share, publish }) => ({
    short: `${share}، وحدّك ${publish}`,
    sentence: `ينتظر لأن *المرشّح غير متيقن بما يكفي* أنه سليم: ${share} مزعج، وأنت تنشر ما دون ${publish}.`,
  }),
  notSpamEnough: ({ share, reject }) => ({
    short: `${share}، وحدّك ${reject}`,
    sentence: `ينتظر لأن *المرشّح غير متيقن بما يكفي* أنه مزعج: ${share}، وأنت توقف ما فوق ${reject}.`,
  }),
  published: ({ share, publish }) => ({
    short: `منشور، ${share} مزعج`,
    sentence: `*نشره المرشّح*: ${share} مزعج، وأنت تنشر ما دون ${publish}.`,
  }),
  stopped: ({ share, reject }) => ({
    short: `أُوقف بيقين ${share}`,
    sentence: `*أوقفه المرشّح*: متيقن بنسبة ${share} أنه مزعج، وأنت توقف ما فوق ${reject}.`,
  }),
  byRule: {
    publish: (rule) => ({ short: "نشرته قاعدتك", sentence: `*نشرته قاعدتك*: ${rule}.` }),
    reject: (rule) => ({ short: "أوقفته قاعدتك", sentence: `*أوقفته قاعدتك*: ${rule}.` }),
  },
  decided: (decision, by, ago) => {
    const done = { approve: "قُبل", spam: "عُدّ مزعجًا", discard: "استُبعد" }[decision];
    return { short: `${done} بواسطة ${by}`, sentence: `*${done} بواسطة ${by}*، ${ago}.` };
  },
  rules: {
    staff: "كتبه أحد أهل المدونة",
    "own user": "مستخدم من أهل المدونة",
    "own pingback": "إشارة من الموقع نفسه",
    cut: "أطول من 65,536 بايت",
    "test author": "اسم للتجربة مزعج دائمًا",
    blocked: "محظور",
    allowed: "مسموح",
    "blocked author": "كاتب محظور",
    "allowed author": "كاتب موثوق",
    wave: "من حملة حُسمت",
    "first comment": "أول تعليق لكاتبه",
    link: "فيه رابط",
    "old post": "تحت مقالة قديمة",
    "nothing to read": "لا شيء يُقرأ",
    double: "قيل مرتين",
    "answers spam": "يرد على مزعج",
    abuse: "قد يهين أو يهدد",
    surge: "جاء كثير على غير العادة",
    spread: "كثيرون غيره يربطون به",
    "no proof": "جاء بلا إثبات النموذج",
    "bad proof": "إثبات النموذج غير صحيح",
    "proof unknown": "لم يُتحقَّق من إثبات النموذج",
    unreachable: "حُكم بلا سجل",
  },
  onRuler: (share) => `${share} على المقياس من المنشور إلى المزعج`,
  publishedBelow: (limit) => `يُنشر دون ${limit}`,
  youLook: "تنظر أنت",
  spamAbove: (limit) => `مزعج فوق ${limit}`,
  asked: (below, above) => `طلبتَ رؤية كل ما بين ${below} و${above}`,
  withPayload: (kinds) => `مما فيه ${kinds}.`,
  bare: "مما ليس فيه شيء يُتبع.",
  changeThat: "غيّر ذلك",
};
