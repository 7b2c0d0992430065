import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";
import { LanguageChoice } from "./language-choice.tsx";
import { keyTable } from "./layout.tsx";

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
          {keyTable(script).map(([key, text]) => (
            <>
              <dt>
                <kbd dir="ltr">{key}</kbd>
              </dt>
              <dd>{text}</dd>
            </>
          ))}
        </dl>
        <p class="hint">{script.keysHow}</p>
      </section>
    </>
  );
};
