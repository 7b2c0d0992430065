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
