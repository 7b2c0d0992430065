import type { English } from "../en.ts";

export const system: English["system"] = {
  title: "Kommentarsystem",
  intro:
    "Wenn die Kommentare dieser Website aus einem anderen System kommen und nicht aus dem Blog selbst: Was dieses System schickt, wird hier beurteilt, und Entscheidungen gehen dorthin zurück. Die Dokumentation hat für jedes eine Seite.",
  system: "System",
  none: "keines: Das Blog schickt seine Kommentare selbst",
  endpoint: "Seine Adresse",
  endpointHint: "https, auf einem der Hosts der Website. Leer: Es erfährt keine Entscheidungen.",
  credential: "Was seine Schnittstelle öffnet",
  credentialHint:
    "Ein Passwort, Schlüssel oder Schlüsselwort, wie die Dokumentation für jedes System sagt. Wird verschlüsselt aufbewahrt und nie gezeigt: … steht für das vorhandene.",
  secret: "Womit es sich ausweist",
  secretHint: "Nur wo das System es selbst erzeugt, wie Coral. Leer: Hamlet erzeugt es.",
  save: "Speichern",
  saved: "Gespeichert.",
  enter: (system) => `In ${system} einzutragen`,
  address: "Adresse:",
  madeSecret: "Geheimnis:",
  showSecret: "Das Geheimnis zeigen",
  ownSecret: "Es weist sich mit dem Geheimnis aus, das Sie eingetragen haben.",
};
