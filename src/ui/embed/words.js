// @ts-check

/** @typedef {typeof all.en} Words */

/** What the element says, by language. */
const all = {
  en: {
    published: "Your comment is published.",
    waits: "Your comment waits until somebody has looked at it.",
    refused: "Your comment was taken for spam.",
    waiting: "Waits, visible to you alone",
    reply: "Reply",
    to: "Reply to",
    cancel: "Cancel",
    failed: "It could not be sent. Press the button again.",
    unread: "The comments could not be loaded.",
    edit: "Edit",
    remove: "Delete",
    save: "Save",
    sure: "Delete your comment?",
    deleted: "Your comment is deleted.",
    like: "Likes",
    repost: "Reposts",
    bookmark: "Bookmarks",
  },
  de: {
    published: "Ihr Kommentar ist veröffentlicht.",
    waits: "Ihr Kommentar wartet, bis jemand ihn angesehen hat.",
    refused: "Ihr Kommentar wurde für Spam gehalten.",
    waiting: "Wartet, nur für Sie sichtbar",
    reply: "Antworten",
    to: "Antwort an",
    cancel: "Abbrechen",
    failed: "Er ließ sich nicht senden. Drücken Sie noch einmal.",
    unread: "Die Kommentare ließen sich nicht laden.",
    edit: "Ändern",
    remove: "Löschen",
    save: "Speichern",
    sure: "Ihren Kommentar löschen?",
    deleted: "Ihr Kommentar ist gelöscht.",
    like: "Gefällt",
    repost: "Geteilt",
    bookmark: "Gemerkt",
  },
  ar: {
    published: "نُشر تعليقك.",
    waits: "ينتظر تعليقك حتى يراه أحد.",
    refused: "عُدّ تعليقك مزعجًا.",
    waiting: "ينتظر، ولا يراه سواك",
    reply: "رُدّ",
    to: "ردّ على",
    cancel: "ألغِ",
    failed: "تعذّر إرساله. اضغط مجدّدًا.",
    unread: "تعذّر تحميل التعليقات.",
    edit: "عدّل",
    remove: "احذف",
    save: "احفظ",
    sure: "أتحذف تعليقك؟",
    deleted: "حُذف تعليقك.",
    like: "إعجابات",
    repost: "إعادات نشر",
    bookmark: "إشارات مرجعية",
  },
};

/** What it says in the page's language. */
export const words =
  all[/** @type {keyof typeof all} */ (document.documentElement.lang.slice(0, 2))] ?? all.en;
