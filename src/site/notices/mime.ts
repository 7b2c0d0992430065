import { createMimeMessage } from "mimetext/browser";
import { base64 } from "../../platform/base64.ts";

interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The site that it is about. */
  readonly site: string;
  /** Stops such mails, by one request (RFC 8058). */
  readonly stop: string;
  /** Before the @ of its Message-ID; undefined: a random one. */
  readonly id?: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;
/** Of a header nothing may begin another. */
const inLine = (text: string) => text.replace(CONTROL, " ").trim();

/** A line of a body has 76 characters at most (RFC 2045, 6.8). */
const encoded = (text: string) => base64(bytesOf(text)).replace(/.{76}(?=.)/g, "$&\r\n");

/** An encoded word has 75 characters at most (RFC 2047, 2): so many bytes. */
const WORD = 45;

/** A header's text in encoded words, none of which ends within a character. */
function encodedWords(text: string): string {
  const words = [""];
  for (const character of text) {
    const longer = `${words.at(-1)}${character}`;
    if (bytesOf(longer).length > WORD) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?utf-8?B?${base64(bytesOf(word))}?=`).join("\r\n ");
}

/** A mail as it goes over the wire: text and HTML, with what it takes to stop such mails. */
export function mimeOf({ from, to, subject, text, html, site, stop, id, now }: Mail): string {
  const message = createMimeMessage();
  const domain = inLine(from).split("@").at(-1) ?? "";
  message.setSender({ name: "Hamlet", addr: inLine(from) });
  message.setRecipient({ addr: inLine(to) });
  message.setSubject(inLine(subject));
  // The library makes one word of it, however long.
  const field = message.headers.fields.find(({ name }) => name === "Subject");
  if (field) field.dump = () => encodedWords(inLine(subject));
  message.setHeaders({
    Date: new Date(now).toUTCString().replace("GMT", "+0000"),
    "Message-ID": `<${id ?? crypto.randomUUID()}@${domain}>`,
    "List-Id": `<${site}.${new URL(stop).hostname}>`,
    "List-Unsubscribe": `<${stop}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
  });
  message.addMessage({ contentType: "text/plain", encoding: "base64", data: encoded(text) });
  message.addMessage({ contentType: "text/html", encoding: "base64", data: encoded(html) });
  return message.asRaw();
}
