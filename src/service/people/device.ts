/** Programs and systems by what stands in a user agent, the more telling first. */
const programs: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\b(?:OPR|OPiOS)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Headless)?Chrom(?:e|ium)\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

const LONGEST = 512;

/** What a browser says of itself, in two words, to know a device by: "Firefox, Linux". */
export function deviceOf(userAgent: string): string {
  const text = userAgent.slice(0, LONGEST);
  const first = (all: typeof programs) => all.find(([pattern]) => pattern.test(text))?.[1];
  return [first(programs), first(systems)].filter((word) => word !== undefined).join(", ");
}
