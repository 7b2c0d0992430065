import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";

/** What a click brought back, so that it can be undone. */
export interface Back {
  readonly published: number;
  readonly held: number;
  readonly batch: string;
}

export const Saved: FC<{ saved: boolean }> = ({ saved }) => {
  const { sites: text } = useMessages();
  return saved ? (
    <p class="notice" role="status">
      {text.saved}
    </p>
  ) : null;
};

/** Comments that only entries had rejected which are in the lists no longer: one click brings them back. */
export const Freed: FC<{ site: string; count: number }> = ({ site, count }) => {
  const { sites: text } = useMessages();
  return (
    <section class="notice">
      <p>{text.freed(count)}</p>
      <Form action={`/sites/${site}/bring-back`}>
        <button class="primary" type="submit">
          {text.bringBack(count)}
        </button>
      </Form>
    </section>
  );
};

export const BroughtBack: FC<{ site: string; back: Back }> = ({ site, back: { published, held, batch } }) => {
  const { sites: text, queue } = useMessages();
  return (
    <section class="notice" role="status">
      <p>{text.broughtBack(published, held)}</p>
      <Form action="/queue/undo">
        <input type="hidden" name="batch" value={batch} />
        <input type="hidden" name="back" value={`/sites/${site}/lists`} />
        <button class="quiet" type="submit">
          {queue.undoAll}
        </button>
      </Form>
    </section>
  );
};
