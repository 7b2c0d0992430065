import { OTHER_DIGIT } from "./characters.ts";
import { surveyOf } from "./survey.ts";

/** The zero of each script's own digits; the nine others stand behind it. */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0,
  0xff10,
];
const each = (value: number): string => ZEROS.map((zero) => String.fromCharCode(zero + value)).join("");
const VALUES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((value) => new RegExp(`[${each(value)}]`, "g"));

/** A text with the digits of other scripts as ASCII; each character stays where it stands. */
export function plainDigits(text: string): string {
  if ((surveyOf(text).classes & OTHER_DIGIT) === 0) return text;
  return VALUES.reduce((plain, pattern, value) => plain.replace(pattern, String(value)), text);
}

/** Whether digits only count up or down, or are the same few again and again: nobody is called by them. */
export function isCount(digits: string): boolean {
  const steps = [...digits].slice(1).map((digit, i) => Number(digit) - Number(digits[i]));
  return (
    new Set(digits).size < 3 ||
    steps.every((step) => step === 1 || step === -9) ||
    steps.every((step) => step === -1)
  );
}
