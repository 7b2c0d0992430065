import type { English } from "../en.ts";

export const akismet: English["akismet"] = {
  title: "Akismet-Clients",
  hint: "WordPress, Discourse, Rails, Django und jeder andere Client von Akismet arbeitet mit Hamlet, wenn er diese Adresse und einen eigenen Schlüssel bekommt.",
  address: "Adresse",
  keyOnce: (n) => `Schlüssel ${n}: jetzt kopieren, er wird nicht noch einmal gezeigt`,
  make: "Schlüssel erzeugen",
  another: "Noch ein Schlüssel",
  keyHint:
    "Er öffnet die Akismet-Wege dieser Website und sonst nichts. Zurückgezogen wird er auf der Seite der Website.",
  last: "Die letzten Anfragen",
  none: "Noch keine. Sobald ein Client seinen Schlüssel prüft, steht es hier.",
  refused: "Abgewiesen: falsche Schlüssel",
  when: "Wann",
  what: "Was",
  client: "Client",
  blog: "Blog",
  key: "Schlüssel",
  answer: "Antwort",
  valid: (n) => `${n}, gültig`,
  unnamed: "(ohne Namen)",
  foreign: "kein Host dieser Website",
  faults: {
    missing: "kein Schlüssel geschickt",
    malformed: "nicht 12 Zeichen aus a–z und 0–9",
    unknown: "ein Schlüssel, den niemand hat",
    revoked: "ein zurückgezogener Schlüssel",
    "site key in the address": "der Schlüssel der Website in einem Hostnamen oder einer Adresse",
  },
  trial: {
    running: (days, of) =>
      `Nur Zuschauen: Hamlet ändert nichts. Tag ${days + 1} von ${of}; dann steht hier, was es getan hätte.`,
    had: (days, all) => `Hätte Hamlet in den letzten ${days} Tagen entschieden, von ${all} Kommentaren`,
    seen: (n) => `hätten ${n} auf Sie gewartet;`,
    lost: (n) =>
      n === 0
        ? "keiner, den Sie freigegeben haben, wäre gestoppt worden,"
        : n === 1
          ? "1, den Sie freigegeben haben, wäre gestoppt worden,"
          : `${n}, die Sie freigegeben haben, wären gestoppt worden,`,
    out: (n) =>
      n === 0
        ? "und keiner, den Sie Spam nannten, wäre veröffentlicht worden."
        : `und ${n}, die Sie Spam nannten, wären veröffentlicht worden.`,
    letIt: "Hamlet ab jetzt entscheiden lassen",
    details: "Welche?",
  },
  logOnly: {
    title: "Nur Zuschauen",
    heading: "Was Hamlet getan hätte",
    nothing: "Nichts zu vergleichen.",
    noComment: "Noch ist kein Kommentar gekommen.",
    enforced:
      "Diese Website lässt Hamlet entscheiden. Beim bloßen Zuschauen wird alles veröffentlicht, und hier gezählt, was Hamlet getan hätte.",
    lost: "Gute Kommentare, die es verloren hätte:",
    missed: "Spam, den es veröffentlicht hätte:",
    held: "Für einen Menschen:",
    of: (held, all) => `${held} von ${all}`,
    silence:
      "„Nichts gesagt“ ist kein Urteil: Über diese Kommentare hat hier niemand entschieden, und Hamlet erfuhr auch nicht, was im Blog entschieden wurde.",
    differing: "Wo Menschen anderes sagten",
    would: "Hamlet hätte",
    woulds: { publish: "veröffentlicht", review: "für einen Menschen zurückgehalten", reject: "gestoppt" },
    saids: { published: "freigegeben", spam: "Spam", discarded: "verworfen", nothing: "nichts gesagt" },
    differs: (would, by, decision) => `Hamlet: ${would}. ${by}: ${decision}.`,
    why: "Warum?",
    table: "Vergleich",
  },
};
