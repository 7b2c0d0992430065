import type { English } from "../en.ts";

export const words: English["words"] = {
  statuses: { pending: "wartet", published: "veröffentlicht", spam: "Spam", discarded: "verworfen" },
  outcomes: { publish: "veröffentlicht", review: "wartet auf Sie", reject: "gestoppt" },
  decisions: {
    approve: "Freigeben",
    spam: "Spam",
    discard: "Verwerfen",
    hold: "Zurückhalten",
    undo: "Zurücknehmen",
  },
  decided: {
    approve: "Freigegeben · gelernt",
    spam: "Spam · gelernt",
    discard: "Verworfen · nichts gelernt",
    hold: "Wartet wieder",
    undo: "Zurückgenommen",
  },
  done: { approve: "Freigegeben", spam: "Spam", discard: "Verworfen" },
  learned: { approve: "gelernt", spam: "gelernt", discard: "nichts gelernt" },
  bands: { fine: "Wohl gut", unsure: "Unsicher", spam: "Wohl Spam", abuse: "Beleidigung?" },
  spamShare: (share) => `${share} Spam`,
  justNow: "gerade eben",
  noName: "(ohne Namen)",
  byKey: (n) => `der Schlüssel ${n} des Blogs`,
  byKeyFor: (n, name) => `der Schlüssel ${n} des Blogs, für ${name}`,
  back: "Zurück",
  because: { abuse: "Beleidigung", "off-topic": "nicht zum Thema", other: "anderer Grund" },
};
