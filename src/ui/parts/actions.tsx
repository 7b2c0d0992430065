import type { FC } from "hono/jsx";
import type { GroupView, QueueItem } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "./form.tsx";
import { commentPath } from "./paths.ts";

interface ActionsProps {
  readonly item: QueueItem;
  /** Where to go after a decision. */
  readonly back: string;
  /** What came later than this is not decided along with the comment, milliseconds since 1970. */
  readonly until: number;
  /** The reasons of its verdict are on the page already. */
  readonly opened?: boolean;
}

/** Approve, spam and discard at the same place always; of a decided comment what was decided, and undo. */
export const Actions: FC<ActionsProps> = ({ item, back, until, opened }) => {
  const { queue } = useMessages();
  return (
    <Form class="actions" action="/queue/decide">
      <input type="hidden" name="site" value={item.site} />
      <input type="hidden" name="id" value={item.id} />
      <input type="hidden" name="revision" value={String(item.revision)} />
      <input type="hidden" name="back" value={back} />
      {item.group ? <Group item={item} group={item.group} until={until} /> : null}
      {item.preview ? <p class="hint">{queue.preview}</p> : <Decisions item={item} />}
      {item.preview ? null : (
        <span class="links">
          {opened ? null : (
            <a class="why" href={commentPath(item)}>
              {queue.why}
            </a>
          )}
          <a class="who" href={`${commentPath(item)}/author`}>
            {queue.author}
          </a>
        </span>
      )}
      <State item={item} />
    </Form>
  );
};

const Decisions: FC<{ item: QueueItem }> = ({ item: { status, decided } }) => {
  const { words } = useMessages();
  const offered = [
    ["approve", status !== "published" || !decided],
    ["spam", status !== "spam" || !decided],
    ["discard", status !== "discarded"],
    ["undo", decided !== undefined],
  ] as const;
  return (
    <span class="choices">
      {offered.map(([decision, isOffered]) =>
        isOffered ? (
          <button class={decision} name="decision" value={decision} type="submit">
            {words.decisions[decision]}
          </button>
        ) : null,
      )}
    </span>
  );
};

/** What stands behind this comment: decided together with it, unless the box is cleared. */
const Group: FC<{ item: QueueItem; group: GroupView; until: number }> = ({ item, group, until }) => {
  const { queue } = useMessages();
  // Copies are one comment. A common link or author is only a hint: to approve them along by default would be
  // too bold.
  const isSame = group.by.every((likeness) => likeness === "text");
  return (
    <p class="group">
      <input type="hidden" name="until" value={String(until)} />
      <label class="check">
        <input type="checkbox" name="group" value={String(group.count)} checked={isSame} />
        <span>
          <b>{queue.alike(group.count)}</b>{" "}
          <span class="dim">
            {group.by.map((likeness) => queue.alikeBy[likeness]).join(" · ")} · {queue.together}
          </span>
        </span>
      </label>
      <a class="behind" href={`${commentPath(item)}/behind`}>
        {queue.showAlike}
      </a>
    </p>
  );
};

const State: FC<{ item: QueueItem }> = ({ item }) => {
  const { queue, words } = useMessages();
  if (item.decided) {
    return (
      <span class="dim state">
        {words.decided[item.decided.decision]} {queue.by} <bdi>{item.decided.by}</bdi>
      </span>
    );
  }
  return item.status === "pending" ? null : (
    <span class="dim state">
      {queue.byHamlet(words.statuses[item.status])}
      {item.would && item.would !== item.verdict.outcome
        ? `; ${queue.wouldHave(words.outcomes[item.would])}`
        : ""}
    </span>
  );
};
