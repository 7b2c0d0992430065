import { describe, expect, it } from "vitest";
import { spelledNumbers } from "../../../src/core/reading/spelled-number.ts";

/** Digits that neither count up nor down. */
const ORDER = [3, 9, 0, 7, 1, 5, 8, 2, 6, 4];
const number = (words: string) => {
  const each = words.split(" ");
  return ORDER.map((digit) => each[digit]).join(" ");
};
const found = (text: string) => spelledNumbers(text).map(({ start, end }) => text.slice(start, end));

describe("a telephone number in words", () => {
  it.each([
    ["English", "zero one two three four five six seven eight nine"],
    ["English as it is said", "oh one two three four five six seven eight nine"],
    ["German", "null eins zwo drei vier fünf sechs sieben acht neun"],
    ["French", "zéro un deux trois quatre cinq six sept huit neuf"],
    ["Spanish", "cero uno dos tres cuatro cinco seis siete ocho nueve"],
    ["Portuguese", "zero um duas três quatro cinco meia sete oito nove"],
    ["Italian", "zero uno due tre quattro cinque sei sette otto nove"],
    ["Dutch", "nul één twee drie vier vijf zes zeven acht negen"],
    ["Polish", "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć"],
    ["Czech", "nula jedna dvě tři čtyři pět šest sedm osm devět"],
    ["Swedish", "noll ett två tre fyra fem sex sju åtta nio"],
    ["Turkish", "sıfır bir iki üç dört beş altı yedi sekiz dokuz"],
    ["Russian", "ноль один два три четыре пять шесть семь восемь девять"],
    ["Ukrainian", "нуль один два три чотири п’ять шість сім вісім дев’ять"],
    ["Arabic", "صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة"],
    ["Persian", "صفر یک دو سه چهار پنج شش هفت هشت نه"],
    ["Hebrew", "אפס אחת שתיים שלוש ארבע חמש שש שבע שמונה תשע"],
    ["Hindi", "शून्य एक दो तीन चार पांच छह सात आठ नौ"],
    ["Indonesian", "nol satu dua tiga empat lima enam tujuh delapan sembilan"],
    ["Vietnamese", "không một hai ba bốn năm sáu bảy tám chín"],
    ["Korean", "공 일 이 삼 사 오 육 칠 팔 구"],
    ["Thai", "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า"],
    ["Greek", "μηδέν ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ εννέα"],
  ])("is read in %s, every digit of it", (_, words) => {
    expect(found(`: ${number(words)} .`)).toEqual([number(words)]);
  });

  it("is read in Chinese signs, those of accounts and of the radio, too", () => {
    expect(["三九零七一五八二六四", "叁玖洞柒壹伍捌贰陆肆", "三九〇拐幺五八二六四"].map(found)).toEqual([
      ["三九零七一五八二六四"],
      ["叁玖洞柒壹伍捌贰陆肆"],
      ["三九〇拐幺五八二六四"],
    ]);
  });

  it.each([
    ["counts", "one two three four five six seven eight"],
    ["counts down", "nine eight seven six five four three two one"],
    ["is too short for one", "five two nine one six four"],
    ["has figures but for two", "five two 9 1 6 4 8 3"],
    ["counts in Chinese", "一二三四五六七八九"],
    ["says no digits", "the one thing that two of us never had was time for it"],
  ])("is not what %s", (_, text) => {
    expect(found(text)).toEqual([]);
  });
});
