import { type FC, useContext } from "hono/jsx";
import type { CommentView } from "../../contract/views.ts";
import { PageLanguage, useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Icon } from "../parts/icon.tsx";
import { commentPath } from "../parts/paths.ts";
import { visible } from "../parts/text.tsx";
import { Ago, percentOf, useSignalText } from "../parts/words.tsx";

interface Props {
  readonly site: string;
  /** What it stopped and is least sure of, and good ones that a person brought back. */
  readonly unsure: readonly CommentView[];
  readonly lost: readonly CommentView[];
  readonly now: number;
}

const MOST_TEXT = 120;
/** Good ones named that were brought back. */
const MOST_LOST = 3;
const MOST_REASONS = 2;

/** Where it was wrong, or is likeliest to be: each with its reasons, to be decided here. */
export const Unsure: FC<Props> = ({ site, unsure, lost, now }) => {
  const { dashboard: text } = useMessages();
  return (
    <section class="sheet">
      <header>
        <h2>{text.unsureTitle}</h2>
        <a href={`/queue?tab=spam&site=${site}`}>{text.allStopped}</a>
      </header>
      {unsure.length + lost.length === 0 ? <p class="pad dim">{text.noneUnsure}</p> : null}
      <ul class="rows2">
        {unsure.map((item) => (
          <li>
            <Said item={item} />
            <Why item={item} now={now} />
            <Decide item={item} back={`/sites/${site}/dashboard`} />
          </li>
        ))}
        {lost.slice(0, MOST_LOST).map((item) => (
          <li>
            <Said item={item} />
            <Why item={item} now={now} />
            <p class="dim act">{text.rescued}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Said: FC<{ item: CommentView }> = ({ item }) => {
  const { words } = useMessages();
  const { author, content } = item.comment;
  return (
    <p>
      <a href={commentPath(item)}>
        <bdi>{visible(author.name || words.noName)}</bdi>
      </a>{" "}
      <bdi class="dim">{visible(content.slice(0, MOST_TEXT))}</bdi>
    </p>
  );
};

const Why: FC<{ item: CommentView; now: number }> = ({ item: { verdict, arrived }, now }) => {
  const { dashboard: text } = useMessages();
  const { tag } = useContext(PageLanguage);
  const signalText = useSignalText();
  const reasons = [...verdict.hits]
    .filter(({ signal, points }) => points > 0 && signal !== "baseline")
    .sort((a, b) => b.points - a.points)
    .slice(0, MOST_REASONS)
    .map(({ signal }) => signalText(signal).label);
  return (
    <p class="why">
      {text.stoppedAs(percentOf(tag, verdict.probability))} · <Ago at={arrived} now={now} />
      {reasons.map((reason) => ` · ${reason}`)}
    </p>
  );
};

const choices = [
  ["approve", "check", "yes"],
  ["spam", "spam", "no"],
] as const;

const Decide: FC<{ item: CommentView; back: string }> = ({ item, back }) => {
  const { dashboard: text } = useMessages();
  return (
    <Form class="act" action="/queue/decide">
      <input type="hidden" name="site" value={item.site} />
      <input type="hidden" name="id" value={item.id} />
      <input type="hidden" name="revision" value={String(item.revision)} />
      <input type="hidden" name="back" value={back} />
      {choices.map(([decision, icon, kind]) => (
        <button class={`btn ${kind}`} name="decision" value={decision} type="submit">
          <Icon name={icon} />
          {text.itWas[decision]}
        </button>
      ))}
    </Form>
  );
};
