import type { FC } from "hono/jsx";
import type { LastDecision } from "../../contract/decided.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { commentPath } from "../parts/paths.ts";
import { Ago } from "../parts/time.tsx";

interface LastProps {
  readonly last: LastDecision | undefined;
  readonly back: string;
  readonly now: number;
}

/** What this moderator decided last, and its undo: it is there after a reload, and without JavaScript. */
export const Last: FC<LastProps> = ({ last, back, now }) => {
  const { queue, words } = useMessages();
  if (!last) return null;
  const { batch } = last;
  const decided = words.decided[last.decision];
  return (
    <section class="last" aria-label={queue.last}>
      <p>
        <b>{batch ? queue.lastMany(decided, batch.count) : decided}</b> ·{" "}
        {batch ? null : (
          <>
            <a href={commentPath(last)}>
              <bdi>{last.author || words.noName}</bdi>
            </a>{" "}
            ·{" "}
          </>
        )}
        <Ago at={last.at} now={now} />
      </p>
      <Form action={batch ? "/queue/undo" : "/queue/decide"}>
        <input type="hidden" name="back" value={back} />
        {batch ? (
          <input type="hidden" name="batch" value={batch.name} />
        ) : (
          <>
            <input type="hidden" name="site" value={last.site} />
            <input type="hidden" name="id" value={last.id} />
            <input type="hidden" name="revision" value={String(last.revision)} />
            <input type="hidden" name="decision" value="undo" />
          </>
        )}
        <button class="undo quiet" type="submit">
          {batch ? queue.undoAll : words.decisions.undo} <kbd class="wide">z</kbd>
        </button>
      </Form>
    </section>
  );
};
