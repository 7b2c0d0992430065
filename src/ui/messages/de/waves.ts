import type { English } from "../en.ts";

export const waves: English["waves"] = {
  later: "Spätere ebenso entscheiden, 7 Tage lang",
  laterHint:
    "Nur bei Spam und Verwerfen. Wem Sie vertrauen oder wen Sie schon freigaben, bleibt unberührt, und eine Freigabe nimmt zurück, was ihr widerspricht.",
  block: (n) =>
    n === 1
      ? "Die Linkadresse sperren"
      : n === 2
        ? "Beide Linkadressen sperren"
        : `Alle ${n} Linkadressen sperren`,
  blocked: (addresses) => `Gesperrt: ${addresses}.`,
  notBlocked: "Die Linkadressen wurden nicht gesperrt: Die Liste ist voll.",
  until: (day) => `spätere auch, bis ${day}`,
  full: "Spätere warten wie bisher: 20 solche Regeln gibt es hier schon, beenden Sie erst eine.",
  nothing: "Spätere warten wie bisher: diese haben nichts gemeinsam, woran man sie erkennt.",
  came: (n, day) =>
    n === 1
      ? `1 weiterer kam und ging denselben Weg. Bis ${day}.`
      : `${n} weitere kamen und gingen denselben Weg. Bis ${day}.`,
  cameOfSeveral: (n, rules) => `${n} weitere von ${rules} Wellen kamen und gingen denselben Weg.`,
  stop: "Damit aufhören",
  seeThem: "Ansehen",
  title: "Wellen, auch für Spätere entschieden",
  hint: "Was kommt und fast dasselbe sagt, geht den Weg der Welle, lehrt nichts und endet von selbst.",
  none: "Zurzeit keine.",
  rule: (decision, n, by) => `${decision}: ${n} gleiche, von ${by}`,
  caught: (n, day) => (n === 1 ? `bisher 1 späterer, bis ${day}` : `bisher ${n} spätere, bis ${day}`),
  leadGone: "Die Kommentare sind nicht mehr da.",
  end: "Beenden",
  endAndUndo: "Beenden und zurücknehmen, was sie entschied",
  takeBack: (n) => (n === 1 ? "Den späteren zurücknehmen" : `Diese ${n} zurücknehmen`),
  stopped: { short: "wie eine Welle", spam: "Spam nannte", discard: "verwarf" },
  like: (by, called) => `*Einer einer Welle*, die ${by} ${called}, auch für Spätere.`,
};
