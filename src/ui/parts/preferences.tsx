import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";
import { LanguageChoice } from "./language-choice.tsx";

/** Every key, by what it does. */
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

/** What everybody sets for herself: the language; and the keys, to be read up. */
export const Preferences: FC = () => {
  const { frame, script } = useMessages();
  return (
    <>
      <section class="card narrow">
        <h2>{frame.language}</h2>
        <LanguageChoice />
      </section>
      <section class="card narrow" id="keys">
        <h2>{script.keysTitle}</h2>
        <dl class="keys">
          {keys.map(([key, name]) => (
            <>
              <dt>
                <kbd dir="ltr">{key}</kbd>
              </dt>
              <dd>{script.keys[name]}</dd>
            </>
          ))}
        </dl>
        <p class="hint">{script.keysHow}</p>
      </section>
    </>
  );
};
