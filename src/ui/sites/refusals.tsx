import type { FC } from "hono/jsx";
import type { Refusal } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { Time } from "../parts/words.tsx";

/** The fields for which comments were refused: a client that sends them so is broken. */
export const Refusals: FC<{ refused: readonly Refusal[] }> = ({ refused }) => {
  const { sites: text } = useMessages();
  if (refused.length === 0) return null;
  return (
    <section class="card">
      <h2>{text.refused}</h2>
      <p class="hint">{text.refusedHint}</p>
      <ul class="plain">
        {refused.map(({ status, pointer, count, at }) => (
          <li>
            <bdi>
              <code>{pointer.replace(/^#\/?/, "") || text.wholeBody}</code>
            </bdi>{" "}
            · {status} · {text.times(count)} · <Time at={at} />
          </li>
        ))}
      </ul>
    </section>
  );
};
