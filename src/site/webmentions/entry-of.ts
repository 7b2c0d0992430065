import { mf2 } from "microformats-parser";
import type { MentionKind } from "../../contract/webmention.ts";
import { log } from "../../platform/log.ts";
import type { Page } from "./read-page.ts";

/** What a page elsewhere says of a page of the blog's. */
export interface Entry {
  readonly kind: MentionKind;
  readonly author: { readonly name: string | undefined; readonly url: string | undefined };
  /** Empty: it has no words of its own. */
  readonly content: string;
  readonly format: "text" | "html";
  /** When, milliseconds since 1970. */
  readonly published: number | undefined;
}

type Item = ReturnType<typeof mf2>["items"][number];
type Property = Item["properties"][string][number];

/** Which property of an entry says what it does with a page; else it mentions it. */
const KINDS: readonly (readonly [property: string, kind: MentionKind])[] = [
  ["in-reply-to", "reply"],
  ["rsvp", "reply"],
  ["like-of", "like"],
  ["repost-of", "repost"],
  ["bookmark-of", "bookmark"],
];
/** Of a longer text than this the beginning is told, without markup: a whole article is none of the page's comments. */
const MOST_HTML = 8_000;
const MOST_TOLD = 500;
const MOST_DEEP = 10;

/** What a page says that was read, by its microformats; without any it mentions the other by its title. */
export function entryOf(page: Page, target: string): Entry {
  const items = itemsOf(page);
  const entries = items.filter(({ type }) => type?.some((name) => name === "h-entry" || name === "h-event"));
  const about = entries.find((entry) => kindOf(entry, target) !== undefined) ?? entries[0];
  const kind = (about && kindOf(about, target)) ?? "mention";
  const author = authorOf(about?.properties.author?.[0] ?? items.find(isCard));
  const published = Date.parse(textOf(first(about, "published")) ?? "");
  return {
    kind,
    author,
    ...wordsOf(about, kind, page.title),
    published: Number.isFinite(published) && published >= 0 ? published : undefined,
  };
}

/** All that the page says of itself, the outermost first. */
function itemsOf({ markup, base }: Page): Item[] {
  const all: Item[] = [];
  const take = (items: readonly Item[] | undefined, depth: number): void => {
    for (const item of depth < MOST_DEEP ? (items ?? []) : []) {
      all.push(item);
      take(item.children, depth + 1);
    }
  };
  try {
    take(mf2(markup, { baseUrl: base }).items, 0);
  } catch (failure) {
    // The library's answer to markup that it cannot read: the page mentions, and no more is known of it.
    log("warn", "microformats unreadable", { failure });
  }
  return all;
}

const isCard = ({ type }: Item): boolean => type?.includes("h-card") ?? false;

const isItem = (property: Property | undefined): property is Item =>
  typeof property === "object" && "properties" in property;

const first = (item: Item | undefined, name: string): Property | undefined => item?.properties[name]?.[0];

function textOf(property: Property | undefined): string | undefined {
  const value = typeof property === "object" ? property.value : property;
  const text = typeof value === "string" ? value.trim() : "";
  return text === "" ? undefined : text;
}

/** What an entry does with a page; undefined: it says nothing of that. */
function kindOf(entry: Item, target: string): MentionKind | undefined {
  return KINDS.find(([name]) => entry.properties[name]?.some((property) => leadsTo(property, target)))?.[1];
}

const leadsTo = (property: Property, target: string): boolean =>
  [textOf(property), ...(isItem(property) ? (property.properties.url ?? []).map(textOf) : [])].some(
    (address) => address !== undefined && withoutFragment(address) === withoutFragment(target),
  );

const withoutFragment = (address: string): string =>
  URL.canParse(address) ? new URL(address).href.replace(/#.*$/s, "") : address;

function authorOf(property: Property | undefined): Entry["author"] {
  if (!isItem(property)) {
    const text = textOf(property);
    const isAddress = text !== undefined && /^https?:\/\//i.test(text);
    return { name: isAddress ? undefined : text, url: isAddress ? text : undefined };
  }
  return { name: textOf(first(property, "name")), url: textOf(first(property, "url")) };
}

function wordsOf(
  entry: Item | undefined,
  kind: MentionKind,
  title: string,
): Pick<Entry, "content" | "format"> {
  const content = first(entry, "content");
  const html = typeof content === "object" && "html" in content ? content.html.trim() : "";
  if (html !== "" && html.length <= MOST_HTML) return { content: html, format: "html" };
  const name = textOf(first(entry, "name"));
  const told =
    textOf(first(entry, "summary")) ?? textOf(content) ?? name ?? (kind === "mention" ? title : "");
  return { content: beginningOf(told.trim()), format: "text" };
}

/** The first words of a long text. */
function beginningOf(text: string): string {
  if (text.length <= MOST_TOLD) return text;
  return `${text.slice(0, MOST_TOLD).replace(/\s+\S*$/, "")} …`;
}
