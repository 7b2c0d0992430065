// @ts-check
// What is sent of a decision on a row, and what goes along with it.
import { post, token } from "./api.js";
import { about, waveOf } from "./rows.js";

/** What goes along with it: copies always, what is alike in another way if its box is set. @param {HTMLElement} row */
export function along(row) {
  const box = /** @type {HTMLInputElement | null} */ (row.querySelector("input[name=group]:checked"));
  return waveOf(row) || Number(box?.value ?? 0);
}

/**
 * What is sent beside the decision itself, of many; the name of the batch makes that it is taken once. Only who saw the box for
 * later ones has left it ticked. @param {HTMLElement} row @param {number} more @returns {Record<string, string>}
 */
export function extraOf(row, more) {
  if (more === 0) return {};
  const ticked = (/** @type {string} */ name) => row.querySelector(`input[name=${name}]:checked`) !== null;
  const batch = `${Date.now()}-${Math.random().toString(36).slice(2, 10)}`;
  return {
    group: String(more),
    batch,
    ...(ticked("later") && { later: "1" }),
    ...(ticked("block") && { block: "1" }),
  };
}

/** @param {HTMLElement} row @param {string} decision @param {Record<string, string>} [extra] @returns {Record<string, string>} */
export function fieldsOf(row, decision, extra = {}) {
  const until =
    /** @type {HTMLInputElement | null} */ (document.querySelector("input[name=until]"))?.value ?? "";
  return { ...about(row), decision, until, ...extra };
}

/** @param {Record<string, string>} fields @returns {Promise<any>} a Failure: it was not taken */
export const send = (fields) =>
  post("/queue/decide", new URLSearchParams({ ...fields, csrf: token() })).catch((failure) => failure);
