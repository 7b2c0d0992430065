// @ts-check
// Which key was meant, whatever the layout, the script it writes, and Caps Lock.

/** Full-width letters and signs, as Japanese and Chinese keyboards write them, less this are ASCII. */
const FULL_WIDTH = 0xfee0;
/** Signs that Arabic keyboards have with Shift where Latin ones have letters; those have none of them there. */
const IN_PLACE_OF_LETTERS = /^[[\]{}~]$/;

/** Of another script than the Latin one: then the key's place counts. @param {string} printed */
const isElsewhere = (printed) =>
  IN_PLACE_OF_LETTERS.test(printed) || /^(?![\p{ASCII}\p{Script=Latin}])/u.test(printed);

/** @param {string} key */
const ascii = (key) =>
  /^[\uff01-\uff5e]$/.test(key) ? String.fromCharCode(key.charCodeAt(0) - FULL_WIDTH) : key;

/**
 * A key by name: "a", "Shift+a", "1", "/", "?" or "Enter"; undefined: none that the page has a use for. A Latin
 * letter is what is printed on its key (AZERTY, Dvorak); a letter of another script is what an English keyboard
 * has at its place. Whether a letter is a capital says nothing: Caps Lock makes it one, too.
 * @param {Pick<KeyboardEvent, "key" | "code" | "shiftKey">} event
 */
export function keyName({ key, code, shiftKey }) {
  const printed = ascii(key);
  const letter = letterOf(printed, code);
  if (letter) return shiftKey ? `Shift+${letter}` : letter;
  if (/^[1-9/?]$/.test(printed)) return printed;
  if (/^(Enter|Escape|ArrowUp|ArrowDown)$/.test(printed)) return shiftKey ? undefined : printed;
  if (code === "Slash" && isElsewhere(printed)) return shiftKey ? "?" : "/";
  // AZERTY has figures with Shift only, other scripts have figures of their own.
  return shiftKey ? undefined : /^Digit([1-9])$/.exec(code)?.[1];
}

/** @param {string} printed @param {string} code */
function letterOf(printed, code) {
  if (/^[a-z]$/i.test(printed)) return printed.toLowerCase();
  return isElsewhere(printed) ? /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() : undefined;
}
