// @ts-check
// What the script says, in the page's language: the page brings it.

/** @type {Record<string, string> & { do?: Record<string, string>, keys: [string, string][], done: Record<string, string>, learned: Record<string, string>, waitOfAuthor: Record<string, string>, decisions: Record<string, string>, allOfAuthor: Record<string, Record<string, string>> }} */
export const words = JSON.parse(document.body.dataset.words ?? "{}");

/** @param {string | undefined} text @param {string | number} [n] stands for {n} @param {string | number} [x] for {x} */
export const fill = (text = "", n = "", x = "") =>
  text.replace(/\{([nx])\}/g, (_, name) => String(name === "n" ? n : x));

const format = new Intl.NumberFormat(`${document.documentElement.lang}-u-nu-latn`);
export const number = (/** @type {number} */ n) => format.format(n);

const live = document.getElementById("live");

/** Tells people who hear the page. @param {string} text */
export function say(text) {
  if (live) live.textContent = text;
}

/**
 * An element with properties and children; text is text, never markup.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, unknown>} [properties] @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** A drawing that says nothing by itself. @param {string} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "i");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** @param {string} text @param {() => void} act @param {string} [className] */
export const button = (text, act, className = "btn bare") =>
  element("button", { type: "button", className, onclick: act }, text);
