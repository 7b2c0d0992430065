import { html, raw } from "hono/html";
import type { Addressee } from "../../contract/mail.ts";
import { letterWords } from "./letter-words.ts";
import { harmless, inLine, type Notice, type NoticeItem } from "./message.ts";

/** A mail's words, in both of its forms. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface Given {
  readonly to: Addressee;
  readonly notice: Notice;
  /** Where such mails are stopped. */
  readonly stop: string;
}

type Words = (typeof letterWords)["en"];

/** Of a site's name in a subject. */
const LONGEST_NAME = 40;

/** What a mail says: no more than any other message, in her language, with nothing that is fetched from anywhere. */
export function letter(given: Given): Letter {
  const words = letterWords[given.to.language ?? "en"];
  const { name, waiting, fresh } = given.notice;
  const isNews = fresh > 0 && fresh < waiting;
  const head = `${words.waiting(waiting)}${isNews ? ` (${words.fresh(fresh)})` : ""}`;
  const site = inLine(name);
  const short = [...site].length > LONGEST_NAME ? `${[...site].slice(0, LONGEST_NAME).join("")}…` : site;
  return {
    subject: `${short}: ${head}`,
    text: plainText(given, words, site, head),
    html: String(page(given, words, site, head)),
  };
}

/** Whether links to comments decide without signing in: those end. */
const lives = ({ items }: Notice) => items.some(({ link }) => link.includes("/act/"));

const account = ({ to }: Given) => `${to.link}/account#mails`;

function plainText(given: Given, words: Words, site: string, head: string): string {
  const { notice, to, stop } = given;
  const items = notice.items.flatMap((item) => ["", ...said(item, words), item.link]);
  return [
    `${site}: ${head}`,
    "",
    `${words.open}: ${notice.link}`,
    ...items,
    ...(lives(notice) ? ["", words.linkLife] : []),
    "",
    "-- ",
    words.why(to.name, site),
    `${words.change}: ${account(given)}`,
    `${words.stop(site)}: ${stop}`,
    "",
  ].join("\r\n");
}

const said = ({ author, text }: NoticeItem, words: Words): string[] =>
  text === undefined ? [] : [`${harmless(author || words.noName)}: ${harmless(text)}`];

/** Readers that know no style sheet show the colours of the attributes; those that are dark take the others. */
export const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 24px 12px; background: #faf9f6; color: #1d1b22; font: 16px/1.6 system-ui, sans-serif; }
.sheet { max-width: 36rem; margin: 0 auto; padding: 24px; background: #ffffff; border: 1px solid #dedad2; border-radius: 10px; }
p { margin: 0 0 12px; }
h1 { margin: 0 0 16px; font-size: 20px; line-height: 1.35; }
.site, .hint, .foot { color: #55515e; font-size: 14px; }
.button { display: inline-block; padding: 10px 18px; border-radius: 6px; background: #4640ab; color: #ffffff; text-decoration: none; font-weight: 600; }
.said { margin: 16px 0; padding: 12px 16px; border: 1px solid #dedad2; border-radius: 6px; overflow-wrap: anywhere; }
.said a, .foot a { color: #4640ab; }
.foot { max-width: 36rem; margin: 16px auto 0; }
@media (prefers-color-scheme: dark) {
  body { background: #17161b; color: #eeecf3; }
  .sheet { background: #1d1c22; border-color: #3a3842; }
  .site, .hint, .foot { color: #b8b4c2; }
  .button { background: #b1acff; color: #17161b; }
  .said { border-color: #3a3842; }
  .said a, .foot a { color: #b1acff; }
}`;

function page(given: Given, words: Words, site: string, head: string) {
  const { notice, to, stop } = given;
  return html`<!DOCTYPE html>
<html lang="${to.language ?? "en"}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${site}: ${head}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<div class="sheet">
<p class="site"><bdi>${site}</bdi></p>
<h1>${head}</h1>
<p><a class="button" href="${notice.link}">${words.open}</a></p>
${notice.items.map((item) => block(item, words))}
${lives(notice) ? html`<p class="hint">${words.linkLife}</p>` : ""}
</div>
<div class="foot">
<p>${words.why(to.name, site)}</p>
<p><a href="${account(given)}">${words.change}</a> · <a href="${stop}">${words.stop(site)}</a></p>
</div>
</body>
</html>
`;
}

const block = (item: NoticeItem, words: Words) => html`<div class="said">
${
  item.text === undefined
    ? ""
    : html`<p dir="auto"><strong><bdi>${harmless(item.author || words.noName)}</bdi></strong><br>${harmless(item.text)}</p>`
}
<p><a href="${item.link}">${words.decide}</a></p>
</div>`;
