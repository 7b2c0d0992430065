import type { English } from "../en.ts";

export const form: English["form"] = {
  notSent: "Ihr Kommentar wurde nicht abgeschickt",
  faults: {
    noForm: "Dieses Blog nimmt hier keine Kommentare an.",
    noChallenge: "Dieses Blog verlangt keinen Arbeitsnachweis.",
    elsewhere: "Er kam von einer Seite, die nicht zu diesem Blog gehört.",
    unreadable: "Das Formular ist zu lang oder nicht lesbar.",
    noPage:
      "Das Formular sagt nicht, zu welcher Seite dieses Blogs es gehört. Bitte sagen Sie es dem Betreiber.",
    empty: "Es steht kein Text darin.",
    fields: "Etwas darin ist zu lang oder nicht in Ordnung.",
    tooMany: "Aus Ihrem Netz kamen eben viele Kommentare. Schicken Sie ihn in einer Minute noch einmal.",
    tomorrow:
      "Dieses Blog hat heute so viele Kommentare angenommen, wie es kann. Schicken Sie ihn morgen noch einmal.",
    unstored: "Er ließ sich eben nicht speichern. Schicken Sie ihn in einer halben Minute noch einmal.",
    notYours: "Nur der Browser, aus dem ein Kommentar kam, kann ihn ändern.",
    tooLate: "Ein Kommentar lässt sich 15 Minuten lang ändern, nachdem er gesendet wurde. Die sind vorbei.",
    gone: "Diesen Kommentar gibt es nicht mehr.",
    decided: "Inzwischen hat jemand über diesen Kommentar entschieden. Er lässt sich nicht mehr ändern.",
    often: "Dieser Kommentar wurde fünfmal geändert. Er bleibt, wie er ist.",
  },
  yours: "Ihr Text",
  again: "Noch einmal schicken",
  back: "Zurück zur Seite",
};
