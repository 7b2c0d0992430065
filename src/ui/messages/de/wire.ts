import type { English } from "../en.ts";

export const wire: English["wire"] = {
  title: "Ihr Blog anschließen",
  link: "Ihr Blog anschließen: WordPress oder ein eigenes Programm",
  newBlog: "Ein WordPress-Blog anschließen",
  newBlogHint: "Seine Website wird angelegt, wenn es sich verbindet.",
  sites: "Websites",
  newSite: "Ein Blog, das noch nicht hier ist: Seine Website wird angelegt, wenn es sich verbindet.",
  wordPress: "WordPress, mit dem Plugin von Hamlet",
  upload: "wird in wp-admin unter Plugins → Installieren → Plugin hochladen hochgeladen und aktiviert.",
  settings: "In wp-admin, Einstellungen → Hamlet: diese Adresse und ein Einmalcode.",
  address: "Adresse",
  codeOnce: "Einmalcode: Er gilt einmal, zehn Minuten lang",
  make: "Einmalcode erzeugen",
  another: "Noch ein Code",
  hint: "Damit holt sich das Blog seinen Schlüssel selbst. Ein neuer Code ersetzt den davor.",
  akismet: "WordPress, mit dem Akismet-Plugin, das schon da ist",
  akismetKey:
    "Einstellungen → Akismet Anti-Spam → API-Schlüssel von Hand eingeben: ein Akismet-Schlüssel dieser Website.",
  toKey: "Akismet-Schlüssel erzeugen",
  others: "Jedes andere Blog",
  othersText: "Sein Programm schickt jeden Kommentar mit dem Schlüssel der Website.",
};
