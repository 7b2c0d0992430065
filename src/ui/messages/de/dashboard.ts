import type { English } from "../en.ts";

const comments = (n: number) => (n === 1 ? "1 Kommentar" : `${n} Kommentaren`);
const good = (n: number) => (n === 1 ? "1 guter Kommentar" : `${n} gute Kommentare`);

export const dashboard: English["dashboard"] = {
  time: "Zeitraum",
  last: (days) => `${days} Tage`,
  inSentences: "In drei Sätzen",
  took: (share, all) => `Hamlet hat Ihnen ${share} von ${comments(all)} abgenommen.`,
  byItself: (published, stopped, held) =>
    `${published} hat es selbst veröffentlicht und ${stopped} gestoppt; ${held} ${held === 1 ? "wartete" : "warteten"} auf Sie.`,
  nothing: "In dieser Zeit kam nichts.",
  wrong: (n) => (n === 0 ? "Sie fanden keinen Fehler." : `Sie fanden ${n} Fehler.`),
  wrongHow: (looked, lost, out) =>
    `Sie sahen ${looked} an, die es selbst entschieden hatte: ${good(lost)} gestoppt, ${out}-mal Spam veröffentlicht.`,
  unknown: "Wo es irrte, weiß noch niemand.",
  nobodyLooked: "Niemand hat angesehen, was es selbst entschied.",
  unseen: (n) => (n === 1 ? "1 Gestoppten hat niemand gesehen." : `${n} Gestoppte hat niemand gesehen.`),
  sweep: "Die unsichersten ansehen",
  fewer: (n) => `Sie könnten ${n} weniger sehen.`,
  fewerHow: (setting, comments, now, later) =>
    `Mit „${setting}“ hätten von den letzten ${comments} Kommentaren ${later} statt ${now} auf Sie gewartet;`,
  slips: (spam, lost) =>
    spam + lost === 0
      ? "kein Spam mehr wäre erschienen und kein guter Kommentar mehr gestoppt worden."
      : `${spam}-mal Spam mehr wäre erschienen, ${good(lost)} mehr gestoppt worden.`,
  showThem: (n, most) => (n <= most ? `Die ${n} zeigen` : `${most} von ${n} zeigen`),
  tryIt: (setting) => `„${setting}“ versuchen`,
  noAdvice: "Lassen Sie es, wie es ist.",
  tooFew: "Es kamen zu wenige Kommentare, um zu sagen, ob eine andere Einstellung besser wäre.",
  asItIs: (comments) =>
    `Von den letzten ${comments} Kommentaren hätte Ihnen keine andere Einstellung weniger gezeigt, ohne mehr Fehler zu machen.`,
  came: "kamen",
  thanBefore: (more, days) =>
    more === 0
      ? `so viele wie in den ${days} Tagen davor`
      : `${Math.abs(more)} ${more > 0 ? "mehr" : "weniger"} als in den ${days} Tagen davor`,
  held: "warteten auf Sie",
  noWait: "keiner davon ist entschieden",
  halfWithin: (time) => `von den entschiedenen die Hälfte kürzer als ${time}`,
  taken: "entschieden",
  byPeople: "von Menschen, und es gilt",
  lost: "gut, aber gestoppt",
  ofLooked: (n) => `von ${n} Gestoppten, die Menschen ansahen`,
  byDay: "Kommentare am Tag",
  day: "Tag",
  most: (n, day) => `Die meisten kamen am ${day}: ${n}.`,
  outcomes: { publish: "veröffentlicht", review: "wartete auf Sie", reject: "als Spam gestoppt" },
  table: "Als Tabelle",
  unsureTitle: "Wo es geirrt haben könnte",
  allStopped: "Alles Gestoppte, das Unsicherste zuerst",
  noneUnsure: "Nichts Gestopptes ist ungesehen, und nichts wurde zurückgeholt.",
  stoppedAs: (share) => `als ${share} Spam gestoppt`,
  rescued: "zurückgeholt",
  itWas: { approve: "War gut", spam: "War Spam" },
  trust: "Wie weit diesen Zahlen zu trauen ist",
  stoppedSeen: (looked, all, right) =>
    `Sie haben ${looked} von ${all} Gestoppten angesehen; ${right} waren Spam.`,
  stoppedUnseen: (all) => `Von den ${all} Gestoppten hat niemand einen angesehen.`,
  publishedSeen: (looked, all, right) =>
    `Sie haben ${looked} von ${all} Veröffentlichten angesehen; ${right} waren gut.`,
  publishedUnseen: (all) => `Von den ${all} Veröffentlichten hat niemand einen angesehen.`,
  recall: (part, of) => `Von ${of}, die Menschen Spam nannten, hatte es ${part} selbst gestoppt.`,
  between: (low, high) => `Von allen sind es also höchstwahrscheinlich zwischen ${low} und ${high}.`,
  of: (part, of) => `${part} von ${of}`,
  selection:
    "Menschen sehen eher an, was wartet oder zweifelhaft ist, als was klar ist: Von diesen Kommentaren sprechen die Zahlen. Sehen Sie ab und zu alles durch, was an einem Tag gestoppt wurde.",
  verdicts: "Was es sagte, neben dem, was Menschen sagten",
  verdict: "Es",
  decisions: { approve: "freigegeben", spam: "Spam", discard: "verworfen" },
  signals: "Wonach es hier geht, und wie oft das stimmte",
  signalsHint: (n) => `Von den neuesten ${n} entschiedenen Kommentaren, die noch da sind.`,
  noSignals: "Noch nichts zu messen: Entscheiden Sie zuerst über einige Kommentare.",
  daysHint: "Tage in UTC. Wo Hamlet nur zuschaut: was es getan hätte.",
};
