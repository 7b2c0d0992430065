import type { RuleKind } from "../../../core/judging/rule-kind.ts";
import type { English } from "../en.ts";

const held: Partial<Record<RuleKind, { short: string; sentence: string }>> = {
  abuse: {
    short: "beleidigt oder droht vielleicht",
    sentence: "Wartet, weil er *vielleicht jemanden beleidigt oder bedroht*. Über Spam sagt das nichts.",
  },
  "first comment": {
    short: "erster Kommentar hier",
    sentence: "Wartet, weil es *der erste Kommentar des Verfassers* ist und Sie diese sehen wollten.",
  },
  link: {
    short: "enthält einen Link",
    sentence: "Wartet, weil er *einen Link enthält* und Sie jeden Link sehen wollten.",
  },
  "old post": {
    short: "unter einem alten Beitrag",
    sentence:
      "Wartet, weil *der Beitrag älter ist*, als Sie festgelegt haben, und Sie sehen wollten, was dort kommt.",
  },
  "nothing to read": { short: "nichts zu lesen", sentence: "Wartet, weil er *nichts zu lesen zeigt*." },
  cut: {
    short: "sehr lang",
    sentence: "Wartet, weil er *länger als 65.536 Byte* ist: Nur der Anfang wurde gelesen.",
  },
  double: {
    short: "zweimal gesagt",
    sentence: "Wartet, weil er *noch einmal sagt*, was ein Kommentar auf dieser Seite sagt.",
  },
  "answers spam": {
    short: "antwortet auf Spam",
    sentence: "Wartet, weil er *auf einen Kommentar antwortet, der hier Spam ist*.",
  },
  surge: {
    short: "ungewöhnlich viele kamen",
    sentence:
      "Wartet, weil *weit mehr Kommentare als sonst* kamen: Was veröffentlicht würde, wird zurückgehalten.",
  },
  "no proof": {
    short: "ohne Nachweis des Formulars",
    sentence:
      "Wartet, weil *er ohne den Nachweis kam*, den Sie im Formular verlangen: Vielleicht führt der Browser keine Skripte aus.",
  },
  "bad proof": {
    short: "Nachweis nicht richtig",
    sentence:
      "Wartet, weil *der Nachweis*, den Sie im Formular verlangen, *nicht richtig*, zu alt oder schon verwendet war.",
  },
  "proof unknown": {
    short: "Nachweis nicht geprüft",
    sentence: "Wartet, weil *niemand den Nachweis prüfen konnte*, den Sie im Formular verlangen.",
  },
  unreachable: {
    short: "ohne Vorgeschichte beurteilt",
    sentence:
      "Wartet, weil *die Website nicht antwortete*, als er kam; er wurde ohne Vorgeschichte beurteilt.",
  },
};

const togetherText = ({ names, networks, within }: NonNullable<Parameters<English["why"]["alike"]>[1]>) => {
  const from = networks === 0 ? "" : networks === 1 ? ", 1 Netz" : `, ${networks} Netze`;
  return `: ${names === 1 ? "1 Name" : `${names} Namen`}${from}, Zeitraum ${within}`;
};

export const why: English["why"] = {
  held: (kind, rule) =>
    held[kind] ?? { short: "Ihre Regel", sentence: `Wartet wegen *Ihrer Regel*: ${rule}.` },
  spread: (domain, others) => ({
    short: `${others} andere verlinken dasselbe`,
    sentence: `Wartet, weil innerhalb eines Tages *${others} andere* auf *${domain}* verlinkten und hier noch niemand das freigegeben hat. Geben Sie einen frei, und es ist bekannt.`,
  }),
  alike: (n, seen) => ({
    short: `${n} gleiche, eine Kampagne`,
    sentence: `Wartet, weil *${n} Kommentare fast dasselbe sagen*${seen ? togetherText(seen) : ""}. Sie entscheiden einmal.`,
  }),
  payload: (what, short, share) => ({
    short: `${short}, und ${share} sicher`,
    sentence: `Wartet, weil er *${what} enthält* und der Filter nur *zu ${share} sicher* ist, dass er Spam ist.`,
  }),
  payloadShort: {
    link: "Link",
    "author-link": "Website",
    mail: "Mailadresse",
    phone: "Telefonnummer",
    messenger: "Messenger",
    wallet: "Konto",
  },
  unsure: ({ share }) => ({
    short: `nur zu ${share} sicher`,
    sentence: `Wartet, weil *der Filter nicht sicher ist*: ${share} Spam.`,
  }),
  notFineEnough: ({ share, publish }) => ({
    short: `${share}, Ihre Grenze ist ${publish}`,
    sentence: `Wartet, weil *der Filter nicht sicher genug ist*, dass er gut ist: ${share} Spam, und Sie veröffentlichen unter ${publish}.`,
  }),
  notSpamEnough: ({ share, reject }) => ({
    short: `${share}, Ihre Grenze ist ${reject}`,
    sentence: `Wartet, weil *der Filter nicht sicher genug ist*, dass er Spam ist: ${share}, und Sie stoppen über ${reject}.`,
  }),
  published: ({ share, publish }) => ({
    short: `veröffentlicht, ${share} Spam`,
    sentence: `*Vom Filter veröffentlicht*: ${share} Spam, und Sie veröffentlichen unter ${publish}.`,
  }),
  stopped: ({ share, reject }) => ({
    short: `gestoppt, zu ${share} sicher`,
    sentence: `*Vom Filter gestoppt*: zu ${share} sicher, dass er Spam ist, und Sie stoppen über ${reject}.`,
  }),
  byRule: {
    publish: (rule) => ({
      short: "durch Ihre Regel veröffentlicht",
      sentence: `*Durch Ihre Regel veröffentlicht*: ${rule}.`,
    }),
    reject: (rule) => ({
      short: "durch Ihre Regel gestoppt",
      sentence: `*Durch Ihre Regel gestoppt*: ${rule}.`,
    }),
  },
  decided: (decision, by, ago) => {
    const done = { approve: "Freigegeben", spam: "Als Spam markiert", discard: "Verworfen" }[decision];
    return { short: `${done} von ${by}`, sentence: `*${done} von ${by}*, ${ago}.` };
  },
  rules: {
    staff: "von jemandem aus dem Blog selbst",
    "own user": "ein Konto des Blogs selbst",
    "own pingback": "ein Pingback der eigenen Website",
    cut: "länger als 65.536 Byte",
    "test author": "ein Testname, der immer Spam ist",
    blocked: "gesperrt",
    allowed: "erlaubt",
    "blocked author": "gesperrter Verfasser",
    "allowed author": "vertrauter Verfasser",
    wave: "aus einer Welle, die entschieden ist",
    "first comment": "erster Kommentar des Verfassers",
    link: "enthält einen Link",
    "old post": "unter einem alten Beitrag",
    "nothing to read": "nichts zu lesen",
    double: "zweimal gesagt",
    "answers spam": "antwortet auf Spam",
    abuse: "beleidigt oder droht vielleicht",
    surge: "ungewöhnlich viele kamen",
    spread: "viele andere verlinken dasselbe",
    "no proof": "kam ohne den Nachweis des Formulars",
    "bad proof": "der Nachweis des Formulars war nicht richtig",
    "proof unknown": "der Nachweis des Formulars wurde nicht geprüft",
    unreachable: "ohne Vorgeschichte beurteilt",
  },
  onRuler: (share) => `${share} auf der Skala von veröffentlicht bis Spam`,
  publishedBelow: (limit) => `veröffentlicht unter ${limit}`,
  youLook: "Sie sehen hin",
  spamAbove: (limit) => `Spam über ${limit}`,
  asked: (below, above) => `Sie wollten alles zwischen ${below} und ${above} sehen,`,
  withPayload: (kinds) => `das ${kinds} enthält.`,
  bare: "das nichts zum Folgen enthält.",
  changeThat: "Das ändern",
};
