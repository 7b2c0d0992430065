import { html, raw } from "hono/html";
import type { ReaderLanguage } from "../../contract/reader.ts";
import { type Letter, STYLE } from "../notices/letter.ts";
import { inLine } from "../notices/message.ts";
import { readerWords } from "./reader-words.ts";

/** What a reader is written: to confirm that she is the one, that she was answered, or to confirm an erasure. */
export type ReaderMail = "confirm" | "told" | "erase";

interface Given {
  readonly what: ReaderMail;
  readonly language: ReaderLanguage;
  /** Its name, which the owner gave it. */
  readonly site: string;
  /** Answers that it tells of. */
  readonly n: number;
  /** What its button opens, and where such mails are ended. */
  readonly open: string;
  readonly leave: string;
}

/** A mail's words, in both of its forms. Nothing in it was written by a stranger, so that it carries nobody's message. */
export function readerLetter({ what, language, site: name, n, open, leave }: Given): Letter {
  const words = readerWords[language];
  const site = inLine(name);
  const said = words[what];
  const subject = said.subject(site, n);
  const text = said.text(site, n);
  const isTold = what === "told";
  const why = isTold ? words.why(site) : words.notYou;
  const end = isTold ? words.leave : words.never;
  const page = html`<!DOCTYPE html>
<html lang="${language}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<div class="sheet">
<h1>${subject}</h1>
<p>${text}</p>
<p><a class="button" href="${open}">${said.open}</a></p>
</div>
<div class="foot">
<p>${why}</p>
<p><a href="${leave}">${end}</a></p>
</div>
</body>
</html>
`;
  return {
    subject,
    text: [text, "", open, "", "-- ", why, `${end}: ${leave}`, ""].join("\r\n"),
    html: String(page),
  };
}
