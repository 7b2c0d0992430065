import type { English } from "../en.ts";

export const preview: English["preview"] = {
  title: "Was das bedeutet hätte",
  ask: "Ändern Sie eine Einstellung und sehen Sie, was sie für Ihre letzten Kommentare bedeutet hätte, bevor Sie speichern.",
  button: "Was hätte das bedeutet?",
  nothing: "Noch ist kein Kommentar gekommen, der es sagen könnte.",
  about: (comments) =>
    `Für Ihre letzten ${comments} Kommentare. Zweifelloser Spam ist nicht dabei: Keine Einstellung lässt ihn durch.`,
  settings: "Einstellungen",
  now: "wie sie sind",
  typed: "wie im Formular",
  same: "Kein Kommentar wäre anderswo hingekommen.",
  examples: "Diese wären anderswo hingekommen",
  would: (now, then) => `${now} → ${then}`,
  outcomes: { publish: "veröffentlicht", review: "wartet auf Sie", reject: "gestoppt" },
  labels: { ham: "ist gut", spam: "ist Spam", none: "nicht entschieden" },
  nobody: "Ohne Namen",
  open: "Öffnen",
};
