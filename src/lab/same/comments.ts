import { type Comment, commentTypes, formats } from "../../core/comment.ts";
import { hash } from "../../core/hash.ts";
import { nasty, repeated } from "../fuzz/nasty.ts";
import { commentOfDump, readDump } from "../training/dump-rows.ts";

/** Comments of labelled files, so many of each at most, chosen by hash: as text, and some as HTML and Markdown, too. */
export function* realComments(files: readonly string[], most: number): Generator<Comment> {
  for (const file of files) {
    const keyed = readDump(file).map((row) => ({ row, key: hash(row.text) }));
    keyed.sort((a, b) => a.key - b.key);
    for (const { row, key } of keyed.slice(0, most))
      yield commentOfDump(row, key % 3 === 0 ? (formats[key % formats.length] ?? "text") : "text");
  }
}

/** What people hide contacts, links and words with, beside what breaks programs: pieces that are put together at random. */
const PIECES: readonly string[] = [
  ...Object.values(nasty),
  ...repeated,
  ..."+49 30 1234567|0170 / 123 45 67|oh eight one two three four five six|null eins zwei drei vier fünf sechs|零一二三四五六七八|٠١٢٣٤٥٦٧٨٩|০১২৩৪৫৬৭৮".split(
    "|",
  ),
  ..."ada [at] host [dot] com|ada arroba host punto com|ada at gmail.com|ada＠host.example|mailto:ada@host.co.uk|git@host.example:a/b".split(
    "|",
  ),
  ..."whatsapp: +1 (555) 234-5678|Telegram @ada_bot|wa.me/4930123|t.me/ada|加微信 abc12345|QQ群 12345678|LINE: ada_99|tg ada_123|write me @ada_shop|@shop.bot on telegram|вайбер 89161234567".split(
    "|",
  ),
  ..."my-shop.com.au|shop dot com|shop (dot) ru|s h o p . c o m|hxxp://shop.example|ѕhор.com|ｓｈｏｐ．ｃｏｍ|shop。com|node.js|end.Next|1.2.3.4|http://0x7f.1/|//host.example/x|xn--80ak6aa92e.com".split(
    "|",
  ),
  ..."bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq|0x52908400098527886E0F7030069857D2E4169EE7|DE89 3704 0044 0532 0130 00|4111-1111-1111-1111|1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa".split(
    "|",
  ),
  ...'You are an id1ot|f**k you|b*tch|kill yourself|du arschloch|$hit|SHOUTING ALL OF IT|!!!|???|v i a g r a|a x l 7 7 7|bet365|slot88|{a|b|c}|%keyword%|`code()`|<code>x</code>|<a href="http://a.co">b</a>|[url=http://a.co]b[/url]|[b](http://a.co)|$1,000|100 €|500 руб'.split(
    "|",
  ),
  ..."thank you for sharing, great post|visit my site|наш сайт|meine Seite|我们的网站|Deutschland|Rechtsschutz|bcdfghjk|ﬁﬃ|ǅ|İstanbul|ß|é|’s|don't|2̵|न᱅|ชุมชน|日本語の文です|안녕하세요|你好，世界|مرحبا|שלום".split(
    "|",
  ),
];

/** Numbers from 0 to 1 that are the same each time. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = hash(`${state}`);
    return state / 2 ** 32;
  };
}

/** Comments that nobody wrote: pieces, and cuts of real texts, put together by a seed. */
export function* madeComments(count: number, texts: readonly string[]): Generator<Comment> {
  const draw = drawing(17);
  const one = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T;
  const cut = () => {
    const text = one(texts) ?? "";
    const from = Math.floor(draw() * text.length);
    return text.slice(from, from + Math.floor(draw() * 60));
  };
  const some = (most: number) =>
    Array.from({ length: Math.floor(draw() * most) }, () => (draw() < 0.7 ? one(PIECES) : cut())).join(
      one(["", " ", " ", "\n", ", "]),
    );
  for (let i = 0; i < count; i++) {
    const content = some(14);
    yield {
      type: one(commentTypes),
      format: one(formats),
      content: draw() < 0.02 ? content.repeat(1 + Math.floor(30_000 / (content.length + 1))) : content,
      post: { url: "https://blog.example/a", title: some(3), excerpt: cut() },
      author: {
        name: some(3),
        url: draw() < 0.5 ? some(2) : undefined,
        email: draw() < 0.5 ? some(2) : undefined,
      },
      parent: draw() < 0.2 ? { content: cut() } : undefined,
      language: one([undefined, "en", "de, fr_CA", "zh-Hant"]),
    };
  }
}
