import type { FC } from "hono/jsx";
import type { LastDecision } from "../../contract/decided.ts";
import { sorts } from "../../contract/search.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Icon } from "../parts/icon.tsx";
import { commentPath } from "../parts/paths.ts";
import { Clock, useDay, useNumber } from "../parts/words.tsx";
import { isUnseen, type QueueState, stateFields } from "./queue-state.ts";

interface Props {
  readonly state: QueueState;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  /** Rows shown, and comments that they and those not shown stand for. */
  readonly shown: number;
  readonly comments: number;
  /** Every comment of the place is in one of the rows. */
  readonly isAll: boolean;
  /** What came later than this is not decided along, milliseconds since 1970. */
  readonly until: number;
}

/** Over the list: how much there is, of which site and in which order; with something selected, what to do with it. */
export const ListHead: FC<Props> = ({ state, sites, shown, comments, isAll, until }) => {
  const { queue } = useMessages();
  const number = useNumber();
  return (
    <div class="head">
      <label class="all">
        <input class="box" type="checkbox" id="pick-all" aria-label={queue.selectAll(shown)} />
      </label>
      <h1 id="count" data-comments={String(comments)}>
        {state.tab === "waiting" && isAll ? (
          <>
            {queue.decisionsLeft(shown)}{" "}
            {comments === shown ? null : <small>· {queue.commentsLeft(number(comments))}</small>}
          </>
        ) : isUnseen(state) ? (
          queue.nobodySaw(shown)
        ) : (
          queue.shownOf(shown, number(comments))
        )}
      </h1>
      <Picked state={state} until={until} />
      {sites.length > 1 ? (
        <select class="pick-one" name="site" form="search" aria-label={queue.site}>
          <option value="">{queue.allSites}</option>
          {choicesOf(sites, state.site).map(({ id, name }) => (
            <option value={id} selected={id === state.site}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
      <select class="pick-one" name="sort" form="search" aria-label={queue.order}>
        {sorts.map((sort) => (
          <option value={sort} selected={sort === state.sort}>
            {queue.sorts[sort]}
          </option>
        ))}
      </select>
      <button class="btn bare show" form="search" type="submit">
        {queue.show}
      </button>
    </div>
  );
};

/** Sites that can be chosen here; of more, the page of sites leads to each. */
const MOST_CHOICES = 200;

const choicesOf = (sites: Props["sites"], chosen: string | undefined): Props["sites"] =>
  sites.filter(({ id }, i) => i < MOST_CHOICES || id === chosen);

const decisions = [
  ["approve", "check", "yes", "⇧A"],
  ["spam", "spam", "no", "⇧S"],
  ["discard", "discard", "icon", ""],
] as const;

/** One decision on all that are selected; it takes the head's place, so that nothing moves. */
const Picked: FC<Pick<Props, "state" | "until">> = ({ state, until }) => {
  const { queue, words } = useMessages();
  return (
    <Form class="picked" id="bulk" action="/queue/bulk" aria-label={queue.selection}>
      <input type="hidden" name="until" value={String(until)} />
      {stateFields({ ...state, after: undefined, open: undefined }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <strong id="selected">{queue.onSelection}</strong>
      {decisions.map(([decision, icon, kind, key]) => (
        <button class={`btn ${kind}`} name="decision" value={decision} type="submit">
          <Icon name={icon} />
          <span>
            {kind === "icon" ? (
              <span class="unseen">{words.decisions[decision]}</span>
            ) : (
              words.decisions[decision]
            )}
          </span>
          {key ? (
            <kbd>
              <span aria-hidden="true">{key}</span>
            </kbd>
          ) : null}
        </button>
      ))}
      <button class="btn icon block" name="block" value="1" type="submit" title={queue.blockToo}>
        <Icon name="block" />
        <span class="unseen">{queue.blockToo}</span>
      </button>
      <button class="btn bare icon clear" type="reset">
        <Icon name="close" />
        <span class="unseen">{queue.clear}</span>
      </button>
      <progress id="progress" hidden max={1} value={0} aria-label={queue.selection} />
    </Form>
  );
};

interface DoneProps {
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
export const DoneLine: FC<DoneProps> = ({ last, back, oneByOne, now }) => {
  const { queue, words } = useMessages();
  const [newest] = last;
  const total = last.reduce((sum, { batch }) => sum + (batch?.count ?? 1), 0);
  const since = last.at(-1)?.at ?? now;
  return (
    <div class="thumb" data-done={String(total)} hidden={total === 0 && oneByOne === undefined}>
      <details class="done-fold" hidden={total === 0}>
        <summary class="done">
          <Icon name="check" />
          <span>
            <b>{queue.doneCount(total)}</b>{" "}
            <span>
              {queue.doneSince} <Clock at={since} />
            </span>
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
  const { queue, words, waves } = useMessages();
  const day = useDay();
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
        · {batch?.later === undefined ? words.learned[one.decision] : waves.until(day(batch.later))}
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
    <button class="btn bare" type="submit" aria-keyshortcuts={kbd ? "z" : undefined}>
      <span>{text}</span>
      {kbd ? (
        <kbd>
          <span aria-hidden="true">z</span>
        </kbd>
      ) : null}
    </button>
  </Form>
);
