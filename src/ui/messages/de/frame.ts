import type { English } from "../en.ts";

export const frame: English["frame"] = {
  offline: "Keine Verbindung",
  offlineHint:
    "Hamlet ist von hier gerade nicht zu erreichen. Was Sie entschieden haben, ist auf diesem Gerät aufbewahrt und wird gesendet, wenn die Liste offen ist und es wieder eine Verbindung gibt.",
  tryAgain: "Noch einmal versuchen",
  skip: "Zum Inhalt",
  pages: "Seiten",
  menu: "Menü",
  keys: "Tasten",
  queue: "Warteliste",
  history: "Verlauf",
  sites: "Websites",
  language: "Sprache",
  signIn: "Anmelden",
  token: "Schlüsselwort",
  yourName: "Ihr Name, beim Schlüsselwort der Besitzerin",
  nameHint: "Steht neben Ihren Entscheidungen. Mit einem eigenen Schlüsselwort bleibt das Feld leer.",
  nameTaken: "So heißt hier jemand: Melden Sie sich als diese Person an.",
  people: "Menschen",
  tokenHint: {
    before: "Ihr eigenes Schlüsselwort oder das der Besitzerin, das ist",
    middle: ": in",
    after: "auf Ihrem Rechner, sonst unter den Geheimnissen des Workers.",
  },
  tooMany: "Zu viele Versuche. Versuchen Sie es in einer Minute noch einmal.",
  nameNeeded: "Es fehlt ein Name von höchstens 60 Zeichen.",
  nameReserved: "Dieser Name steht im Verlauf für etwas anderes: Nehmen Sie Ihren eigenen.",
  wrongToken: "Das ist nicht das Schlüsselwort.",
  wrongPasskey:
    "Der Passkey hat kein Konto geöffnet. Laden Sie die Seite neu und versuchen Sie es noch einmal.",
  wrongAccess: "Cloudflare Access nennt niemanden, der hier ein Konto hat.",
  sessionEnded: "Ihre Sitzung ist zu Ende. Melden Sie sich wieder an.",
  formOld:
    "Dieses Formular ist veraltet. Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.",
  notFound: "Nicht gefunden",
  missing: {
    comment: "Diesen Kommentar gibt es nicht.",
    site: "Diese Website gibt es nicht.",
    key: "Diesen Schlüssel gibt es nicht.",
    person: "Diesen Menschen gibt es hier nicht.",
    page: "Diese Seite gibt es nicht.",
  },
  mayBeDeleted: "Vielleicht wurde sie gelöscht.",
  backToQueue: "Zurück zur Warteliste",
};
