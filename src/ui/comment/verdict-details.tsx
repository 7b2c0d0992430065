import type { FC } from "hono/jsx";
import type { Event } from "../../contract/decision.ts";
import type { CommentDetail } from "../../contract/views.ts";
import { type Messages, useMessages } from "../messages/messages.ts";
import { MOST_TEXT, namedWords, spansOf, Text } from "../parts/text.tsx";
import { Time, useDoer, useNotRun, useSignalText } from "../parts/words.tsx";
import { Attempts } from "./attempts.tsx";
import { Tokens } from "./tokens.tsx";
import { Waterfall } from "./waterfall.tsx";

/**
 * Why a comment was judged as it was, and what happened to it: in the queue under its row, and on its own
 * page.
 */
export const VerdictDetails: FC<{ item: CommentDetail }> = ({ item }) => (
  <div class="details">
    <Whole item={item} />
    <Waterfall item={item} />
    <Tokens tokens={item.tokens} />
    <NotRun item={item} />
    <History item={item} />
    <Attempts item={item} />
    <Fields item={item} />
  </div>
);

/** What the row cuts off. */
const Whole: FC<{ item: CommentDetail }> = ({ item }) => {
  const { comment } = useMessages();
  if (item.comment.content.length <= MOST_TEXT) return null;
  return (
    <details class="card">
      <summary>{comment.whole}</summary>
      <p class="text whole" dir="auto">
        <Text text={item.comment.content} spans={[...spansOf(item, "content"), ...namedWords(item)]} />
      </p>
    </details>
  );
};

const NotRun: FC<{ item: CommentDetail }> = ({ item: { verdict } }) => {
  const { comment } = useMessages();
  const signalText = useSignalText();
  const reasonOf = useNotRun();
  return (
    <section class="card">
      <h2>{comment.notRun}</h2>
      {verdict.notRun.length === 0 ? (
        <p class="dim">{comment.noNotRun}</p>
      ) : (
        <ul class="plain">
          {verdict.notRun.map(({ signal, reason }) => (
            <li>
              {signalText(signal).label}: <bdi class="dim">{reasonOf(reason)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const History: FC<{ item: CommentDetail }> = ({ item }) => {
  const { comment, words, history } = useMessages();
  const nameOf = useDoer();
  return (
    <section class="card">
      <h2>{comment.history}</h2>
      <ol class="plain history">
        <li>
          <Time at={item.arrived} /> Hamlet: {words.outcomes[item.verdict.outcome]}
        </li>
        {item.history.map((event) => (
          <li>
            <Time at={Date.parse(event.at)} /> <bdi>{nameOf(event)}</bdi>: {whatOf(event, words, history)}
            {event.because ? ` (${words.because[event.because]})` : ""}{" "}
            <span class="dim">
              {words.statuses[event.before]} → {words.statuses[event.status]}
            </span>
            {event.withdrawn ? <small class="final"> {history.final.withdrawn}</small> : null}
            <Then text={event.content ?? item.earlier.find(({ until }) => event.sequence < until)?.text} />
          </li>
        ))}
      </ol>
    </section>
  );
};

function whatOf(
  { type, decision, before, status }: Event,
  words: Messages["words"],
  { plain }: Messages["history"],
): string {
  if (decision !== null) return words.decisions[decision];
  if (type === "comment.edited") return plain.edited;
  if (type === "comment.gone") return plain.gone;
  if (type === "comment.reply") return plain.answered;
  return before === "spam" ? plain.back : words.statuses[status];
}

/** What was answered, or what the comment said then, if an edit changed it since. */
const Then: FC<{ text: string | undefined }> = ({ text }) =>
  text === undefined ? null : (
    <blockquote class="dim">
      <bdi>
        <Text text={text} />
      </bdi>
    </blockquote>
  );

const Fields: FC<{ item: CommentDetail }> = ({ item }) => {
  const { comment } = useMessages();
  return (
    <details class="card">
      <summary>{comment.fields}</summary>
      <pre class="raw" dir="ltr" tabindex={0}>
        <Text text={JSON.stringify(item.comment, null, 2)} />
      </pre>
    </details>
  );
};
