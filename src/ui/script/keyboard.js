// @ts-check
// How keys come to do the work of a page: left to the browser with a modifier, in a field, while text is composed and over a
// dialog; they can be switched off (WCAG 2.1.4).
import { isDialogOpen } from "./dialog.js";
import { keyName } from "./key-name.js";

const OFF = "hamlet-keys-off";
export const areKeysOn = () => localStorage.getItem(OFF) === null;

/** @param {boolean} isOn */
export function switchKeys(isOn) {
  if (isOn) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
}

/** Held down these go on and on; any other does its work once. */
const whileHeld = new Set(["j", "k", "ArrowDown", "ArrowUp"]);

/** Whether a key is the browser's, or writes text. @param {KeyboardEvent} event */
function isTheirs(event) {
  const { target, key, ctrlKey, metaKey, altKey, isComposing } = event;
  if (ctrlKey || metaKey || altKey || event.getModifierState("AltGraph")) return true;
  if (isComposing || key === "Process") return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox])")) return true;
  if (key.startsWith("Arrow")) return target.closest(".r-body, .details, nav, [popover]") !== null;
  return key === "Enter" && target.matches("input, button, a, summary");
}

/** Has keys, by their names, do their work from now on. @param {Record<string, () => void>} keys */
export function listen(keys) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isTheirs(event) || !areKeysOn() || isDialogOpen()) return;
    const name = keyName(event);
    const work = name !== undefined && Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (!name || !work) return;
    event.preventDefault();
    if (!event.repeat || whileHeld.has(name)) work();
  });
}
