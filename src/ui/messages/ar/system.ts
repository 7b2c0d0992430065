import type { English } from "../en.ts";

/** The comment system that a site's comments come from. */
export const system: English["system"] = {
  title: "نظام التعليقات",
  intro:
    "إذا كانت تعليقات هذا الموقع تأتي من نظام آخر لا من المدوّنة نفسها: يُحكم هنا على ما يرسله ذلك النظام، وتعود القرارات إليه. في التوثيق صفحة لكل نظام.",
  system: "النظام",
  none: "لا شيء: المدوّنة ترسل تعليقاتها بنفسها",
  endpoint: "عنوانه",
  endpointHint: "https على أحد مضيفي الموقع. إن تُرك فارغًا فلا يُبلَّغ بالقرارات.",
  credential: "ما يفتح واجهته البرمجية",
  credentialHint:
    "كلمة مرور أو مفتاح أو رمز، كما يذكر التوثيق لكل نظام. يُحفظ مشفّرًا ولا يُعرض أبدًا: العلامة … تعني أن هناك واحدًا محفوظًا.",
  secret: "ما يُثبت به هويته",
  secretHint: "فقط حيث يصنعه النظام بنفسه، كما يفعل Coral. إن تُرك فارغًا صنعه Hamlet.",
  save: "احفظ",
  saved: "حُفظ.",
  enter: (system) => `ما يُدخل في ${system}`,
  address: "العنوان:",
  madeSecret: "السر:",
  showSecret: "اعرض السر",
  ownSecret: "يُثبت هويته بالسر الذي أدخلته.",
};
