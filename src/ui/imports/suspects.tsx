import type { FC } from "hono/jsx";
import type { Actor } from "../../contract/actor.ts";
import type { DecidedSuspect, Imports, Suspect } from "../../contract/import.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Text } from "../parts/text.tsx";
import { Time, useDoer, useNumber, usePercent } from "../parts/words.tsx";

/** Characters of a suspect's text that are shown. */
const MOST_SHOWN = 600;
/** How long after a decision the key still takes it back, milliseconds. */
const REMEMBERED = 30 * 60_000;

interface Props {
  readonly site: string;
  readonly suspects: Imports["suspects"];
  readonly me: Actor;
}

/** The comments of the past that a person should look at, and below those that were decided lately, to be taken back. */
export const Suspects: FC<Props> = ({ site, suspects: { all, shown, decided }, me }) => {
  const { imports: text } = useMessages();
  const number = useNumber();
  if (all + decided.length === 0) return null;
  const isOwn = ({ decided: { at, by } }: DecidedSuspect) =>
    by.member === me.member && by.name === me.name && at > Date.now() - REMEMBERED;
  const last = decided.find(isOwn);
  return (
    <>
      <section class="card" id="suspects" hidden={all === 0} data-failed={text.failed}>
        <h2>{text.suspects}</h2>
        <p class="hint" data-left={all} data-words={text.suspectsHint("{n}")}>
          {text.suspectsHint(number(all))}
        </p>
        <p class="hint needs-script" hidden>
          {text.keys}
        </p>
        {shown.map((suspect) => (
          <Item site={site} suspect={suspect} />
        ))}
      </section>
      <section class="card" id="decided" hidden={decided.length === 0}>
        <h2>{text.decided}</h2>
        <p class="hint">{text.decidedHint}</p>
        {decided.map((suspect) => (
          <Item site={site} suspect={suspect} decided={suspect.decided} isLast={suspect === last} />
        ))}
      </section>
    </>
  );
};

interface ItemProps {
  readonly site: string;
  readonly suspect: Suspect;
  readonly decided?: DecidedSuspect["decided"];
  /** What the reader decided last: the key takes it back. */
  readonly isLast?: boolean;
}

/** One of them, with both that can be said of it and the way back: where it stands tells which is shown. */
const Item: FC<ItemProps> = ({ site, suspect, decided, isLast = false }) => {
  const { imports: text, history } = useMessages();
  const percent = usePercent();
  const nameOf = useDoer();
  const { source, id, label, score, at, author, content } = suspect;
  const words = { ham: text.isHam, spam: text.isSpam };
  const which = (
    <>
      <input type="hidden" name="source" value={source} />
      <input type="hidden" name="id" value={id} />
    </>
  );
  return (
    <article>
      <p>
        <b>
          <bdi>{author ?? text.nobody}</bdi>
        </b>{" "}
        {at > 0 ? <Time at={at} /> : null} · {label === "ham" ? text.wasHam : text.wasSpam} ·{" "}
        {text.chance(percent(1 / (1 + Math.exp(-score))))}
      </p>
      <p class="text" dir="auto">
        <Text text={content} most={MOST_SHOWN} />
      </p>
      <Form class="word" action={`/sites/${site}/imports/decide`}>
        {which}
        <button type="submit" name="label" value="ham">
          {words.ham}
        </button>{" "}
        <button type="submit" name="label" value="spam">
          {words.spam}
        </button>
      </Form>
      <Form class={isLast ? "back undo-last" : "back"} action={`/sites/${site}/imports/undo`}>
        {which}
        <strong data-said>{decided ? words[decided.label] : ""}</strong>{" "}
        {decided ? (
          <span class="dim">
            <bdi>{nameOf({ by: decided.by.name })}</bdi> · <Time at={decided.at} />
          </span>
        ) : null}{" "}
        <button type="submit">{history.undo}</button>
      </Form>
    </article>
  );
};
