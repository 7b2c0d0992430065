// @ts-check
// What every page loads: signing out, and times in the reader's own zone and language; how long ago stays true while the page is open.
import "./sign-out.js";

const language = document.documentElement.lang;
const full = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
const clock = new Intl.DateTimeFormat(`${language}-u-nu-latn`, { timeStyle: "short" });
const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];
const EVERY = 60_000;

/** @param {ParentNode} [root] */
export function localTimes(root = document) {
  for (const time of root.querySelectorAll("time")) {
    const at = Date.parse(time.dateTime);
    if (Number.isNaN(at)) continue;
    const moment = full.format(at);
    time.title = moment;
    if ("relative" in time.dataset) time.textContent = ago(at) ?? time.textContent;
    else if ("short" in time.dataset) time.textContent = age(at) ?? time.textContent;
    else time.textContent = "clock" in time.dataset ? clock.format(at) : moment;
  }
}

/** The largest unit that fits, and how many; undefined: less than a minute, as the page says it. @param {number} at */
function measure(at) {
  const age = Date.now() - at;
  const found = UNITS.find(([, length]) => age >= length);
  return found && { unit: found[0], n: Math.floor(age / found[1]) };
}

/** @param {number} at */
function ago(at) {
  const found = measure(at);
  return found && relative.format(-found.n, found.unit);
}

/** @param {number} at */
function age(at) {
  const found = measure(at);
  if (!found) return undefined;
  const options = { style: "unit", unit: found.unit, unitDisplay: "short" };
  return new Intl.NumberFormat(`${language}-u-nu-latn`, /** @type {any} */ (options)).format(found.n);
}

localTimes();
setInterval(localTimes, EVERY);
