import type { English } from "../en.ts";

export const filter: English["filter"] = {
  about: (comments) =>
    `Die Zahlen zeigen, was jede Wahl aus den letzten ${comments} Kommentaren dieser Website gemacht hätte. Zweifelloser Spam ist nicht dabei: Keine Wahl lässt ihn durch.`,
  aboutNone: "Sind Kommentare gekommen, zeigen hier Zahlen, was jede Wahl aus ihnen gemacht hätte.",
  onPage: "Auf dieser Seite",
  much: "Wie viel Sie sehen",
  always: "Immer zeigen, was auch der Filter meint",
  learning: "Lernen",
  learnDecisions: {
    label: "Aus meinen Entscheidungen lernen",
    hint: "Freigeben und Spam lehren ihn. Verwerfen lehrt nichts: gut für das, was nur unerwünscht ist. Was gelernt ist, bleibt.",
  },
  learnCertain: {
    label: "Aus dem lernen, worin er sicher ist",
    hint: "Wiegt weniger als Ihr Wort, kommt eine Woche später und wird zurückgenommen, wenn Sie es berichtigen.",
  },
  ages: [
    ["", "gleich, wie alt"],
    ["365", "ein Jahr"],
    ["1095", "drei Jahre"],
  ],
  days: (n) => `${n} Tage`,
  aYear: (effect = "") => (effect === "" ? "" : `Bei einem Jahr: ${effect}`),
  chips: {
    label: "Sprachen, in denen sie geschrieben ist; keine: jede",
    add: "Hinzufügen",
    remove: "{x} entfernen",
    choose: "Eine weitere Sprache",
  },
  acts: "Ob er handelt",
  seen: "Von Ihnen gesehen",
  spamOut: "Spam veröffentlicht",
  goodStopped: "Gute gestoppt",
  now: "jetzt",
  presets: {
    careful: "Fragen Sie mich, wenn es nicht klar ist.",
    balanced: "Fragen Sie mich im Zweifel.",
    light: "Lassen Sie mich in Ruhe, ein Irrtum dann und wann macht nichts.",
  },
  limits: (publish, bare, stop) =>
    `Veröffentlichen unter ${publish}, und unter ${bare}, was nichts zum Folgen enthält; stoppen über ${stop}.`,
  ofSeen: (comments) => `von ${comments} von Ihnen gesehen ·`,
  ofSpam: "Spam veröffentlicht ·",
  ofGood: "gute gestoppt",
  own: "Eigene Zahlen",
  ownLimits: {
    publishBelow: "Veröffentlichen unter",
    publishBareBelow: "ohne etwas zum Folgen unter",
    rejectAbove: "Stoppen über",
  },
  ownHint: "Leer: wie in der Einstellung. Nichts zum Folgen: kein Link, keine Adresse, keine Nummer.",
  noPercent: "eine Zahl von 0 bis 100",
  order: {
    publishBelow: "muss kleiner sein als die, über der gestoppt wird",
    publishBareBelow: "muss zwischen den beiden anderen liegen",
    rejectAbove: "muss größer sein als die, unter der veröffentlicht wird",
  },
  scale: "Wohin sie fielen",
  scaleHint:
    "Jeder Balken ist ein Schritt auf der Skala des Filters, von sicher gut bis sicher Spam; die gestrichelten Linien sind die Grenzen.",
  waited: (more) =>
    more === 0 ? "" : `${Math.abs(more)} ${more > 0 ? "mehr" : "weniger"} hätten auf Sie gewartet.`,
  spamMore: (more) =>
    more === 0 ? "" : `${Math.abs(more)}-mal Spam ${more > 0 ? "mehr" : "weniger"} wäre erschienen.`,
  goodMore: (more) =>
    more === 0 ? "" : `${Math.abs(more)} gute ${more > 0 ? "mehr" : "weniger"} wären gestoppt worden.`,
  notSaved: "Nicht gespeichert:",
  leave: "So lassen",
  effectOn: (more, spam) =>
    spam === 0
      ? `${more} mehr hätten gewartet.`
      : `${more} mehr hätten gewartet, und ${spam}-mal Spam wäre nicht erschienen.`,
  effectOff: (fewer) => `Ohne das hätten ${fewer} weniger gewartet.`,
  languagesHint: "Andere Schriften zählen dann als Zeichen von Spam.",
  modes: {
    enforce: "Er veröffentlicht, hält zurück und stoppt.",
    "log-only": "Alles erscheint; gesagt wird, was er getan hätte.",
  },
  listsAbout:
    "Ein Eintrag entscheidet vor dem Filter. Von einem gesperrten Verfasser, Host oder Wort erscheint nichts; von einem erlaubten wird nichts gestoppt.",
};
