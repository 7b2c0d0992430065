// @ts-check
// Everything that is known of a comment, its author in a dialog, trust and block, a link to it.
import { part, post, token } from "./api.js";
import { waitsNote } from "./batch.js";
import { dialog } from "./dialog.js";
import { authorOf, pathOf } from "./rows.js";
import { localTimes } from "./times.js";
import { forget, remember, toast } from "./undo.js";
import { element, say, words } from "./words.js";

/** Opens what else is known of a comment, or closes it. @param {HTMLElement} row */
export async function toggleDetails(row) {
  const link = /** @type {HTMLAnchorElement | null} */ (row.querySelector("a.deep"));
  if (!link) return;
  const shown = row.querySelector(".details");
  link.setAttribute("aria-expanded", String(!shown));
  if (shown) return shown.remove();
  try {
    const details = await part(pathOf(row));
    if (row.querySelector(".details")) return;
    localTimes(details);
    link.after(details);
  } catch (failure) {
    complain(failure);
  }
}

/** @param {HTMLElement} row */
export async function showAuthor(row) {
  try {
    const content = await part(`${pathOf(row)}/author`);
    localTimes(content);
    const made = dialog(content);
    made.classList.add("drawer");
    made.addEventListener("submit", async (event) => {
      event.preventDefault();
      const { submitter } = /** @type {SubmitEvent} */ (event);
      if (!(submitter instanceof HTMLButtonElement)) return;
      made.close();
      await listAuthor(row, submitter.value);
    });
  } catch (failure) {
    complain(failure);
  }
}

/**
 * Trusts or blocks the author of a comment, or neither. Taken back it is as it was before, whatever that was.
 * @param {HTMLElement} row @param {string} listing
 */
export async function listAuthor(row, listing) {
  const sent = list(row, listing);
  const entry = remember(() => sent.then(({ before }) => relist(row, before)).catch(() => {}));
  try {
    const answer = await sent;
    // What her entry alone had rejected is offered on her page.
    if (answer.offer) return location.assign(answer.offer);
    toast(answer.words, { entry, author: authorOf(row), drawing: listing === "allowed" ? "trust" : "block" });
    say(answer.words);
    if (listing !== "" && answer.waits.length > 0)
      waitsNote(answer, listing === "allowed" ? "approve" : "spam");
  } catch (failure) {
    forget(entry);
    complain(failure);
  }
}

/** @param {HTMLElement} row @param {string} listing */
const list = (row, listing) => post(`${pathOf(row)}/author`, new URLSearchParams({ csrf: token(), listing }));

/** @param {HTMLElement} row @param {string} listing */
async function relist(row, listing) {
  try {
    await list(row, listing);
    toast(words.undone ?? "", { author: authorOf(row) });
    say(words.undone ?? "");
    return true;
  } catch (failure) {
    complain(failure);
    return false;
  }
}

/** @param {HTMLElement} row */
export async function copyLink(row) {
  await navigator.clipboard.writeText(location.origin + pathOf(row)).catch(() => {});
  toast(words.copied ?? "", { drawing: "link" });
  say(words.copied ?? "");
}

/** @param {unknown} failure */
function complain(failure) {
  const { message } = /** @type {Error} */ (failure);
  toast(message, { drawing: "warn" });
  say(message);
}

/** The keys, and the switch that turns them off. @param {HTMLInputElement} isOn */
export function showKeys(isOn) {
  const isAnswered = document.querySelector("a.to-reply") !== null;
  const terms = words.keys.flatMap(([keys, text]) =>
    keys === "r" && !isAnswered
      ? []
      : [element("dt", {}, element("kbd", { dir: "ltr" }, keys)), element("dd", {}, text)],
  );
  const label = element("label", { className: "check" }, isOn, element("span", {}, words.keysOn ?? ""));
  const how = element("p", { className: "hint" }, words.keysHow ?? "");
  dialog(
    element("h2", {}, words.keysTitle ?? ""),
    element("dl", { className: "keys" }, ...terms),
    how,
    label,
  );
}
