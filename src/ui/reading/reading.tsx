import type { FC } from "hono/jsx";
import type { CommentDetail } from "../../contract/views.ts";
import { type Decision, decisions } from "../../core/judging/decision.ts";
import { useMessages } from "../messages/messages.ts";
import { isWave } from "../parts/face.tsx";
import { Form } from "../parts/form.tsx";
import { Icon } from "../parts/icon.tsx";
import { commentPath, postPath } from "../parts/paths.ts";
import { Text } from "../parts/text.tsx";
import { Ago, Badge } from "../parts/words.tsx";
import { LaterOnes } from "../waves/later-ones.tsx";
import { More } from "./more.tsx";
import { Reasons, Tone } from "./reasons.tsx";
import { Beside, Said } from "./said.tsx";
import { Lede } from "./why.tsx";

/** Where a comment stands in a list: the paths to those before and after it, and back to the list. */
export interface Place {
  readonly list: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** "3 of 16"; undefined: the script says it. */
  readonly position?: string | undefined;
}

interface Props {
  readonly item: CommentDetail;
  readonly now: number;
  readonly hosts: readonly string[];
  readonly place: Place;
  /** Where to go after a decision. */
  readonly back: string;
  /** A decision that was refused, and why. */
  readonly refusal?: string | undefined;
}

/** A comment that is open: why it waits first, then what was said, the reasons, and what can be done. */
export const Reading: FC<Props> = (props) => {
  const { item, now, hosts, place, back, refusal } = props;
  const { reading } = useMessages();
  const id = `t-${item.site}-${item.id}`;
  return (
    <article class="reading" aria-labelledby={id}>
      <Head item={item} place={place} hosts={hosts} />
      <section class="r-body" tabindex={0} aria-labelledby={id}>
        <div class="r-main">
          {refusal ? (
            <p class="note loud" role="alert">
              {refusal}
            </p>
          ) : null}
          <Lede item={item} now={now} id={id} />
          <Said item={item} now={now} hosts={hosts} />
          <Answers item={item} now={now} />
          {item.group && !isWave(item) ? <Along item={item} /> : null}
          {isWave(item) && item.status === "pending" ? (
            <LaterOnes form={formId(item)} domains={item.wave?.domains ?? []} />
          ) : null}
          <Tone verdict={item.verdict} />
          <Reasons verdict={item.verdict} />
        </div>
        <Beside item={item} now={now} />
        <p class="swipe">{reading.swipe}</p>
      </section>
      <Acts item={item} back={back} next={place.after} until={now} hosts={hosts} />
    </article>
  );
};

const Head: FC<Pick<Props, "item" | "place" | "hosts">> = ({ item, place, hosts }) => {
  const { reading } = useMessages();
  const post = postPath(item, hosts);
  return (
    <header class="r-head">
      <a class="btn bare icon back" href={place.list} aria-label={reading.toList}>
        <Icon name="back" turn />
      </a>
      <Badge verdict={item.verdict} figure />
      <span class="where num">{place.position}</span>
      {post ? (
        <a class="btn bare to-post" href={post} target="_blank" rel="noopener noreferrer">
          <Icon name="open" />
          {reading.openPost}
        </a>
      ) : null}
      {place.before ? (
        <a class="btn bare icon to-before" href={place.before} aria-label={reading.before}>
          <Icon name="up" />
        </a>
      ) : null}
      {place.after ? (
        <a class="btn bare icon to-after" href={place.after} aria-label={reading.after}>
          <Icon name="down" />
        </a>
      ) : null}
    </header>
  );
};

/** What stands behind it by a common link or author: decided along only if one says so. */
const Along: FC<{ item: CommentDetail }> = ({ item }) => {
  const { queue } = useMessages();
  const { group } = item;
  if (!group) return null;
  return (
    <p class="part opts">
      <label>
        <input class="box" type="checkbox" name="group" form={formId(item)} value={String(group.count)} />
        <span>
          {queue.alike(group.count)}{" "}
          <span class="dim">
            {group.by.map((likeness) => queue.alikeBy[likeness]).join(" · ")} · {queue.together}
          </span>
        </span>
      </label>
      <a href={`${commentPath(item)}/behind`}>{queue.showAlike}</a>
    </p>
  );
};

interface ActsProps {
  readonly item: CommentDetail;
  /** Where to go after a decision. */
  readonly back: string;
  /** Where to go without one; undefined: there is no next. */
  readonly next: string | undefined;
  /** What came later than this is not decided along with the comment, milliseconds since 1970. */
  readonly until: number;
  readonly hosts: readonly string[];
}

const buttons = [
  ["approve", "check", "yes", "a"],
  ["spam", "spam", "no", "s"],
  ["discard", "discard", "", "d"],
] as const;

/** Of the form that decides on a comment: what stands elsewhere can belong to it. */
const formId = ({ site, id }: Pick<CommentDetail, "site" | "id">): string => `f-${site}-${id}`;

/** Approve, Spam, Discard, More: the same place and order always. */
const Acts: FC<ActsProps> = (props) => {
  const { item, back, until } = props;
  const { queue, words } = useMessages();
  const wave = isWave(item) ? (item.group?.count ?? 0) + 1 : 0;
  return (
    <Form class={wave > 0 ? "acts of-many" : "acts"} action="/queue/decide" id={formId(item)}>
      <input type="hidden" name="site" value={item.site} />
      <input type="hidden" name="id" value={item.id} />
      <input type="hidden" name="revision" value={String(item.revision)} />
      <input type="hidden" name="back" value={back} />
      {wave > 0 ? <input type="hidden" name="group" value={String(wave - 1)} /> : null}
      <input type="hidden" name="until" value={String(until)} />
      {buttons.map(([decision, icon, kind, key]) =>
        isOffered(item, decision) ? (
          <button
            class={`btn ${kind}`}
            name="decision"
            value={decision}
            type="submit"
            aria-keyshortcuts={key}
          >
            <Icon name={icon} />
            <span>
              {wave > 0 ? queue.decideMany(words.decisions[decision], wave) : words.decisions[decision]}
            </span>
            <kbd>
              <span aria-hidden="true">{key}</span>
            </kbd>
          </button>
        ) : null,
      )}
      {item.decided ? (
        <button class="btn" name="decision" value="undo" type="submit">
          <Icon name="undo" />
          <span>{words.decisions.undo}</span>
        </button>
      ) : null}
      <More {...props} />
      <p class="after" />
    </Form>
  );
};

/** What a person decided already is not offered again; what the filter did alone can be confirmed. */
const isOffered = (
  { status, decided }: Pick<CommentDetail, "status" | "decided">,
  decision: Decision,
): boolean => status !== decisions[decision].status || decided === undefined;

/** What was answered to a comment from here, and whether it went to the blog. */
const Answers: FC<{ item: CommentDetail; now: number }> = ({ item, now }) => {
  const { reply } = useMessages();
  const answers = item.history.filter(({ type }) => type === "comment.reply");
  return answers.map(({ by, at, content, withdrawn }) => (
    <section class="part">
      <h3>
        {reply.answered} · <bdi>{by}</bdi>, <Ago at={Date.parse(at)} now={now} />
      </h3>
      {withdrawn ? <p class="dim">{reply.withdrawn}</p> : null}
      <p class="answer" dir="auto">
        <Text text={content ?? ""} />
      </p>
    </section>
  ));
};
