import { type FC, useContext } from "hono/jsx";
import type { QueueItem } from "../../contract/views.ts";
import { languages, PageLanguage, useMessages } from "../messages/messages.ts";
import { visible } from "./text.tsx";

const OTHER_BLOGS = new Set(["pingback", "trackback", "webmention"]);

/** Most names: words of letters and digits. Its first letter, the next, and the first of its last word. */
const PLAIN = /^([A-Za-z0-9])([A-Za-z0-9]?)[A-Za-z0-9]*(?:(?: [A-Za-z0-9]+)* ([A-Za-z0-9])[A-Za-z0-9]*)?$/;

/** A letter or two of a name: of two words the first of each. */
export function initials(name: string): string {
  const [, one = "", next = "", other] = PLAIN.exec(name) ?? [];
  if (one !== "") return one + (other ?? next);
  const words = name.split(/[\s,]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = (word = "") => [...word.replace(/[^\p{L}\p{N}]/gu, "")];
  const [first = []] = [letters(words[0])];
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(first.join("")))
    return first[0] ?? "";
  const last = letters(words.length > 1 ? words.at(-1) : undefined);
  return last.length > 0 ? `${first[0]}${last[0]}` : first.slice(0, 2).join("");
}

/** Who speaks: the ring tells the author's standing, its shape whether it is a person, another blog or many. */
export const Face: FC<{ item: QueueItem }> = ({ item }) => {
  const { comment, standing, group } = item;
  if (group && isWave(item))
    return (
      <span class="face many" aria-hidden="true">
        {group.count + 1}
      </span>
    );
  const kind = OTHER_BLOGS.has(comment.type) ? "site" : (standing?.approved ?? 0) > 0 ? "known" : "";
  return (
    <span class={`face ${kind}`} dir="auto" aria-hidden="true">
      {kind === "site" ? "↗" : initials(comment.author.name ?? "") || "?"}
    </span>
  );
};

/** Copies of one text are one decision. A common link or author is only a hint: to decide those along would be too bold. */
export const isWave = ({ group }: Pick<QueueItem, "group">): boolean =>
  group?.by.every((likeness) => likeness === "text") ?? false;

/** Names of those whose comment it is, and how many more there are. */
function namesOf({ comment, group }: QueueItem, noName: string): { names: readonly string[]; more: number } {
  const name = comment.author.name || noName;
  if (!group || !isWave({ group })) return { names: [name], more: 0 };
  const names = [name, ...group.names.filter((other) => other !== name)];
  return { names, more: group.count + 1 - names.length };
}

/** Whose comment it is; of many whose they are. */
export function useAuthors(item: QueueItem): string {
  const { queue, words } = useMessages();
  const { names, more } = namesOf(item, words.noName);
  return queue.manyAuthors(names.join(", "), more);
}

/** The same to be shown: each name runs in its own direction, the line of many in the page's. */
export const Authors: FC<{ item: QueueItem }> = ({ item }) => {
  const { queue, words } = useMessages();
  const { dir } = languages[useContext(PageLanguage).tag];
  const { names, more } = namesOf(item, words.noName);
  if (names.length === 1 && more === 0) return <bdi class="author">{visible(names[0] ?? "")}</bdi>;
  const [before, after] = queue.manyAuthors(NAMES, more).split(NAMES);
  return (
    <bdi class="author" dir={dir}>
      {before}
      {names.map((name, n) => (
        <>
          {n > 0 ? ", " : ""}
          <bdi>{visible(name)}</bdi>
        </>
      ))}
      {after}
    </bdi>
  );
};

/** Stands for the names in a message. */
const NAMES = "{names}";

const COLOURS = 6;

/** Which of the colours is a site's own. */
const colourOf = (site: string): number =>
  [...site].reduce((sum, letter) => (31 * sum + letter.charCodeAt(0)) % 997, 0) % COLOURS;

/** The class that gives a site its colour, the same on every page. */
export const siteColour = (site: string): string => `s${1 + colourOf(site)}`;

/** The same for sites that stand side by side: one whose colour another has by then takes the next that is free. */
export function siteColours(sites: readonly string[]): ReadonlyMap<string, string> {
  const colours = new Map<string, string>();
  const taken = new Set<string>();
  for (const site of sites) {
    if (taken.size === COLOURS) taken.clear();
    let colour = colourOf(site);
    while (taken.has(`s${1 + colour}`)) colour = (colour + 1) % COLOURS;
    taken.add(`s${1 + colour}`);
    colours.set(site, `s${1 + colour}`);
  }
  return colours;
}
