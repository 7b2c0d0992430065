// @ts-check
import { isEditable } from "./kept.js";

/** @typedef {import("./kept.js").Shown} Shown */
/** @typedef {import("./words.js").Words} Words */
/** @typedef {(comment: Shown, item: HTMLElement) => void} Act */
/** @typedef {{reply: Act, edit: Act, remove: Act}} Acts what can be done with a comment; the last two by its author */

/**
 * @template {"a" | "article" | "bdi" | "br" | "button" | "div" | "header" | "input" | "li" | "ol" | "p" | "textarea" | "time"} K
 * @param {K} name
 * @param {Partial<HTMLElementTagNameMap[K]>} members
 * @param {readonly (Node | string)[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(name, members = {}, children = []) {
  const element = Object.assign(document.createElement(name), members);
  element.append(...children);
  return element;
}

/** Pages that allow no text to become HTML but by a policy know this one by its name. */
const policy = (() => {
  try {
    // @ts-expect-error: not every browser has it
    return window.trustedTypes?.createPolicy("hamlet", { createHTML: (/** @type {string} */ html) => html });
  } catch {
    return undefined;
  }
})();

/**
 * The comments as a list, what answers one below it.
 * @param {readonly Shown[]} comments
 * @param {Words} words
 * @param {Acts} acts
 */
export function listOf(comments, words, acts) {
  const list = make("ol", { className: "hamlet-list" });
  /** @type {Map<string, HTMLElement>} */
  const items = new Map();
  for (const comment of comments) {
    const item = itemOf(comment, words, acts);
    items.set(comment.id, item);
    const above = items.get(comment.parent ?? "");
    if (!above || above === item) list.append(item);
    else {
      const below = above.querySelector(":scope > ol") ?? make("ol");
      above.append(below);
      below.append(item);
    }
  }
  return list;
}

/**
 * @param {Shown} comment
 * @param {Words} words
 * @param {Acts} acts
 */
function itemOf(comment, words, acts) {
  const { id, name, website, html, text, at, waits, source } = comment;
  const bdi = make("bdi", { textContent: name || "…" });
  const author = website ? make("a", { href: website, rel: "ugc nofollow" }, [bdi]) : bdi;
  const when = at && [
    " ",
    make("a", source ? { href: source, rel: "ugc nofollow" } : { href: `#comment-${id}` }, [
      make("time", {
        dateTime: at,
        textContent: new Date(at).toLocaleString(document.documentElement.lang || undefined, {
          dateStyle: "medium",
          timeStyle: "short",
        }),
      }),
    ]),
  ];
  const body = make("div", { className: "hamlet-text", dir: "auto" });
  if (html === undefined) body.append(...(text ?? "").split("\n").flatMap((line) => [line, make("br")]));
  else body.innerHTML = policy ? policy.createHTML(html) : html;
  const mark = waits ? [make("p", { className: "hamlet-mark", textContent: words.waiting })] : [];
  const item = make("li", { id: `comment-${id}` });
  /** @type {(act: Act, textContent: string) => HTMLButtonElement} */
  const button = (act, textContent) =>
    make("button", { type: "button", textContent, onclick: () => act(comment, item) });
  const answer = button(acts.reply, words.reply);
  answer.setAttribute("aria-label", `${words.to} ${name}`);
  const own = isEditable(comment) ? [button(acts.edit, words.edit), button(acts.remove, words.remove)] : [];
  item.append(
    make("article", {}, [
      make("header", {}, [author, ...(when || [])]),
      ...mark,
      body,
      make("p", { className: "hamlet-acts" }, [...(waits ? [] : [answer]), ...own]),
    ]),
  );
  return item;
}

/**
 * How many pages elsewhere like the page, repost or bookmark it.
 * @param {readonly {kind: string}[]} reactions
 * @param {Words} words
 */
export const counted = (reactions, words) =>
  /** @type {const} */ (["like", "repost", "bookmark"])
    .map((kind) => [words[kind], reactions.filter((one) => one.kind === kind).length])
    .filter(([, n]) => n)
    .map((one) => one.join(": "))
    .join(" · ");
