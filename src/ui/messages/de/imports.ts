import type { English } from "../en.ts";

export const imports: English["imports"] = {
  link: "Die Vergangenheit Ihres Blogs, eingebracht",
  title: "Die Vergangenheit Ihres Blogs",
  none: "Noch wurde nichts eingebracht. Was Ihr altes System ausgibt, lehrt Hamlet, was Sie seit Jahren entschieden haben: npm run import -- --site",
  how: "Wie man die Datei aus dem alten System bekommt, steht in docs/import.md.",
  byBlog: "Aus WordPress, von selbst",
  byBlogHow:
    "Das Blog mit unserem Plugin kann alle seine Kommentare schicken, auch Spam, mit seinem eigenen Schlüssel: 24 Stunden lang, nachdem Sie es erlauben.",
  open: "Das Blog seine Vergangenheit schicken lassen",
  isOpen: "Das Blog darf seine Vergangenheit schicken bis",
  thenRun: "— dort ausführen:",
  close: "Nicht mehr",
  learned: (taught, weak) =>
    weak === "0"
      ? `Gelernt: ${taught} Kommentare.`
      : `Gelernt: ${taught} Kommentare, und mit wenig Gewicht ${weak} Urteile des alten Filters.`,
  span: (from, to) => `Von ${from} bis ${to}.`,
  wouldHave: (comments, seen) =>
    `Beurteilt, bevor es gelernt wurde, wie neue Kommentare: Von ${comments} Kommentaren hätten Sie ${seen} gesehen.`,
  hamRejected: (n, of) =>
    n === 0
      ? `Kein guter Kommentar von ${of} wäre gestoppt worden.`
      : n === 1
        ? `1 guter Kommentar von ${of} wäre gestoppt worden.`
        : `${n} gute Kommentare von ${of} wären gestoppt worden.`,
  spamPublished: (n, of) =>
    n === 0
      ? `Kein Spam von ${of} wäre veröffentlicht worden.`
      : `${n} Spam von ${of} wären veröffentlicht worden.`,
  quarters: "Viertel für Viertel, das älteste zuerst",
  quarter: "Viertel",
  presets: "Einstellung für Einstellung",
  comments: "Kommentare",
  seen: "Sie hätten gesehen",
  goodStopped: "Gute gestoppt",
  spamOut: "Spam veröffentlicht",
  kept: (n) => `Für Leser behalten: ${n} Kommentare.`,
  keeping: "Frühere Kommentare auf Ihren Seiten",
  keepingHow:
    "Was früher veröffentlicht war, kann auch behalten werden, mit Namen, Daten und Antworten: Ihre Seiten zeigen es neben den neuen. Jeder Kommentar einmal; was Sie zurückziehen, bleibt weg.",
  takeOut: "Diese Vergangenheit wieder herausnehmen",
  takeOutHint: "Was sie lehrte, wird vergessen; was Sie hier entschieden haben, bleibt.",
  takeOutKeptHint:
    "Was sie lehrte, wird vergessen, und was von ihr für Leser behalten wurde, verschwindet; was Sie hier entschieden haben, bleibt.",
  suspects: "Sehen Sie sich diese an",
  suspectsHint: (n) =>
    `Noch ${n}. Kommentare, die veröffentlicht sind und wie Spam aussehen oder gestoppt wurden und gut aussehen. Was Sie sagen, wird gelernt; sieben Tage später wird der Text hier gelöscht. Ihr Blog bleibt, wie es ist.`,
  wasHam: "In Ihrem Blog veröffentlicht",
  wasSpam: "In Ihrem Blog gestoppt",
  chance: (percent) => `sieht wie Spam aus: ${percent}`,
  isHam: "Er ist gut",
  isSpam: "Er ist Spam",
  keys: "Tasten: j und k gehen weiter und zurück, a: er ist gut, s: er ist Spam, z: nimmt zurück, was zuletzt gesagt wurde.",
  decided: "Entschieden",
  decidedHint:
    "Jede Entscheidung lässt sich sieben Tage lang zurücknehmen; dann wird der Text hier gelöscht.",
  tooLate: "Das lässt sich nicht mehr zurücknehmen.",
  failed: "Das kam nicht an. Versuchen Sie es noch einmal.",
  nobody: "Ohne Namen",
};
