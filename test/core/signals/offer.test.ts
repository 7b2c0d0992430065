import { offer } from "../../../src/core/signals/offer.ts";
import { table } from "./table.ts";

const one = (kind: string, evidence: string) => ({ strength: 1 / 3, evidence, variants: [kind] });

table(offer, {
  is: { name: "offer", group: "text" },
  finds: [
    ["games, English", "The new casino is open", one("gambling", "casino")],
    ["games, Russian", "Лучшие ставки здесь", one("gambling", "ставки")],
    ["games, Japanese", "新しいカジノです", one("gambling", "カジノ")],
    ["work by a pair of words, Vietnamese", "Chị cần người làm thêm", one("work", "làm thêm")],
    ["a loan, Russian", "Быстрые займы людям", one("loan", "займы")],
    ["goods, Arabic", "سيارة للبيع في المدينة", one("sale", "للبيع")],
    ["cures, German", "Schnell abnehmen ohne Mühe", one("body", "abnehmen")],
    ["an invitation, Chinese", "有事加我就好", one("invitation", "加我")],
    [
      "letters doubled to slip by",
      "Coba peellaaangsiiingnyaaaa kak",
      { strength: 1 / 3, evidence: "pelangsing", variants: ["body", "disguised"] },
    ],
    [
      "digits for letters, and a number behind them",
      "The best c4s1n088 is T0GEL62",
      {
        strength: 2 / 3,
        evidence: "casino, togel",
        variants: ["gambling", "gambling twice", "disguised"],
      },
    ],
    [
      "several kinds, each word once",
      "Viagra viagra and tramadol, free shipping, casino",
      {
        strength: 1,
        evidence: "viagra, tramadol, free shipping",
        variants: ["body", "body twice", "sale", "gambling", "two kinds", "three kinds", "many"],
      },
    ],
  ],
  passes: [
    ["plain talk", "I read it twice and still wonder about the second part."],
    ["letters drawn out, which offers nothing", "Sooooo goooood, bookkeeper committee"],
    ["digits that stand for themselves", "A 1G link, 0ri, w4, b2b, mp3s, k8s, x86, base64url and 10gbit"],
    ["a double letter that is no stretching", "The looker-on"],
    ["a word within another", "A slotted spoon and a loaned book"],
    ["a pair's first word alone", "It was free of charge, and the guest came late"],
    ["talk of money and trade", "The loan was cheap, the discount small, and I earn money from home"],
    ["plain talk in Chinese", "写得很好，学到了很多东西。"],
    [
      "one who buys and earns, Indonesian",
      "Saya mau beli buku, harganya berapa? Gaji saya kecil, saya kurus.",
    ],
    ["one who complains of games, Indonesian", "Kolom komentar penuh judol, judi itu dosa."],
    ["plain talk in Indonesian", "Saya sudah baca dua kali dan masih belum mengerti bagian kedua."],
  ],
});
