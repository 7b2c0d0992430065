// @ts-check
// Times in the reader's own zone and language; how long ago stays true while the page is open.

const language = document.documentElement.lang;
const full = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
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
    if (!("relative" in time.dataset)) time.textContent = moment;
    else time.textContent = ago(at) ?? time.textContent;
  }
}

/** Undefined: less than a minute, as the page says it. @param {number} at */
function ago(at) {
  const age = Date.now() - at;
  const found = UNITS.find(([, length]) => age >= length);
  return found && relative.format(-Math.floor(age / found[1]), found[0]);
}

localTimes();
setInterval(localTimes, EVERY);
