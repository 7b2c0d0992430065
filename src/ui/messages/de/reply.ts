import type { English } from "../en.ts";

export const reply: English["reply"] = {
  title: "Antworten",
  to: "Antwort an",
  label: "Ihre Antwort",
  hint: "Ihr Blog veröffentlicht sie unter dem Kommentar. Ist sie abgeschickt, lässt sie sich hier nicht mehr zurücknehmen.",
  approves: "Der Kommentar wird damit auch freigegeben.",
  send: "Antworten",
  approveAndSend: "Freigeben und antworten",
  toAnswer: "Im Blog antworten",
  toApproveAndAnswer: "Freigeben und im Blog antworten",
  answered: "Beantwortet",
  withdrawn: "Nicht abgeschickt: Der Kommentar war nicht mehr veröffentlicht.",
  notTaken:
    "Auf diesen Kommentar lässt sich von hier nicht antworten: Seine Website verschickt keine Antworten. Der Schalter steht im Reiter „Anschluss“.",
};
