import type { Messages } from "../messages/messages.ts";

/** Every key of the queue, by the name of what it does. */
const keys = [
  ["j k ↓ ↑", "move"],
  ["a s d", "decide"],
  ["t b", "trust"],
  ["x ⇧X", "select"],
  ["⇧A ⇧S ⇧D", "selection"],
  ["z", "undo"],
  ["↵ Esc", "open"],
  ["o", "post"],
  ["c", "copy"],
  ["n", "skip"],
  ["/", "search"],
  ["1 – 5", "tabs"],
  ["f", "focus"],
  ["?", "help"],
] as const;

/** Every key of the queue with what it does, in the page's language. */
export const keyTable = (script: Messages["script"]): readonly (readonly [string, string])[] =>
  keys.map(([key, name]) => [key, script.keys[name]]);
