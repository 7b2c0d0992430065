import type { English } from "../en.ts";

export const data: English["data"] = {
  about:
    "Was Ihre Leser schrieben, gehört Ihnen: wie lange es aufbewahrt wird, und wie es hereinkommt, hinausgeht und verschwindet.",
  keeping: "Wie lange es aufbewahrt wird",
  inAndOut: "Herein und hinaus",
  importHint:
    "Was Sie jahrelang in Ihrem alten System entschieden, lehrt es, bevor der erste Kommentar kommt.",
  export: "Alles, was es weiß, für den Umzug in ein anderes Hamlet",
  exportHint:
    "Auf Ihrem eigenen Rechner, mit dem Schlüsselwort der Inhaberin: Zeilen von JSON, mit Kommentaren und was sie lehrten.",
  history: "Jede Entscheidung, als CSV oder JSON",
  historyHint: "Wer, wann, was und warum; die Seite des Verlaufs gibt aus, was sie zeigt.",
  backup: "Eine Sicherung von allem",
  backupHint:
    "Auf Ihrem eigenen Rechner, mit dem Schlüsselwort der Inhaberin. npm run restore spielt sie ein, Zeile für Zeile geprüft.",
  persons: "Ein einzelner Kommentator",
  publicHint:
    "Was aus einem Kommentar wird, gemacht aus den Einstellungen, wie sie sind; mit dem Hinweis für unter Ihr Formular.",
  erasures: "Wer um Löschung bittet",
  erasuresHint:
    "Über das Formular, ohne Mail, die beweist, wer bittet: Schreiben Sie der Adresse, wenn Sie zweifeln. Jede Bitte steht hier 30 Tage, oder bis gelöscht ist.",
};
