import { createContext, useContext } from "hono/jsx";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { type English, en } from "./en.ts";

/** All that the pages say, in one language. English is the pattern: what another lacks fails to compile. */
export type Messages = English;

interface Language {
  /** Its own name, as it stands in the choice of languages. */
  readonly name: string;
  readonly dir: "ltr" | "rtl";
  readonly messages: Messages;
}

export const languages = {
  en: { name: "English", dir: "ltr", messages: en },
  de: { name: "Deutsch", dir: "ltr", messages: de },
  ar: { name: "العربية", dir: "rtl", messages: ar },
} as const satisfies Record<string, Language>;

export type LanguageTag = keyof typeof languages;

export const DEFAULT_LANGUAGE: LanguageTag = "en";

export const isLanguage = (tag: string | undefined): tag is LanguageTag =>
  tag !== undefined && Object.hasOwn(languages, tag);

/**
 * The language that the components under it are written in, and the page's path, to come back to after a
 * switch.
 */
export const PageLanguage = createContext<{ readonly tag: LanguageTag; readonly path: string }>({
  tag: DEFAULT_LANGUAGE,
  path: "/queue",
});

/** The messages of the language that the page is made in. Call it in a component, as any hook. */
export const useMessages = (): Messages => languages[useContext(PageLanguage).tag].messages;

/** Formats are dear to make, and texts by them to write: a page of fifty rows would spend milliseconds on them. */
const made = new Map<string, unknown>();
/** More than all languages, units and percentages make. */
const MOST_MADE = 5_000;

/** What was made under a key, or is now. */
export function once<T>(key: string, make: () => T): T {
  const known = made.get(key) as T | undefined;
  if (known !== undefined) return known;
  if (made.size >= MOST_MADE) made.clear();
  const now = make();
  made.set(key, now);
  return now;
}
