// @ts-check

/** @typedef {{id: string, parent: string | null, name: string, website?: string | null, html?: string, text?: string, at: string, waits?: boolean}} Shown */

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

/**
 * The reader's own comments on a page that its feed does not show yet.
 * @param {string} place
 * @param {readonly Shown[]} shown
 * @returns {Shown[]}
 */
export function own(place, shown) {
  const there = new Set(shown.map(({ id }) => id));
  const kept = /** @type {Shown[]} */ (read(place) ?? []);
  const left = kept.filter(({ id, at }) => !there.has(id) && Date.now() - Date.parse(at) < LIFE);
  if (left.length < kept.length) keep(place, left.length > 0 ? left : undefined);
  return left;
}
