import type { Signals } from "../en/signals.ts";

/** What a signal says when it speaks for spam, what it looks at, and what it says against spam, if that is another thing. */
const said = (label: string, description: string, fine?: string): Signals[string] =>
  fine === undefined ? { label, description } : { label, fine, description };

export const signals: Signals = {
  baseline: said(
    "Bevor etwas gelesen ist",
    "Was von jedem Kommentar angenommen wird, bevor sein Inhalt gelesen ist",
  ),
  classifier: said(
    "Wörter, die öfter in Spam stehen",
    "Was Wörter, Namen und Hosts in Kommentaren wert waren, die Menschen beurteilten",
    "Wörter, die öfter in guten Kommentaren stehen",
  ),
  letters: said(
    "Buchstabenfolgen wie in Spam",
    "Folgen von zwei bis vier Buchstaben, nach der Gesellschaft, in der sie standen",
    "Buchstabenfolgen wie in guten Kommentaren",
  ),
  "site-mix": said(
    "Vieles mit Links ist auf dieser Website Spam",
    "Wie viel von dem, was etwas zum Folgen enthält, auf dieser Website Spam ist",
    "Wenig mit Links ist auf dieser Website Spam",
  ),
  insult: said(
    "Wörter wie in Beleidigungen",
    "Wörter und Wortpaare wie in englischen Beleidigungen, nach einem kleinen Modell",
  ),
  "aimed-swearing": said(
    "Ein Schimpfwort, an jemanden gerichtet",
    "Ein Schimpfwort einer anderen Sprache neben deren Wort für du",
  ),
  threat: said("Droht jemandem", "Eine Wendung, die jemandem droht"),
  honeypot: said(
    "Füllte ein Feld aus, das Menschen nicht sehen",
    "Ein Feld des Formulars, das Menschen nicht sehen, war ausgefüllt",
  ),
  "form-speed": said(
    "Schneller abgeschickt, als ein Mensch tippt",
    "Das Formular kam schneller, als ein Mensch tippt",
  ),
  "form-token": said(
    "Nicht vom Formular abgeschickt",
    "Das Einmal-Zeichen des Formulars fehlt oder ist falsch",
  ),
  "form-input": said(
    "Niemand tippte in das Formular",
    "Das Skript des Formulars sah keine Taste, keinen Klick und keine Berührung",
  ),
  "user-agent": said(
    "Von einem Programm, nicht von einem Browser",
    "Der angegebene Browser ist ein Programm",
  ),
  "old-browser": said(
    "Von einem jahrealten Browser",
    "Von einem mehr als zwei Jahre alten Browser, als der sich Werkzeuge ausgeben",
  ),
  "foreign-referrer": said(
    "Nicht von einer Seite dieser Website",
    "Das Formular kam nicht von einer Seite dieser Website",
  ),
  "random-mail": said(
    "Eine Mailadresse, wie Programme sie erfinden",
    "Die Mailadresse sieht aus wie von einem Programm",
  ),
  "near-spam": said(
    "Fast der Text eines Kommentars, der hier Spam war",
    "Fast derselbe Text wie ein Kommentar, den ein Mensch Spam nannte",
  ),
  "near-published": said(
    "Fast der Text eines anderen Kommentars hier",
    "Fast derselbe Text wie der veröffentlichte Kommentar eines anderen",
  ),
  "same-text": said(
    "Derselbe Text heute unter anderen Beiträgen",
    "Derselbe Text kam binnen eines Tages unter anderen Beiträgen",
  ),
  velocity: said(
    "Viele Kommentare auf einmal aus demselben Netz",
    "Viele Kommentare aus demselben Teil des Netzes in kurzer Zeit",
  ),
  "other-names": said(
    "Andere Namen aus demselben Netz",
    "Unter anderen Namen kamen Kommentare aus demselben Teil des Netzes",
  ),
  "rejected-author": said(
    "Kommentare dieses Verfassers waren hier Spam",
    "Menschen nannten Kommentare dieser Mailadresse Spam",
  ),
  "domain-record": said(
    "Verlinkt eine Seite, die hier Spam war",
    "Kommentare mit Links zu dieser Domain waren hier Spam, nie gut",
  ),
  "spread-domain": said(
    "Viele andere verlinken heute dieselbe unbekannte Domain",
    "Andere verlinkten heute auf mehreren Seiten dieselbe Domain, die hier noch niemand freigegeben hat",
  ),
  "old-post": said(
    "Erster Kommentar mit Link unter einem alten Beitrag",
    "Ein erster Kommentar dieses Verfassers, mit Link, unter einem über ein Jahr alten Beitrag",
  ),
  "hidden-characters": said(
    "Versteckt Zeichen in Wörtern",
    "Unsichtbare Zeichen in Wörtern oder eine umgedrehte Leserichtung",
  ),
  template: said("Reste einer Spam-Vorlage", "Reste einer Vorlage zum Verdrehen oder Verschicken"),
  "spaced-letters": said(
    "Zieht ein Wort Buchstabe für Buchstabe auseinander",
    "Ein Wort, Buchstabe für Buchstabe auseinandergezogen",
  ),
  "combining-marks": said(
    "Zeichen gestapelt, bis niemand es lesen kann",
    "Akzente auf Buchstaben gestapelt, bis sie unlesbar sind",
  ),
  "foreign-script": said(
    "In einer Schrift, die diese Website nicht benutzt",
    "In einer Schrift geschrieben, die keine Sprache der Website benutzt",
  ),
  "off-topic-link": said(
    "Kein Wort des Beitrags, und ein Link weg",
    "Teilt kein Wort mit Titel oder Auszug des Beitrags und verlinkt woandershin",
  ),
  "quotes-post": said(
    "Nimmt Wörter des Beitrags auf",
    "Nimmt eine Wendung des Beitrags oder des beantworteten Kommentars auf",
  ),
  "own-name": said(
    "Ein Name der eigenen Leute des Blogs",
    "Ein Name der eigenen Leute des Blogs, den jeder tippen könnte, ohne etwas zum Folgen",
  ),
  "known-domain": said(
    "Verlinkt nur hier schon Freigegebenes",
    "Links nur zu Domains, die hier schon freigegeben wurden",
  ),
  "trusted-author": said(
    "Der Verfasser wurde hier schon freigegeben",
    "Mindestens zwei freigegebene Kommentare dieser Mailadresse, aus demselben Netz oder Browser",
  ),
  "name-shape": said(
    "Der Name ist nicht wie der eines Menschen geschrieben",
    "Wie der Name geschrieben ist: wie eines Menschen, als Wendung, mit Ziffern oder seltsamen Großbuchstaben",
    "Der Name sieht aus wie der eines Menschen",
  ),
  "name-commercial": said(
    "Der Name ist Werbung",
    "Der Name besteht aus Wörtern, die verkaufen",
    "Der Name verkauft nichts",
  ),
  "name-link": said("Der Name ist eine Adresse", "Der Name ist eine Adresse oder aus deren Wörtern gemacht"),
  "name-in-text": said(
    "Nennt sich selbst im Text",
    "Der Name des Verfassers steht im Text",
    "Unterschreibt mit dem Namen",
  ),
  "author-link": said("Die Website beim Namen", "Was der Link sagt, der beim Namen steht"),
  "mail-domain": said(
    "Mailadresse und Website passen nicht zusammen",
    "Die Mailadresse neben der Website des Verfassers",
    "Eine gewöhnliche Mailadresse",
  ),
  "link-count": said(
    "Links im Text",
    "Wie viele Links zu anderen Websites der Text für seine Länge enthält",
    "Wenige oder keine Links",
  ),
  "link-syntax": said(
    "Links, wie Werkzeuge sie schreiben",
    "Links als HTML, BBCode oder Markdown; mehrere Arten zugleich kommen von Werkzeugen",
    "Links, wie Menschen sie schreiben",
  ),
  "link-place": said(
    "Beginnt oder endet mit einem Link",
    "Der Text beginnt oder endet mit einem Link",
    "Ein Link mitten im Text",
  ),
  "link-repeated": said("Derselbe Link mehrmals", "Derselbe Host ist mehr als einmal verlinkt"),
  "link-mostly": said("Kaum etwas außer Links", "Mindestens die Hälfte des Textes sind Links"),
  "link-disguise": said(
    "Ein Link, der verbirgt, wohin er führt",
    "Ein gekürzter Link, eine Zahl als Adresse, Punycode oder ein Benutzer davor",
  ),
  "host-offer": said(
    "Ein Link zu einem Host, der nach seiner Ware heißt",
    "Ein Link oder die Website des Verfassers heißt nach Glücksspiel, Mitteln, Krediten oder Billigware",
  ),
  "own-link": said("Verlinkt diese Website", "Links zu dieser Website selbst"),
  "text-length": said(
    "So lang, wie Spam oft ist",
    "Wie lang der Text ist und wie viele Zeilen er hat",
    "Ganze Sätze von üblicher Länge",
  ),
  "hard-wrap": said("Gebrochene Zeilen, wie Werkzeuge sie lassen", "Ein Zeilenumbruch mitten im Satz"),
  "mixed-script": said(
    "Mischt Schriften in einem Wort",
    "Wörter, die Lateinisches mit ähnlichen Buchstaben anderer Schriften mischen",
  ),
  "styled-letters": said(
    "Verkleidete Buchstaben",
    "Mathematische, eingekreiste oder breite Buchstaben, um aufzufallen oder durchzuschlüpfen",
  ),
  shouting: said("Fast nur Großbuchstaben", "Die meisten Buchstaben sind groß", "Großbuchstaben"),
  exclamation: said("Ausrufezeichen hintereinander", "Ausrufezeichen hintereinander", "Ausrufezeichen"),
  repetition: said("Immer wieder dasselbe", "Dieselben Wörter oder Zeichen immer wieder"),
  gibberish: said("Buchstaben, die kein Wort sind", "Buchstaben, die in keiner Sprache ein Wort sind"),
  contact: said(
    "Bietet an, zu schreiben oder zu zahlen",
    "Eine Mailadresse, Telefonnummer, ein Messenger oder ein Konto",
    "Ein Weg zu schreiben",
  ),
  money: said("Ein Geldbetrag", "Ein Geldbetrag"),
  praise: said("Lob, das zu jedem Beitrag passt", "Beginnt mit Lob, das zu jeder Seite passt", "Lob"),
  "page-praise": said(
    "Lobt die Seite als Seite",
    "Lobt die Seite als Seite, oder verspricht, sie zu teilen oder wiederzukommen",
    "Lob der Seite",
  ),
  "self-promotion": said(
    "Schickt Leser auf die eigene Website",
    "Schickt den Leser auf die Website des Verfassers oder bietet Dienste an",
    "Spricht von der eigenen Website",
  ),
  question: said("Fragt etwas", "Fragt etwas"),
  code: said("Quelltext", "Quelltext oder ein Befehl"),
  quote: said(
    "Zitiert jemanden",
    "Zitiert, beantwortet oder nennt jemanden",
    "Zitiert oder beantwortet jemanden",
  ),
  emoji: said(
    "Emoji, die zeigen und versprechen",
    "Viele Emoji oder solche, die zeigen und versprechen",
    "Emoji",
  ),
  offer: said(
    "Bietet Waren, Kredit, Arbeit oder Glück an",
    "Bietet Glücksspiel, Arbeit, Kredit, Waren oder Heilung an, in irgendeiner Sprache",
  ),
  brand: said(
    "Heißt wie ein Haus für Glücksspiele",
    "Ein Name mit einer Glückszahl, wie Häuser für Glücksspiele heißen",
  ),
  history: said(
    "Was die Website vom Verfasser und früheren Kommentaren weiß",
    "Was die Website vom Verfasser und früheren Kommentaren weiß",
  ),
};
