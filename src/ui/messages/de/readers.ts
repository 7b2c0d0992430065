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
};
