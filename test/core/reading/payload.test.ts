import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Comment } from "../../../src/core/comment.ts";
import { type PayloadKind, payloadKinds, payloadOf } from "../../../src/core/reading/payload.ts";
import { aSubject } from "../a-comment.ts";
import { anyComment, repeated, textOf, timeOf } from "../any-comment.ts";

const payload = (given: string | Partial<Comment>) =>
  payloadOf(aSubject(typeof given === "string" ? { content: given } : given, ["blog.example"]));

type Row = readonly [text: string, ...kinds: PayloadKind[]];

/** What a reader could follow, said in many languages. */
const followed: Readonly<Record<string, readonly Row[]>> = {
  English: [
    ["see https://tides.example/a", "link"],
    ["it is on tide-tables.com for all to see", "link"],
    ["shoot me a mail at ada at tides dot com", "link", "mail"],
    ["ada [at] tides (dot) com", "mail"],
    ["call me on 555-0142 after six", "phone"],
    ["my number is oh seven seven oh nine one two three four five six", "phone"],
    ["text 0 7 7 0 0 9 0 0 1 2 3", "phone"],
    ["find @tide.tables on Instagram", "messenger"],
    ["WhatsApp me: +44 7700 900123", "phone", "messenger"],
    ["my Signal: @ada.24", "messenger"],
    ["discord ada#1234", "messenger"],
    ["DM @tidetables to join", "messenger"],
  ],
  German: [
    ["schreib an ada (ät) gezeiten (punkt) de", "mail"],
    ["Tel. 0151/23456789", "phone"],
    ["ruf an: null eins fünf eins zwei drei vier sieben sechs", "phone"],
    ["gezeiten punkt com hat mehr", "link"],
  ],
  French: [
    ["appelez le 06 12 34 56 78", "phone"],
    ["écrire à ada arobase marees point fr", "mail"],
    ["mon WhatsApp : 0612345678", "phone", "messenger"],
  ],
  Spanish: [
    ["llámame al 612 345 678", "phone"],
    ["ada arroba mareas punto com", "link", "mail"],
    ["búscame en instagram: @mareas.sur", "messenger"],
  ],
  Portuguese: [
    ["chama no zap 11 91234-5678", "phone", "messenger"],
    ["o meu é ada arroba mares ponto com", "link", "mail"],
    ["cinco cinco um um nove oito meia três dois", "phone"],
  ],
  Italian: [
    ["chiamami al 320 123 4567", "phone"],
    ["ada chiocciola maree punto com", "link", "mail"],
  ],
  Dutch: [
    ["bel 06-12345678", "phone"],
    ["op Telegram @getijden_nl", "messenger"],
  ],
  Polish: [
    ["zadzwoń 512 345 678", "phone"],
    ["ada (małpa) plywy (kropka) pl", "mail"],
    ["na Telegramie: @plywy", "messenger"],
  ],
  Czech: [["piš na ada (zavináč) prilivy.cz", "link", "mail"]],
  Turkish: [
    ["0532 123 45 67 numarasını arayın", "phone"],
    ["Telegram'dan yaz: @gelgit", "messenger"],
  ],
  Russian: [
    ["пишите в телеграм @prilivy", "messenger"],
    ["звоните 8 912 345-67-89", "phone"],
    ["ada собака prilivy точка ru", "link", "mail"],
    ["ватсап +7 912 345 67 89", "phone", "messenger"],
    ["восемь девять один два три четыре пять", "phone"],
    ["приливы.рф", "link"],
    ["подробности тут @pomoshchbot", "messenger"],
  ],
  Ukrainian: [
    ["дзвоніть 067 123 45 67", "phone"],
    ["вайбер: 0671234567", "phone", "messenger"],
  ],
  Greek: [
    ["τηλ. 6912345678", "phone"],
    ["στο Viber: 6912345678", "phone", "messenger"],
  ],
  Arabic: [
    ["تواصل معي على تلجرام @khaled_shop", "messenger"],
    ["واتساب ٠٥٥١٢٣٤٥٦٧", "phone", "messenger"],
    ["اتصل صفر خمسة خمسة واحد اثنين ثلاثة أربعة", "phone"],
  ],
  Persian: [
    ["تلگرام: @jazromad", "messenger"],
    ["تماس ۰۹۱۲۳۴۵۶۷۸۹", "phone"],
  ],
  Hebrew: [["וואטסאפ 050-1234567", "phone", "messenger"]],
  Hindi: [
    ["व्हाट्सएप ९८७६५०१२३४", "phone", "messenger"],
    ["टेलीग्राम @jwarbhata", "messenger"],
  ],
  Bengali: [["হোয়াটসঅ্যাপ: ০১৭১২৩৪৫৬৭৮", "phone", "messenger"]],
  Indonesian: [
    ["hub WA 0812-0000-1234", "phone", "messenger"],
    ["kosong delapan satu dua tiga empat lima", "phone"],
    ["IG: pasang_surut7", "messenger"],
  ],
  Vietnamese: [
    ["Zalo cua em a: 5881 72199", "messenger"],
    ["sđt 0912.345.678", "phone"],
    ["không chín một hai ba bốn năm", "phone"],
  ],
  Thai: [
    ["ไอดีไลน์ tide2024", "messenger"],
    ["โทร 081-234-5678", "phone"],
  ],
  Chinese: [
    ["加微信：meimei5588", "messenger"],
    ["QQ：2881139840", "messenger"],
    ["交流群：31830793", "messenger"],
    ["联系电话13812345678", "phone"],
    ["电话一三八零零一三八零零二", "phone"],
    ["百度一下tides点com", "link"],
    ["VX：tide_tables", "messenger"],
  ],
  Japanese: [
    ["LINE ID：sakura2024x", "messenger"],
    ["テレグラム：tanaka_job77", "messenger"],
  ],
  Korean: [
    ["카톡 아이디 dream7942", "messenger"],
    ["연락처 010-1234-5678", "phone"],
  ],
  "any language": [
    ["1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "wallet"],
    ["bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "wallet"],
    ["0x52908400098527886E0F7030069857D2E4169EE7", "wallet"],
    ["TJRabPrwbZy45sbavfcjinPJC18kjpRTv8", "wallet"],
    ["DE89 3704 0044 0532 0130 00", "wallet"],
    ["карта 4111 1111 1111 1111", "wallet"],
    ["tg://resolve?domain=tides", "messenger"],
    ["t.me/tides", "link", "messenger"],
  ],
};

/** The same, hidden from a filter, not from a reader. */
const hidden: readonly Row[] = [
  ["see tides . com", "link"],
  ["see tides .com for more", "link"],
  ["w w w . t i d e s . c o m", "link"],
  ["see t*i*d*e*s*.*c*o*m", "link"],
  ["hxxps://tides.example/a", "link"],
  ["https : //tides.example/a", "link"],
  ["tides(.)com", "link"],
  ["(Tides.Shop7.Co.Kr)", "link"],
  ["tid\u200bes.c\u200dom", "link"],
  ["tides\u2060.\u2060com", "link"],
  ["tіdes.com", "link"],
  ["tides.соm", "link"],
  ["tides.сом", "link"],
  ["ｔｉｄｅｓ．ｃｏｍ", "link"],
  ["𝐭𝐢𝐝𝐞𝐬.𝐜𝐨𝐦", "link"],
  ["ⓣⓘⓓⓔⓢ.ⓒⓞⓜ", "link"],
  ["🅣🅘🅓🅔🅢.🅒🅞🅜", "link"],
  ["call 𝟎𝟖𝟏𝟐 𝟑𝟒𝟓𝟔 𝟕𝟖𝟗", "phone"],
  ["call 0️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣9️⃣", "phone"],
  ["call 08\u200b12\u200b34\u200b56\u200b79", "phone"],
  ["t e l e g r a m @tides", "messenger"],
  ["tеlеgrаm: @tides", "messenger"],
  ["ada＠tides．com", "link", "mail"],
];

/** Numbers, names and talk that lead nowhere. */
const bare: Readonly<Record<string, readonly string[]>> = {
  dates: [
    "from 2024-05-17 to 17.05.2024",
    "01.02.23-03.04.23",
    "2024-11-27 13:45:00",
    "1990-2000",
    "in den Jahren 1800-1850",
    "2024年5月17日",
    "٢٠٢٤/٠٥/١٧",
  ],
  times: ["at 10:30–18:00", "von 10.30-11.30 Uhr", "9.45 to 12.15"],
  prices: [
    "$1,234,567.89",
    "1.234.567,89 €",
    "1 000 000 руб.",
    "Rp 12.000.000",
    "US$ 4500000000",
    "¥1234567890",
  ],
  versions: ["10.15.7.1", "Telegram 10.2.1 is out", "WhatsApp 2.23.10", "v18.2.0-rc.1", "node@18.2.0"],
  books: ["ISBN 978-3-16-148410-0", "ISBN 0-306-40615-2", "ISSN 1234-5678", "PMID 12345678"],
  files: [
    "index.js",
    "see main.py and a.out",
    "README.md",
    "style.css",
    "photo.jpeg",
    "config.yaml",
    "lib.rs",
  ],
  code: [
    "foo.bar(baz)",
    "System.Net.Http",
    "git@github.com:tide/tables.git",
    "@synthesize line",
    "VALUES (@p0, @p1, @p2)",
    "2147483647 and 4294967296",
    "3f2a9c1d7e8b4f6a1c2d3e4f5a6b7c8d",
    "127.0.0.1:8080 does not answer",
    "http://127.0.0.1:8080/ does not answer",
    "http://localhost:3000",
    "ASP.NET and Node.js",
  ],
  orders: [
    "order 5551234567",
    "Bestellnummer: 0123456789",
    "commande n° 0612345678",
    "pedido 6123456789",
    "заказ № 9123456789",
    "订单号13812345678",
    "注文番号 0901234567",
    "주문번호 0101234567",
    "sipariş no 5321234567",
    "mã đơn hàng 0912345678",
    "issue #1234567",
  ],
  counting: [
    "1 2 3 4 5 6 7 8 9 10",
    "one two three four five six seven eight nine ten",
    "eins zwei drei vier fünf sechs sieben acht",
    "20 30 40 50 60",
    "6-4 3-6 7-5 6-3 6-4",
    "it took 12345678 steps",
    "from 0 to 1 to 0 to 1 to 0",
    "160.4706439 and 52.520008 13.404954",
  ],
  abbreviations: [
    "e.g. this, i.e. that",
    "z.B. so",
    "p.ej. así",
    "т.е. так",
    "at 5 p.m.",
    "U.S. and U.K.",
    "et al.",
  ],
  talk: [
    "the dot com bubble",
    "a dot net developer",
    "the .com is taken",
    "desde mi punto de vista",
    "nesse ponto com muita gente",
    "du point de vue de tous",
    "meet me at noon",
    "I like Telegram more than WhatsApp",
    "в телеграме об этом тоже пишут",
    "微信里也有人说过",
    "on line 42: index0 is wrong",
    "Ich nutze Signal seit 2015",
    "qq chose de bien",
    "the end.Next sentence",
    "Fin de la phrase.Une autre",
  ],
  "readers spoken to": [
    "@anna that is not what I meant",
    "Thanks @mike_92 for the tip",
    "Hi @john_doe, yes",
    "> @gege2061",
  ],
};

const rows = (by: Readonly<Record<string, readonly Row[]>>) =>
  Object.entries(by).flatMap(([language, list]) => list.map((row) => [language, ...row] as const));

describe("what a reader could follow", () => {
  it.each(rows(followed))("in %s: %s", (_, text, ...kinds) => {
    expect(payload(text)).toEqual(payloadKinds.filter((kind) => kinds.includes(kind)));
  });

  it.each(hidden)("though it is hidden: %s", (text, ...kinds) => {
    expect(payload(text)).toEqual(payloadKinds.filter((kind) => kinds.includes(kind)));
  });

  it.each(Object.entries(bare).flatMap(([what, texts]) => texts.map((text) => [what, text])))(
    "is not in %s: %s",
    (_, text) => {
      expect(payload(text)).toEqual([]);
    },
  );

  it("is not what leads to the blog itself", () => {
    expect(payload("see https://blog.example/a, www.blog.example and tips@blog.example")).toEqual([]);
    expect(payload({ author: { name: "Ada", url: "https://blog.example" } })).toEqual([]);
  });

  it("is the author's website, and what stands in her name", () => {
    expect(payload({ author: { name: "Ada", url: "https://tides.example" } })).toEqual(["author-link"]);
    expect(payload({ author: { name: "tide-tables.com" } })).toEqual(["author-link"]);
    expect(payload({ author: { name: "Call 0812 3456 789" } })).toEqual(["phone"]);
    expect(payload({ author: { name: "Dr. J. Smith-Jones 3rd", email: "ada@tides.example" } })).toEqual([]);
  });

  it("is the author's mail address where she is the one who is written to", () => {
    const author = { name: "Ada", email: "ada@tides.example" };
    expect(payload({ type: "contact-form", author })).toEqual(["mail"]);
    expect(payload({ type: "signup", content: "", author })).toEqual(["mail"]);
    expect(payload({ type: "comment", author })).toEqual([]);
  });

  it("may stand in code, which can be copied", () => {
    expect(payload("run `curl https://tides.example/a`")).toEqual(["link"]);
  });

  it("is not known of a text that is too long to be searched whole", () => {
    const long = "a tide. ".repeat(3000);
    expect(payload(long)).toBeUndefined();
    expect(payload(`${long}tides.example.com`)).toEqual(["link"]);
  });

  it("is found in HTML whose tags part an address", () => {
    expect(payload({ format: "html", content: "see tides<b>.</b>com" })).toEqual(["link"]);
    expect(payload({ format: "html", content: "ada&#64;tides&#46;com" })).toEqual(["mail"]);
  });

  it("is some of the kinds, in their order, whatever the comment", () => {
    fc.assert(
      fc.property(anyComment, (comment) => {
        const found = payload(comment) ?? [];
        expect(found).toEqual(payloadKinds.filter((kind) => found.includes(kind)));
      }),
    );
  });

  it("is looked for in time that grows with the text, of any repetition", () => {
    for (const piece of [...repeated, ...HOSTILE]) {
      const time = (length: number, limit?: number) => {
        const subject = aSubject({ content: textOf(piece, length) });
        return timeOf(() => payloadOf(subject), limit);
      };
      // Sixteen times the text: a quadratic reader would take 256 times as long, seconds.
      const limit = 40 * time(4096) + 100;
      expect(time(65_536, limit), piece).toBeLessThan(limit);
    }
  });
});

const HOSTILE = [
  "0 ",
  "٠",
  "@a ",
  "one ",
  "wa ",
  "微信",
  " at ",
  "t e",
  "(.)",
  "1111 ",
  "a@a.",
  "l.",
  "+1",
  "a1",
  "_",
  "call ",
];
