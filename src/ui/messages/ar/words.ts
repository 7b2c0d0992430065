import type { English } from "../en.ts";

export const words: English["words"] = {
  statuses: { pending: "ينتظر", published: "منشور", spam: "مزعج", discarded: "مستبعد" },
  outcomes: { publish: "يُنشر", review: "ينتظرك", reject: "يوقف" },
  decisions: { approve: "قبول", spam: "مزعج", discard: "استبعاد", hold: "تعليق", undo: "تراجع" },
  decided: {
    approve: "قُبل · تعلّمه المرشّح",
    spam: "مزعج · تعلّمه المرشّح",
    discard: "استُبعد · لم يُتعلّم منه شيء",
    hold: "ينتظر من جديد",
    undo: "تم التراجع",
  },
  done: { approve: "قُبل", spam: "مزعج", discard: "استُبعد" },
  learned: { approve: "تعلّمه المرشّح", spam: "تعلّمه المرشّح", discard: "لم يُتعلّم منه شيء" },
  bands: { fine: "سليم غالبًا", unsure: "غير مؤكد", spam: "مزعج غالبًا", abuse: "إساءة؟" },
  spamShare: (share) => `${share} مزعج`,
  justNow: "الآن",
  noName: "(بلا اسم)",
  byKey: (n) => `مفتاح المدونة ${n}`,
  byKeyFor: (n, name) => `مفتاح المدونة ${n} نيابة عن ${name}`,
  back: "رجوع",
  because: { abuse: "إساءة", "off-topic": "خارج الموضوع", other: "سبب آخر" },
};
