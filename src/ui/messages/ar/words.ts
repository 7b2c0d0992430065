import type { English } from "../en.ts";

export const words: English["words"] = {
  statuses: { pending: "في الانتظار", published: "منشور", spam: "مزعج", discarded: "مستبعد" },
  outcomes: { publish: "نشر", review: "تعليق حتى يراه شخص", reject: "رفض" },
  decisions: { approve: "قبول", spam: "مزعج", discard: "استبعاد", hold: "تعليق", undo: "تراجع" },
  decided: {
    approve: "قُبل · تعلّمه المرشّح سليمًا",
    spam: "عُدّ مزعجًا · تعلّمه المرشّح",
    discard: "استُبعد · لم يُتعلّم منه شيء",
    hold: "ينتظر من جديد",
    undo: "تم التراجع",
  },
  likelihoods: {
    surelySpam: "مزعج يقينًا",
    likelySpam: "مزعج غالبًا",
    abuse: "قد يكون إساءة",
    doubtful: "مشكوك فيه",
    likelyFine: "سليم غالبًا",
    surelyFine: "سليم يقينًا",
  },
  justNow: "الآن",
  noName: "(بلا اسم)",
  back: "رجوع",
  because: { abuse: "إساءة", "off-topic": "خارج الموضوع", other: "سبب آخر" },
};
