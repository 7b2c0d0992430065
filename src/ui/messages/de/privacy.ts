import type { English } from "../en.ts";

const days = (n: number) => (n === 1 ? "1 Tag" : `${n} Tage`);

export const privacy: English["privacy"] = {
  title: (site) => `Wie Kommentare auf ${site} verarbeitet werden`,
  intro: (site) =>
    `Kommentare an ${site} prüft Hamlet auf Spam und Beleidigungen, ein Programm, das die Besitzerin der Website selbst auf Servern von Cloudflare betreibt. Diese Seite entsteht aus den jetzigen Einstellungen der Website.`,
  why: "Warum",
  whyText:
    "Um Spam und Beleidigungen von Lesern fernzuhalten und die Besitzerin entscheiden zu lassen, was ein Programm nicht beurteilen kann.",
  stored: "Was aufbewahrt wird",
  storedList: [
    "Was Sie geschrieben haben, der Name und die Website, die Sie angaben, und die Seite, auf der Sie schrieben.",
    "Ihre Mailadresse nur gekürzt (der erste Buchstabe und die Domain) und als verschlüsselter Hash, an dem Kommentare eines Menschen zu erkennen sind. Die Adresse selbst wird nicht aufbewahrt.",
    "Ihre Netzadresse nur als verschlüsselte Hashes, deren Schlüssel alle 90 Tage wechselt. Die Adresse selbst wird nicht aufbewahrt.",
    "Wie sich Ihr Browser nennt und von welcher Seite Sie kamen, wenn die Website das schickt.",
    "Wie der Kommentar beurteilt wurde und warum, und was Menschen entschieden.",
  ],
  replies:
    "Wenn Sie ankreuzen, dass Sie bei Antworten Bescheid bekommen möchten, auch Ihre Mailadresse, verschlüsselt und dafür allein: eine Woche lang oder, haben Sie es über den Link in der Mail bestätigt, bis Sie es beenden oder ein Jahr lang keine Mail kam.",
  how: "Wie beurteilt wird",
  howText:
    "Nach Wörtern, Links, Form und Vorgeschichte, in Zahlen, die die Besitzerin lesen kann und die sich zu einem Ergebnis addieren. Sichere Fälle veröffentlicht oder stoppt das Programm; der Rest wartet auf einen Menschen. Wenn Sie meinen, dass ein Kommentar zu Unrecht gestoppt wurde, fragen Sie die Besitzerin: Ein Mensch kann ihn ansehen und es ändern.",
  logOnly: "Zurzeit macht das Programm nur Notizen: Es hält nichts zurück.",
  learns:
    "Aus dem, was Menschen entscheiden, lernt das Programm für diese Website allein, welche Wörter und Links für Spam sprechen. Es behält Zahlen, keine Texte.",
  howLong: "Wie lange",
  states: {
    waiting: "Was auf einen Menschen wartet",
    published: "Veröffentlichte Kommentare",
    spam: "Gestoppte Kommentare",
    discarded: "Verworfene Kommentare",
  },
  untilDecided: "bis jemand entscheidet",
  forEver: "bis die Besitzerin sie löscht",
  notKept: "weniger als einen Tag",
  days,
  record:
    "Das Verzeichnis der Entscheidungen bewahrt ein Jahr lang die Nummer eines Kommentars und wer was entschied, ohne Text.",
  who: "Wer es sieht",
  whoText:
    "Die Menschen, die diese Website moderieren. Cloudflare speichert und verarbeitet es für die Besitzerin. Niemand sonst.",
  outbound: "Wohin es geht",
  noOutbound: "Nirgendwohin.",
  sentTo: {
    events: (host) => `Entscheidungen, mit der Nummer des Kommentars, an den Server ${host} der Website.`,
    wordpress: () => "Entscheidungen, mit der Nummer des Kommentars, an das WordPress der Website.",
    system: (host) =>
      `Entscheidungen, mit der Nummer des Kommentars, an das Kommentarsystem, aus dem er kam, ${host}.`,
    turnstile: (host: string) =>
      `An Cloudflares Turnstile, ${host}: Ihr Browser fragt es auf der Seite mit dem Formular, sodass es Ihre Netzadresse sieht und was Ihr Browser von sich erzählt; Hamlet fragt es, ob es Sie durchgelassen hat. Nichts vom Kommentar.`,
    webmentions: () =>
      "Sagt eine Seite anderswo, dass sie hierher verweist, wird sie abgerufen und gelesen; über Sie erfährt sie nichts.",
    deploy: (host: string) =>
      `An ${host}, das die Seiten baut: dass sich Kommentare geändert haben, sonst nichts.`,
    notices: (host, texts) =>
      texts
        ? `An ${host}: dass Kommentare warten, mit dem Anfang ihrer Texte und den Namen der Verfasser.`
        : `An ${host}: dass Kommentare warten und wie viele; keine Texte, keine Namen.`,
    readers: () =>
      "Wer es wünschte und über einen Link per Mail bestätigt hat, erfährt per Mail von Antworten; ohne Text und Namen.",
    mails: (_, texts) =>
      texts
        ? "Wer moderiert, erfährt vielleicht per Mail, dass Kommentare warten, mit dem Anfang des Textes und dem Namen."
        : "Wer moderiert, erfährt vielleicht per Mail, dass Kommentare warten, ohne Text und Namen.",
  },
  rights: "Ihre Rechte",
  rightsText:
    "Bitten Sie die Besitzerin der Website um eine Kopie dessen, was von Ihnen aufbewahrt wird, oder um Löschung, und nennen Sie die Mailadresse, die Sie angaben. Beides geschieht sofort; Sicherungen behalten das Gelöschte, bis sie selbst gelöscht werden.",
  eraseLink: "Um Löschung Ihrer Kommentare bitten",
  owner: "Die Website:",
  notice: "Der Hinweis für unter das Kommentarformular",
  noticeHint: "Für die Besitzerin: zum Kopieren.",
  noticeText: (site, spam, published, url) =>
    `Kommentare werden von Hamlet, das ${site} selbst betreibt, auf Spam geprüft. Ihr Kommentar, Name und Ihre Website werden aufbewahrt (gestoppt: ${spam}, veröffentlicht: ${published}); Ihre Mail- und Netzadresse nur als Hashes. Wie Ihr Kommentar verarbeitet wird: ${url}`,
  person: "Die Daten eines Verfassers",
  personLink: "Die Daten eines Verfassers: ausgeben, löschen",
  publicLink: "Öffentliche Seite: wie Kommentare verarbeitet werden",
  personHint: "Was von einem Menschen aufbewahrt wird, nach der angegebenen Mailadresse.",
  email: "Mailadresse",
  show: "Zeigen, was aufbewahrt wird",
  erase: "Alles löschen",
  eraseConfirm: "Löschen: Das lässt sich nicht zurücknehmen",
  badEmail: "Das ist keine Mailadresse.",
  found: (comments, inbox) => `${comments} Kommentare, ${inbox} unterwegs.`,
  standing: (approved, spam, discarded) =>
    `Bisher entschieden: ${approved} freigegeben, ${spam} Spam, ${discarded} verworfen.`,
  download: "Alles davon, zum Kopieren und Aushändigen",
  erased: (comments, inbox) => `Gelöscht: ${comments} Kommentare, ${inbox} unterwegs.`,
  remains: "Was bleibt",
  left: {
    comments: "Mehr Kommentare, als auf einmal gelöscht werden: Drücken Sie den Knopf noch einmal.",
    queue:
      "Kopien in der Warteliste; sie gehen binnen einer Minute oder nach 00:00 UTC, wenn das Kontingent des Tages verbraucht ist.",
    mentions:
      "Kommentare anderer, die die Adresse, einen ganzen Namen oder einen Text enthalten; löschen Sie diese selbst, wenn sie gehen müssen.",
    lists: "Ihre eigenen Listen gesperrter oder vertrauter Verfasser nennen die Adresse.",
    backups: "Frühere Sicherungen, bis Sie sie löschen; eine einzuspielen bringt es zurück.",
    recovery:
      "Cloudflares eigene Wiederherstellung: Sie kann die Datenbank auf jeden Zeitpunkt der letzten 30 Tage zurücksetzen und endet dann.",
    blog: "Was Ihr Blog selbst aufbewahrt und was ihm oder Ihnen in Nachrichten geschickt wurde.",
    record:
      "Das Verzeichnis der Entscheidungen bewahrt ein Jahr lang die Nummern der Kommentare, ohne Text und Adresse.",
  },
  mentions: "Kommentare anderer, die die Adresse, einen Namen oder einen Text enthalten:",
};
