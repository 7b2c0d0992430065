import type { English } from "../en.ts";

export const frame: English["frame"] = {
  skip: "إلى المحتوى",
  pages: "الصفحات",
  queue: "قائمة الانتظار",
  history: "السجل",
  sites: "المواقع",
  signOut: "تسجيل الخروج",
  language: "اللغة",
  choose: "اختيار",
  signIn: "تسجيل الدخول",
  token: "رمز المالك",
  yourName: "اسمك",
  nameHint: "يظهر بجانب قراراتك.",
  tokenHint: {
    before: "الرمز هو",
    middle: "في",
    after: "على جهازك، أو بين أسرار الـ Worker بعد النشر.",
  },
  tooMany: "محاولات كثيرة. حاول مرة أخرى بعد دقيقة.",
  nameNeeded: "يلزم اسم لا يزيد على 60 حرفًا.",
  wrongToken: "هذا ليس الرمز الصحيح.",
  sessionEnded: "انتهت جلستك. سجّل الدخول من جديد.",
  formOld: "هذا النموذج قديم. ارجع وأعد تحميل الصفحة ثم حاول مرة أخرى.",
  notFound: "غير موجود",
  missing: {
    comment: "لا يوجد تعليق كهذا.",
    site: "لا يوجد موقع كهذا.",
    key: "لا يوجد مفتاح كهذا.",
  },
  mayBeDeleted: "ربما حُذف.",
  backToQueue: "العودة إلى قائمة الانتظار",
};
