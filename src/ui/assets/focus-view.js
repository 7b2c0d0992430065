// @ts-check
// One comment at a time: the next comes by itself, a swipe to the right approves, to the left marks spam.
import { decide, isOffered } from "./decide.js";
import { currentRow, open, rows, select } from "./rows.js";
import { fill, words } from "./words.js";

const list = document.querySelector(".rows.focus");
const position = /** @type {HTMLElement | null} */ (document.querySelector(".position"));
/** As far as a thumb moves on purpose, CSS pixels. */
const FAR = 90;

function showPosition() {
  const row = currentRow();
  const text = position?.firstChild;
  if (!row || !position || !text) return;
  const at = rows().indexOf(row) + 1;
  text.textContent = `${fill(words.counted, at, position.dataset.total ?? "")} `;
}

/** After the last one of this page the next page, or what is true then. */
function goOn() {
  if (open().length > 0) return;
  const next = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".more a.next"));
  setTimeout(() => {
    // It may have come back meanwhile: taken back, or refused.
    if (open().length === 0) next ? next.click() : location.reload();
  }, AFTER_LAST);
}
/** Time to take the last one back, milliseconds. */
const AFTER_LAST = 5_000;

/** @param {HTMLElement} row */
function swipes(row) {
  let from = 0;
  let moved = 0;
  row.addEventListener("touchstart", (event) => {
    from = event.touches[0]?.clientX ?? 0;
    moved = 0;
  });
  row.addEventListener("touchmove", (event) => {
    moved = (event.touches[0]?.clientX ?? from) - from;
    if (Math.abs(moved) < 12) return;
    row.style.translate = `${moved}px 0`;
    row.classList.toggle("to-approve", moved > FAR);
    row.classList.toggle("to-spam", moved < -FAR);
  });
  row.addEventListener("touchend", () => {
    row.style.translate = "";
    row.classList.remove("to-approve", "to-spam");
    const decision = moved > FAR ? "approve" : moved < -FAR ? "spam" : undefined;
    if (decision && isOffered(row, decision)) void decide(row, decision);
  });
}

if (list) {
  list.classList.add("scripted");
  document.addEventListener("hamlet:current", showPosition);
  document.addEventListener("hamlet:decided", goOn);
  for (const row of rows()) swipes(row);
  select(open()[0]);
}
