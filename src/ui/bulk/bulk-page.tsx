import { type FC, useContext } from "hono/jsx";
import type { Decision } from "../../core/judging/decision.ts";
import type { BulkAnswer } from "../../service/bulk.ts";
import { PageLanguage, useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Layout } from "../parts/layout.tsx";
import { commentPath } from "../parts/paths.ts";
import { useRefusal } from "../parts/refusal.ts";
import { laterText } from "../waves/later-text.ts";

type Fields = readonly (readonly [string, string])[];

const Hidden: FC<{ fields: Fields }> = ({ fields }) => (
  <>
    {fields.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

interface ConfirmProps {
  readonly decision: Decision;
  readonly count: number;
  /** Where the form goes, and what it said. */
  readonly action: string;
  readonly fields: Fields;
  readonly back: string;
}

/** Asks once more before many comments are decided at once. */
export const ConfirmPage: FC<ConfirmProps> = ({ decision, count, action, fields, back }) => {
  const { queue, words } = useMessages();
  return (
    <Layout title={queue.selection} here="queue">
      <section class="card narrow">
        <h1>{queue.confirmTitle(count)}</h1>
        <p>{queue.confirmText(words.decisions[decision], count)}</p>
        <Form action={action} class="actions">
          <Hidden fields={[...fields, ["confirmed", "1"]]} />
          <button class={decision} type="submit">
            {queue.confirm}
          </button>
          <a class="button" href={back}>
            {queue.cancel}
          </a>
        </Form>
      </section>
    </Layout>
  );
};

interface ResultProps {
  readonly answer: BulkAnswer;
  /** What was decided; undo: it was taken back. */
  readonly decision: Decision | "undo";
  readonly batch: string;
  /** The form again, to go on. */
  readonly action: string;
  readonly fields: Fields;
  readonly back: string;
}

/** What a bulk did, what it could not do, and its undo. */
export const BulkPage: FC<ResultProps> = (props) => {
  const { answer, decision, batch, action, fields, back } = props;
  const { queue, words } = useMessages();
  const refusal = useRefusal();
  const { tag } = useContext(PageLanguage);
  return (
    <Layout title={queue.selection} here="queue">
      <section class="card narrow">
        <h1>
          {words.decided[decision]}: {queue.bulkDone(answer.done.length)}
        </h1>
        {answer.later ? <p>{laterText(tag, answer.later)}</p> : null}
        {answer.failed.length === 0 ? null : (
          <>
            <p class="fault" role="alert">
              {queue.bulkFailed(answer.failed.length)}
            </p>
            <ul class="plain failed">
              {answer.failed.map((failed) => (
                <li>
                  <a href={commentPath(failed)}>
                    <bdi>{failed.author || failed.id || failed.site}</bdi>
                  </a>
                  : {refusal(failed)}
                </li>
              ))}
            </ul>
          </>
        )}
        <div class="actions">
          {answer.next === undefined ? null : (
            <Form action={action}>
              <Hidden fields={[...fields, ["cursor", answer.next], ["batch", batch]]} />
              <button type="submit">{queue.continueBulk}</button>
            </Form>
          )}
          {decision === "undo" || answer.done.length === 0 ? null : (
            <Form action="/queue/undo">
              <Hidden
                fields={[
                  ["batch", batch],
                  ["back", back],
                ]}
              />
              <button class="undo" type="submit">
                {queue.undoAll}
              </button>
            </Form>
          )}
          <a class="button" href={back}>
            {words.back}
          </a>
        </div>
      </section>
    </Layout>
  );
};
