import type { FC } from "hono/jsx";
import type { CommentDetail } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { isWave } from "../parts/face.tsx";
import { Form } from "../parts/form.tsx";
import { Icon } from "../parts/icon.tsx";
import { commentPath, postPath } from "../parts/paths.ts";

interface Props {
  readonly item: CommentDetail;
  /** Where to go after a decision. */
  readonly back: string;
  /** Where to go without one; undefined: there is no next. */
  readonly next: string | undefined;
  /** What came later than this is not decided along with the comment, milliseconds since 1970. */
  readonly until: number;
  readonly hosts: readonly string[];
}

const decisions = [
  ["approve", "check", "yes", "a"],
  ["spam", "spam", "no", "s"],
  ["discard", "discard", "", "d"],
] as const;

/** Of the form that decides on a comment: what stands elsewhere can belong to it. */
export const formId = ({ site, id }: Pick<CommentDetail, "site" | "id">): string => `f-${site}-${id}`;

/** Approve, Spam, Discard, More: the same place and order always. */
export const Acts: FC<Props> = (props) => {
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
      {decisions.map(([decision, icon, kind, key]) =>
        isOffered(item, decision) ? (
          <button class={`btn ${kind}`} name="decision" value={decision} type="submit">
            <Icon name={icon} />
            <span>
              {wave > 0 ? queue.decideMany(words.decisions[decision], wave) : words.decisions[decision]}
            </span>
            <kbd>{key}</kbd>
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

const place = { approve: "published", spam: "spam", discard: "discarded" } as const;

/** What a person decided already is not offered again; what the filter did alone can be confirmed. */
export const isOffered = (
  { status, decided }: Pick<CommentDetail, "status" | "decided">,
  decision: keyof typeof place,
): boolean => status !== place[decision] || decided === undefined;

const More: FC<Props> = ({ item, next, hosts }) => {
  const { reading, comment } = useMessages();
  const { author } = item;
  const post = postPath(item, hosts);
  const listable = author.entry !== undefined && !isWave(item);
  return (
    <details class="menu">
      <summary class="btn" aria-label={reading.more}>
        <Icon name="more" />
        <span>{reading.more}</span>
      </summary>
      <ul>
        {listable && author.knownBy === "mail" && author.listed !== "allowed" ? (
          <List item={item} listing="allowed" icon="trust" text={comment.trust} kbd="t" />
        ) : null}
        {listable && author.listed !== "blocked" ? (
          <List item={item} listing="blocked" icon="block" text={comment.block} kbd="b" />
        ) : null}
        {listable && author.listed ? <List item={item} listing="" icon="undo" text={comment.unlist} /> : null}
        {post ? (
          <li class="cut-above">
            <a class="to-post" href={post} target="_blank" rel="noopener noreferrer">
              <Icon name="open" />
              {reading.openPost}
              <kbd>o</kbd>
            </a>
          </li>
        ) : null}
        <li>
          <a class="to-copy" href={commentPath(item)}>
            <Icon name="link" />
            {reading.copyLink}
            <kbd>c</kbd>
          </a>
        </li>
        {next ? (
          <li class="cut-above">
            <a class="to-next" href={next}>
              <Icon name="next" turn />
              {reading.skip}
              <kbd>n</kbd>
            </a>
          </li>
        ) : null}
      </ul>
    </details>
  );
};

interface ListProps {
  readonly item: CommentDetail;
  readonly listing: string;
  readonly icon: string;
  readonly text: string;
  readonly kbd?: string;
}

const List: FC<ListProps> = ({ item, listing, icon, text, kbd }) => (
  <li>
    <button name="listing" value={listing} type="submit" formaction={`${commentPath(item)}/author`}>
      <Icon name={icon} />
      {text}
      {kbd ? <kbd>{kbd}</kbd> : null}
    </button>
  </li>
);
