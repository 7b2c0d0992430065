// @ts-check
// On a small screen, where the open comment covers the list: a swipe to the right approves, to the left marks spam.
import { decide, isOffered } from "./decide.js";
import { current, queue } from "./rows.js";

/** As far as a thumb moves on purpose, CSS pixels; and before which it may be scrolling. */
const FAR = 90;
const NEAR = 24;

let from = { x: 0, y: 0 };
let moved = 0;

/** The comment under the thumb, if it covers the list. @param {Event} event */
function covering({ target }) {
  const reading = target instanceof Element ? target.closest(".reading") : null;
  return reading instanceof HTMLElement && getComputedStyle(reading).position === "fixed"
    ? reading
    : undefined;
}

queue?.addEventListener(
  "touchstart",
  (event) => {
    const [touch] = /** @type {TouchEvent} */ (event).touches;
    from = { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
    moved = 0;
  },
  { passive: true },
);

queue?.addEventListener(
  "touchmove",
  (event) => {
    const reading = covering(event);
    const [touch] = /** @type {TouchEvent} */ (event).touches;
    if (!reading || !touch) return;
    const [x, y] = [touch.clientX - from.x, touch.clientY - from.y];
    if (Math.abs(x) < NEAR || Math.abs(y) > Math.abs(x)) return;
    moved = x;
    reading.style.translate = `${moved}px 0`;
    reading.classList.toggle("to-approve", moved > FAR);
    reading.classList.toggle("to-spam", moved < -FAR);
  },
  { passive: true },
);

queue?.addEventListener("touchend", (event) => {
  const reading = covering(event);
  if (!reading) return;
  reading.style.translate = "";
  reading.classList.remove("to-approve", "to-spam");
  const decision = moved > FAR ? "approve" : moved < -FAR ? "spam" : undefined;
  const row = current();
  if (decision && row && isOffered(row, decision)) void decide(row, decision);
});
