// @ts-check

/**
 * A comment as it is listed; `text` and `edit`: it is the reader's own.
 * @typedef {{id: string, parent: string | null, name: string, website?: string | null, html?: string, text?: string, at?: string, source?: string, waits?: boolean, edit?: Edit}} Shown
 * @typedef {{token: string, until: string}} Edit
 */
/** @typedef {Shown & {changed?: number, gone?: boolean}} Mine what she did with it here, and when */

/** How long a reader's own comment is shown to her while it waits, milliseconds. */
const LIFE = 30 * 86_400_000;

/**
 * What this browser alone keeps: nothing, where it may not.
 * @param {string} name
 * @returns {any}
 */
export function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {unknown} value undefined: nothing is kept any longer
 */
export function keep(name, value) {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
}

/** For so long the feed may still be as it was before a change, milliseconds. */
const LAG = 150_000;

/** @param {Mine} mine */
export const isEditable = ({ edit }) => edit !== undefined && Date.parse(edit.until) > Date.now();

/** @param {Mine} mine */
const isFresh = ({ changed = 0 }) => Date.now() - changed < LAG;

/**
 * What was published, with the reader's own comments as she left them: those that wait or that she changed just now, and by which
 * token she may change them.
 * @param {string} place
 * @param {readonly Shown[]} shown
 * @returns {Shown[]}
 */
export function withOwn(place, shown) {
  const there = new Set(shown.map(({ id }) => id));
  const kept = /** @type {Mine[]} */ (read(place) ?? []);
  const left = kept.filter((mine) => {
    if (mine.gone || there.has(mine.id)) return isFresh(mine) || (!mine.gone && isEditable(mine));
    return Date.now() - Date.parse(mine.at ?? "") < LIFE;
  });
  if (left.length < kept.length) keep(place, left.length > 0 ? left : undefined);
  const mine = new Map(left.map((one) => [one.id, one]));
  const all = shown.map((one) => asLeft(one, mine.get(one.id)));
  return [...all, ...left.filter(({ id }) => !there.has(id))].filter((one) => !mine.get(one.id)?.gone);
}

/**
 * @param {Shown} shown
 * @param {Mine | undefined} mine
 * @returns {Shown}
 */
function asLeft(shown, mine) {
  if (!mine) return shown;
  return isFresh(mine)
    ? { ...shown, ...mine, html: undefined }
    : { ...shown, text: mine.text, edit: mine.edit };
}

/**
 * Keeps what became of the reader's own comment.
 * @param {string} place
 * @param {Mine} mine
 */
export function keepOwn(place, mine) {
  const others = /** @type {Mine[]} */ (read(place) ?? []).filter(({ id }) => id !== mine.id);
  keep(place, [...others, mine]);
}
