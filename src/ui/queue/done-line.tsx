import { type FC, useContext } from "hono/jsx";
import type { LastDecision } from "../../contract/decided.ts";
import { PageLanguage, useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Icon } from "../parts/icon.tsx";
import { commentPath } from "../parts/paths.ts";
import { ago } from "../parts/words.tsx";

interface Props {
  /** What this moderator decided lately, the newest first. */
  readonly last: readonly LastDecision[];
  readonly back: string;
  /** The first comment, by itself; undefined: there is none. */
  readonly oneByOne: string | undefined;
  readonly now: number;
}

const look = {
  approve: ["check", "fine"],
  spam: ["spam", "spam"],
  discard: ["discard", ""],
} as const;

/** What was decided: one line, however many; unfolded each with its own undo. It is there after a reload, and without JavaScript. */
export const DoneLine: FC<Props> = ({ last, back, oneByOne, now }) => {
  const { queue, words } = useMessages();
  const { tag } = useContext(PageLanguage);
  const [newest] = last;
  const total = last.reduce((sum, { batch }) => sum + (batch?.count ?? 1), 0);
  const since = last.at(-1)?.at ?? now;
  return (
    <div class="thumb" data-done={String(total)} hidden={total === 0 && oneByOne === undefined}>
      <details class="done-fold" hidden={total === 0}>
        <summary class="done">
          <Icon name="check" />
          <span>
            <b>{queue.doneCount(total)}</b> <span>{queue.doneSince(ago(tag, since, now))}</span>
          </span>
          <Icon name="down" />
        </summary>
        <ol class="slims">
          {last.map((one) => (
            <Slim one={one} back={back} />
          ))}
          <li class="slim">
            <a href="/history">{queue.allDecided}</a>
          </li>
        </ol>
      </details>
      {newest ? (
        <Undo one={newest} back={back} text={newest.batch ? queue.undoAll : words.decisions.undo} kbd />
      ) : null}
      {oneByOne ? (
        <a class="btn main one" href={oneByOne}>
          <Icon name="focus" />
          {queue.focus}
        </a>
      ) : null}
    </div>
  );
};

const Slim: FC<{ one: LastDecision; back: string }> = ({ one, back }) => {
  const { queue, words } = useMessages();
  const [icon, tone] = look[one.decision];
  const { batch } = one;
  return (
    <li class={`slim ${tone}`}>
      <Icon name={icon} />
      <p>
        <b>{batch ? queue.lastMany(words.done[one.decision], batch.count) : words.done[one.decision]}</b>{" "}
        {batch ? null : (
          <a href={commentPath(one)}>
            <bdi>{one.author || words.noName}</bdi>
          </a>
        )}{" "}
        · {words.learned[one.decision]}
      </p>
      <Undo one={one} back={back} text={batch ? queue.undoAll : words.decisions.undo} />
    </li>
  );
};

/** Takes a decision back, or all of a bulk. */
const Undo: FC<{ one: LastDecision; back: string; text: string; kbd?: boolean }> = ({
  one,
  back,
  text,
  kbd,
}) => (
  <Form class={kbd ? "undo-last" : "undo-one"} action={one.batch ? "/queue/undo" : "/queue/decide"}>
    <input type="hidden" name="back" value={back} />
    {one.batch ? (
      <input type="hidden" name="batch" value={one.batch.name} />
    ) : (
      <>
        <input type="hidden" name="site" value={one.site} />
        <input type="hidden" name="id" value={one.id} />
        <input type="hidden" name="revision" value={String(one.revision)} />
        <input type="hidden" name="decision" value="undo" />
      </>
    )}
    <button class="btn bare" type="submit">
      <span>{text}</span>
      {kbd ? <kbd>z</kbd> : null}
    </button>
  </Form>
);
