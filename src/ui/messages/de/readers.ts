import type { English } from "../en.ts";

export const readers: English["readers"] = {
  confirmTitle: (site) => `Bei Antworten auf ${site} Bescheid bekommen?`,
  confirmHint:
    "Wenn jemand beantwortet, was Sie auf dieser Seite geschrieben haben, sagt es eine Mail, höchstens einmal in der Stunde. Jede hat einen Link, der sie beendet. Ihre Adresse wird dafür allein verschlüsselt aufbewahrt, bis dahin.",
  confirm: "Ja, bei Antworten Bescheid geben",
  confirmed: (site) => `Sie bekommen bei Antworten auf ${site} Bescheid.`,
  confirmedHint: "Jede Mail hat einen Link, der sie beendet.",
  leaveTitle: (site) => `Keine solchen Mails mehr von ${site}?`,
  leaveHint: "Ihre Adresse wird damit gelöscht.",
  leave: "Keine Mails mehr",
  left: (site) => `Keine solchen Mails mehr von ${site}.`,
  leftHint: "Ihre Adresse ist gelöscht.",
  gone: "Dieser Link gilt nicht mehr.",
  goneHint: "Er ist zu alt, wurde schon benutzt, oder diese Mails wurden beendet.",
  eraseTitle: (site) => `Ihre Kommentare auf ${site} löschen`,
  eraseForm:
    "Alles, was von den Kommentaren mit einer Mailadresse aufbewahrt wird, geht: Sie werden durch eine Mail an sie gefragt, oder die Besitzerin der Website entscheidet.",
  eraseAsk: "Darum bitten",
  eraseAsked: "Ihr Wunsch ist vermerkt.",
  eraseAskedHint:
    "Wird von dieser Adresse etwas aufbewahrt, ist eine Mail an sie unterwegs, oder die Besitzerin erfährt davon. Ob es so ist, erfährt hier niemand.",
  eraseCount: (n) =>
    `${n === 1 ? "1 Kommentar wird" : `${n} Kommentare werden`} mit Ihrer Adresse aufbewahrt. Gelöscht wird mit allem, was daran hängt; das lässt sich nicht zurücknehmen.`,
  erase: "Alles löschen",
  erasedHint:
    "Sicherungen behalten es, bis sie gelöscht werden; das Verzeichnis der Entscheidungen behält die Nummern der Kommentare, ohne Text und Adresse, ein Jahr lang.",
  eraseAgain: "Es sind mehr, als auf einmal gelöscht werden: Bitten Sie noch einmal darum.",
  faults: {
    address: "Das ist keine Mailadresse.",
    often: "Aus Ihrem Netz wurde eben oft darum gebeten. Versuchen Sie es in einer Minute wieder.",
    network: "Aus Ihrem Netz wurde heute oft darum gebeten. Versuchen Sie es morgen wieder.",
    site: "Auf dieser Website wurde oft darum gebeten. Versuchen Sie es morgen wieder, oder schreiben Sie der Besitzerin.",
    unavailable: "Es ließ sich eben nicht vermerken. Versuchen Sie es in einer halben Minute wieder.",
  },
};
