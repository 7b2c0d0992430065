import type { English } from "../en.ts";

export const filter: English["filter"] = {
  about: (comments) =>
    `تبيّن الأرقام ما كان كل خيار سيفعله بآخر تعليقات هذا الموقع، وعددها ${comments}. المزعج بلا شك غير محسوب: لا خيار يسمح به.`,
  aboutNone: "عندما ترد تعليقات تبيّن الأرقام هنا ما كان كل خيار سيفعله بها.",
  onPage: "في هذه الصفحة",
  much: "كم ترى",
  always: "أرني هذا دائمًا مهما رأى المرشّح",
  acts: "هل يتصرف",
  seen: "تراه أنت",
  spamOut: "مزعج منشور",
  goodStopped: "سليم موقوف",
  now: "الآن",
  presets: {
    careful: "اسألني ما لم يكن واضحًا.",
    balanced: "اسألني عند الشك.",
    light: "لا تشغلني، ولا بأس بزلة من حين إلى حين.",
  },
  limits: (publish, bare, stop) =>
    `ينشر ما دون ${publish}، وما دون ${bare} إن لم يكن فيه شيء يُتبع، ويوقف ما فوق ${stop}.`,
  ofSeen: (comments) => `من ${comments} تراه أنت ·`,
  ofSpam: "مزعج منشور ·",
  ofGood: "سليم موقوف",
  own: "أرقامي أنا",
  ownLimits: {
    publishBelow: "انشر ما دون",
    publishBareBelow: "وما ليس فيه شيء يُتبع دون",
    rejectAbove: "أوقف ما فوق",
  },
  ownHint: "فارغ: كما في الإعداد. ما ليس فيه شيء يُتبع: لا رابط ولا عنوان ولا رقم.",
  noPercent: "رقم من 0 إلى 100",
  order: {
    publishBelow: "يجب أن يكون أقل مما يوقف فوقه",
    publishBareBelow: "يجب أن يقع بين الآخرين",
    rejectAbove: "يجب أن يكون أكثر مما ينشر دونه",
  },
  scale: "أين وقعت",
  scaleHint: "كل عمود درجة على مقياس المرشّح، من سليم يقينًا إلى مزعج يقينًا، والخطوط المتقطعة هي الحدود.",
  waited: (more) => (more === 0 ? "" : `كان سينتظرك ${more > 0 ? "أكثر" : "أقل"} بـ ${Math.abs(more)}.`),
  spamMore: (more) =>
    more === 0 ? "" : `وكان سيُنشر من المزعج ${more > 0 ? "أكثر" : "أقل"} بـ ${Math.abs(more)}.`,
  goodMore: (more) =>
    more === 0 ? "" : `وكان سيُوقف من السليم ${more > 0 ? "أكثر" : "أقل"} بـ ${Math.abs(more)}.`,
  notSaved: "لم يُحفظ:",
  leave: "اتركه",
  effectOn: (more, spam) =>
    spam === 0 ? `كان سينتظر أكثر بـ ${more}.` : `كان سينتظر أكثر بـ ${more}، ولا يُنشر من المزعج ${spam}.`,
  effectOff: (fewer) => `بدونه كان سينتظر أقل بـ ${fewer}.`,
  languagesHint: "فتُحسب الحروف الأخرى علامة على المزعج.",
  modes: {
    enforce: "ينشر ويعلّق ويوقف.",
    "log-only": "يُنشر كل شيء، ويُذكر ما كان سيفعله.",
  },
  listsAbout: "المدخل يقرر قبل المرشّح: لا يُنشر شيء من كاتب أو نطاق أو كلمة محظورة، ولا يُوقف شيء من مسموح به.",
};
