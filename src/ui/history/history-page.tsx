import type { FC } from "hono/jsx";
import { BY_TOKEN, keyIn } from "../../contract/actor.ts";
import type { HistoryEntry } from "../../contract/history.ts";
import type { HistoryPage as Entries } from "../../service/history.ts";
import { type Messages, useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Layout } from "../parts/layout.tsx";
import { commentPath } from "../parts/paths.ts";
import { Text } from "../parts/text.tsx";
import { Time, useDay, useDoer, useNumber, useReason } from "../parts/words.tsx";
import { EndWave } from "../waves/wave-rules.tsx";
import { Filter, type FilterProps } from "./history-filter.tsx";
import { historyPath } from "./history-state.ts";

interface Props extends FilterProps {
  readonly page: Entries;
}

/** The record: each verdict and each decision, who, when and why, and what can still be undone. */
export const HistoryPage: FC<Props> = ({ state, page, sites, people }) => {
  const { history, queue } = useMessages();
  const number = useNumber();
  const { asked } = page;
  return (
    <Layout title={history.title} here="history">
      <h1>{history.title}</h1>
      <p class="hint">{history.hint}</p>
      <Filter state={state} sites={sites} people={people} />
      {asked === undefined ? null : (
        <p class="notice" role="status">
          {history.someSites(number(asked), number(sites.length))}
        </p>
      )}
      {page.unreachable.length > 0 ? (
        <p class="notice" role="status">
          {queue.unreachable(page.unreachable.join(", "))}
        </p>
      ) : null}
      {page.entries.length === 0 ? (
        <p class="empty">{history.none}</p>
      ) : (
        <section class="scroll card" tabindex={0} aria-label={history.title}>
          <table class="history">
            <thead>
              <tr>
                <th>{history.when}</th>
                <th>{history.who}</th>
                <th>{history.what}</th>
                <th>{history.change}</th>
                <th>{history.comment}</th>
              </tr>
            </thead>
            <tbody>
              {page.entries.map((entry) => (
                <Line entry={entry} state={state} showSite={sites.length > 1} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p class="more">
        {page.next ? (
          <a class="button" href={historyPath({ ...state, after: page.next })}>
            {history.older}
          </a>
        ) : null}{" "}
        {state.after ? <a href={historyPath({ ...state, after: undefined })}>{history.newest}</a> : null}
      </p>
      {asked === undefined ? (
        <p class="hint">
          {history.export}: <a href={historyPath(state, "csv")}>{history.csv}</a> ·{" "}
          <a href={historyPath(state, "jsonl")}>{history.jsonl}</a>
        </p>
      ) : null}
    </Layout>
  );
};

interface LineProps extends Pick<Props, "state"> {
  readonly entry: HistoryEntry;
  readonly showSite: boolean;
}

const Line: FC<LineProps> = ({ entry, state, showSite }) => {
  const { words, history } = useMessages();
  const reasonOf = useReason();
  return (
    <tr>
      <td>
        <Time at={entry.at} />
      </td>
      <td>
        <Who entry={entry} state={state} />
      </td>
      <td>
        {whatOf(entry, words, history)}
        {entry.because ? ` (${words.because[entry.because]})` : ""}
        <Undo entry={entry} state={state} />
      </td>
      <td>
        {!movesOne(entry) ? null : entry.before === null ? history.cameIn : words.statuses[entry.before]}
        {movesOne(entry) ? ` → ${words.statuses[entry.after]}` : null}
      </td>
      <td class="about">
        {entry.comment === "" ? (
          <bdi>{entry.author}</bdi>
        ) : (
          <a href={commentPath({ site: entry.site, id: entry.comment })}>
            <bdi>{entry.author || words.noName}</bdi>
          </a>
        )}{" "}
        {showSite ? <small>{entry.site} </small> : null}
        {entry.text === undefined ? null : (
          <bdi class="dim">
            <Text text={entry.text} />
          </bdi>
        )}
        {entry.said === undefined ? null : (
          <blockquote class="answer" dir="auto">
            <Text text={entry.said} />
          </blockquote>
        )}
        {entry.machine && entry.reasons?.length ? (
          <small class="why">
            {history.why}: {entry.reasons.map(reasonOf).join(", ")}
          </small>
        ) : null}
      </td>
    </tr>
  );
};

/** Whether a comment has another place since, be it one of the past. */
const movesOne = ({ comment, what }: HistoryEntry): boolean =>
  comment !== "" || what === "judged" || what === "unjudged";

/** Who it was: of somebody with an account the name leads to all that she did. */
const Who: FC<Pick<LineProps, "entry" | "state">> = ({ entry: { by, member }, state }) => {
  const { history } = useMessages();
  const nameOf = useDoer();
  const doer = { by, ...keyIn(member) };
  if (member === undefined || member === BY_TOKEN || doer.key !== undefined)
    return (
      <>
        <bdi>{nameOf(doer)}</bdi>
        {member === BY_TOKEN ? <small> ({history.byToken})</small> : null}
      </>
    );
  return (
    <a href={historyPath({ ...state, member, after: undefined })}>
      <bdi>{by}</bdi>
    </a>
  );
};

function whatOf(
  { what, about }: HistoryEntry,
  words: Messages["words"],
  { plain, changes }: Messages["history"],
): string {
  if (what in changes)
    return [changes[what as keyof typeof changes], about].filter((part) => part !== undefined).join(": ");
  if (what in plain) return plain[what as keyof typeof plain];
  return what in words.outcomes
    ? words.outcomes[what as keyof typeof words.outcomes]
    : words.decisions[what as keyof typeof words.decisions];
}

/** Undo while it can be undone; else why it cannot. */
const Undo: FC<Pick<LineProps, "entry" | "state">> = ({ entry, state }) => {
  const { history } = useMessages();
  if (entry.look)
    return (
      <Form class="inline" action="/queue/look">
        <input type="hidden" name="undo" value={`${entry.site} ${entry.look}`} />
        <input type="hidden" name="back" value={historyPath(state)} />
        <button class="quiet" type="submit">
          {history.undo}
        </button>
      </Form>
    );
  if (entry.suspect)
    return (
      <Form class="inline" action={`/sites/${entry.site}/imports/undo`}>
        <input type="hidden" name="source" value={entry.suspect.source} />
        <input type="hidden" name="id" value={entry.suspect.id} />
        <input type="hidden" name="back" value={historyPath(state)} />
        <button class="quiet" type="submit">
          {history.undo}
        </button>
      </Form>
    );
  if (entry.wave) return <Wave entry={entry} wave={entry.wave} state={state} />;
  if (entry.final) return <small class="final">{history.final[entry.final]}</small>;
  if (entry.undo === undefined) return null;
  return (
    <Form class="inline" action="/queue/decide">
      <input type="hidden" name="site" value={entry.site} />
      <input type="hidden" name="id" value={entry.comment} />
      <input type="hidden" name="revision" value={String(entry.undo)} />
      <input type="hidden" name="back" value={historyPath(state)} />
      <button class="quiet" name="decision" value="undo" type="submit">
        {history.undo}
      </button>
    </Form>
  );
};

interface WaveProps extends Pick<LineProps, "entry" | "state"> {
  readonly wave: NonNullable<HistoryEntry["wave"]>;
}

/** What a rule for later ones of a wave decided, with the way to take all of it back at once. */
const Wave: FC<WaveProps> = ({ entry: { site }, wave, state }) => {
  const { waves } = useMessages();
  const day = useDay();
  const end = { site, id: wave.id, back: historyPath(state) };
  return (
    <>
      <small> {waves.caught(wave.caught, day(wave.until))}</small>
      {wave.stands ? <EndWave {...end} text={waves.end} /> : null}
      {wave.left > 0 ? <EndWave {...end} text={waves.takeBack(wave.left)} undo /> : null}
    </>
  );
};
