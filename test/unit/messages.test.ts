import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { namedSignals } from "../../src/core/signals/names.ts";
import { en } from "../../src/ui/messages/en.ts";
import { languages } from "../../src/ui/messages/messages.ts";

const UI = join(import.meta.dirname, "../../src/ui");

/** What is the same in several languages: names, signs, words that all of them took over. */
const SAME =
  /^(?:CSV|Filter|Slack|Discord|Telegram|WordPress|Spam|spam|System|Client|Blog|Name|Text|Hosts|Webhook|Passkeys|Status|status|Forum|Pingback|Trackback|Webmention|Website|Link|Host|Domain|Messenger|Emoji|URL|Akismet|…|: in|Telegram: https:.*|site:demo|spam>70%|\(here\)|[^\p{L}]*)$/u;

type Leaf = readonly [path: string, message: unknown];

/** All messages, each with its path. */
const leaves = (messages: object, path = ""): Leaf[] =>
  Object.entries(messages).flatMap(([name, value]) =>
    typeof value === "object" && value !== null
      ? leaves(value, `${path}${name}.`)
      : [[`${path}${name}`, value] as const],
  );

const english = new Map(leaves({ ...en, signals: {} }));

/** A message as it can be compared: a function by its text, without what its parameters are. */
const text = (message: unknown) =>
  typeof message === "function" ? message.toString().replace(/\s+/g, " ") : String(message);

/** Source of the pages, without the messages themselves. */
const source = readdirSync(UI, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(?:ts|tsx|js)$/.test(path) && !/^(?:messages\/(?:en|ar|de)|assets)\b/.test(path))
  .map((path) => readFileSync(join(UI, path), "utf8"))
  .join("\n");

const others = Object.entries(languages).filter(([tag]) => tag !== "en");

describe.each(others)("the messages in %s", (_, { messages }) => {
  it("are those of English, each of the same kind", () => {
    const shape = (all: object) =>
      leaves({ ...all, signals: {} }).map(([path, message]) => `${path}: ${typeof message}`);
    expect(shape(messages).sort()).toEqual(shape(en).sort());
  });

  it("are all translated", () => {
    const untranslated = leaves({ ...messages, signals: {} }).filter(
      ([path, message]) => text(message) === text(english.get(path)) && !isSame(path, message),
    );
    expect(untranslated).toEqual([]);
  });

  it("name every signal", () => {
    const names = [...namedSignals.map(({ name }) => name), "history"];
    expect(Object.keys(messages.signals).sort()).toEqual(names.sort());
  });
});

/** Terms of the search, addresses and figures are no words of a language. */
const isSame = (path: string, message: unknown): boolean =>
  typeof message === "function"
    ? !/\p{L}{3,} /u.test(literals(message))
    : SAME.test(String(message)) || /hints\.\d+\.0$/.test(path);

/** The words in a function's templates, without what is put into them. */
const literals = (message: { toString(): string }): string =>
  [...message.toString().matchAll(/`([^`]*)`|"([^"]*)"/g)]
    .map(([, template = "", word = ""]) => (template + word).replace(/\$\{[^}]*\}/g, ""))
    .join(" ");

describe("every message", () => {
  it("is said somewhere", () => {
    const names = Object.entries(en)
      .filter(([group]) => group !== "signals")
      .flatMap(([group, messages]) => Object.keys(messages).map((name) => [group, name] as const));
    const unused = names.filter(([, name]) => !new RegExp(`\\b${name}\\b`).test(source));
    expect(unused.map(([group, name]) => `${group}.${name}`)).toEqual([]);
  });
});
