import type { FC } from "hono/jsx";
import type { Decision } from "../../core/judging/decision.ts";
import type { BulkAnswer } from "../../service/moderation-types.ts";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";
import { commentPath } from "../parts/paths.ts";
import { useRefusal } from "../parts/refusal.ts";

type Fields = readonly (readonly [string, string])[];

interface Session {
  readonly name: string;
  readonly csrf: string;
}

const Hidden: FC<{ fields: Fields; csrf: string }> = ({ fields, csrf }) => (
  <>
    <input type="hidden" name="csrf" value={csrf} />
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
  readonly session: Session;
}

/** Asks once more before many comments are decided at once. */
export const ConfirmPage: FC<ConfirmProps> = ({ decision, count, action, fields, back, session }) => {
  const { queue, words } = useMessages();
  return (
    <Layout title={queue.selection} name={session.name} csrf={session.csrf} here="queue">
      <section class="card narrow">
        <h1>{queue.confirmTitle(count)}</h1>
        <p>{queue.confirmText(words.decisions[decision], count)}</p>
        <form method="post" action={action} class="actions">
          <Hidden fields={[...fields, ["confirmed", "1"]]} csrf={session.csrf} />
          <button class={decision} type="submit">
            {queue.confirm}
          </button>
          <a class="button" href={back}>
            {queue.cancel}
          </a>
        </form>
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
  readonly session: Session;
}

/** What a bulk did, what it could not do, and its undo. */
export const BulkPage: FC<ResultProps> = (props) => {
  const { answer, decision, batch, action, fields, back, session } = props;
  const { queue, words } = useMessages();
  const refusal = useRefusal();
  return (
    <Layout title={queue.selection} name={session.name} csrf={session.csrf} here="queue">
      <section class="card narrow">
        <h1>
          {words.decided[decision]}: {queue.bulkDone(answer.done.length)}
        </h1>
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
            <form method="post" action={action}>
              <Hidden fields={[...fields, ["cursor", answer.next], ["batch", batch]]} csrf={session.csrf} />
              <button type="submit">{queue.continueBulk}</button>
            </form>
          )}
          {decision === "undo" || answer.done.length === 0 ? null : (
            <form method="post" action="/queue/undo">
              <Hidden
                fields={[
                  ["batch", batch],
                  ["back", back],
                ]}
                csrf={session.csrf}
              />
              <button class="undo" type="submit">
                {queue.undoAll}
              </button>
            </form>
          )}
          <a class="button" href={back}>
            {words.back}
          </a>
        </div>
      </section>
    </Layout>
  );
};
