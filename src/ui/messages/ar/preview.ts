import type { English } from "../en.ts";

export const preview: English["preview"] = {
  title: "ما كان سيعنيه هذا",
  ask: "غيّر إعدادًا وانظر ما كان سيعنيه لآخر تعليقاتك قبل أن تحفظه.",
  button: "ماذا كان سيعني؟",
  nothing: "لم يصل بعد تعليق يدلّ على شيء.",
  about: (comments) => `لآخر تعليقاتك، وعددها ${comments}. المزعج بلا شك غير محسوب: لا إعداد يسمح به.`,
  settings: "الإعدادات",
  now: "كما هي الآن",
  typed: "كما في النموذج",
  same: "لم يكن أي تعليق ليذهب إلى مكان آخر.",
  examples: "هذه كانت ستذهب إلى مكان آخر",
  would: (now, then) => `${now} ← ${then}`,
  outcomes: { publish: "منشور", review: "ينتظرك", reject: "موقوف" },
  labels: { ham: "جيد", spam: "مزعج", none: "لم يُقرَّر" },
  nobody: "بلا اسم",
  open: "افتح",
};
