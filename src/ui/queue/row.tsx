import { type Child, type FC, useContext } from "hono/jsx";
import type { SiteView } from "../../contract/site.ts";
import type { CommentDetail, QueueItem } from "../../contract/views.ts";
import { PageLanguage, useMessages } from "../messages/messages.ts";
import { Authors, Face, isWave, siteColours, useAuthors } from "../parts/face.tsx";
import { visible } from "../parts/text.tsx";
import { age, Badge } from "../parts/words.tsx";
import { Reading } from "../reading/reading.tsx";
import { type Limits, limitsOf, whyOf } from "../reading/why.tsx";
import { keyOf, openPaths, type QueueState, queuePath } from "./queue-state.ts";

interface RowProps {
  readonly item: QueueItem;
  readonly limits: Limits;
  /** When the page was made, milliseconds since 1970. */
  readonly now: number;
  /** Where it is open. */
  readonly path: string;
  /** Its site's name, and which of the colours is its; undefined: all are of one site. */
  readonly site: { readonly name: string; readonly colour: string } | undefined;
  /** The open comment. */
  readonly children?: Child;
}

/** Characters of a comment in its row: one line of it. */
const MOST_TEXT = 110;

const beginning = (text: string): string => (text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text);

export const rowId = ({ site, id }: Pick<QueueItem, "site" | "id">): string => `c-${site}-${id}`;

/** A comment in three lines: who and how old, what, why it is here and how bad it looks. */
export const Row: FC<RowProps> = ({ item, limits, now, path, site, children }) => {
  const { queue } = useMessages();
  const { tag } = useContext(PageLanguage);
  const { comment } = item;
  const name = useAuthors(item);
  const wave = isWave(item) ? item.group?.count : undefined;
  return (
    <li
      class={children ? "row is-open" : "row"}
      id={rowId(item)}
      data-status={item.status}
      data-wave={wave === undefined ? undefined : String(wave)}
    >
      {item.preview ? (
        <span class="pick">
          <Face item={item} />
        </span>
      ) : (
        <label class="pick">
          <input
            class="box"
            type="checkbox"
            name="pick"
            form="bulk"
            value={`${item.site} ${item.revision} ${item.id}`}
            aria-label={queue.select(name)}
          />
          <Face item={item} />
        </label>
      )}
      <a class="line" href={path} aria-current={children ? "true" : undefined}>
        <span class="who">
          <Authors item={item} />
          <Note item={item} />
        </span>
        <time class="age" datetime={new Date(item.arrived).toISOString()} data-short>
          {age(tag, item.arrived, now)}
        </time>
        <span class="text" dir="auto">
          {visible(beginning(comment.content))}
        </span>
        <span class="why">
          <Badge verdict={item.verdict} />
          <span>{item.preview ? queue.previewShort : whyOf(tag, item, limits, now).short}</span>
        </span>
        {site ? <span class={`at ${site.colour}`}>{site.name}</span> : null}
      </a>
      {children}
    </li>
  );
};

/** What is known of it in a word: how its author stands, what else there is. */
const Note: FC<{ item: QueueItem }> = ({ item }) => {
  const { queue } = useMessages();
  const { comment, standing, group } = item;
  const { approved = 0, spam = 0 } = standing ?? {};
  const behind = group && !isWave(item) ? queue.withMore(group.count) : "";
  const kind = comment.type === "comment" ? "" : queue.types[comment.type];
  const known =
    spam > 0 ? queue.standing(approved, spam) : approved > 0 ? queue.approvedBefore(approved) : "";
  const answers = comment.parent?.content ? queue.answers : "";
  const text = behind || known || (comment.type === "reply" ? answers || kind : kind || answers);
  return text === "" ? null : <small>{text}</small>;
};

interface ListProps {
  readonly state: QueueState;
  readonly items: readonly QueueItem[];
  readonly sites: readonly Pick<SiteView, "id" | "settings">[];
  readonly now: number;
  /** The comment that is open. */
  readonly open: CommentDetail | undefined;
  /** Where the list goes on. */
  readonly next: string | undefined;
}

/** The rows, and in one of them the comment that is open. */
export const List: FC<ListProps> = ({ state, items, sites, now, open, next }) => {
  const { queue } = useMessages();
  const { tag } = useContext(PageLanguage);
  const showSite = state.site === undefined && sites.length > 1;
  const colours = siteColours(sites.map(({ id }) => id));
  const at = open ? items.findIndex((item) => keyOf(item) === keyOf(open)) : -1;
  const pathOf = openPaths(state);
  const path = (item: QueueItem | undefined) => item && pathOf(item);
  return (
    <ol class="list" aria-label={queue.tabs[state.tab]} lang={tag}>
      {items.map((item, n) => {
        const settings = sites.find(({ id }) => id === item.site)?.settings;
        return (
          <Row
            item={item}
            limits={limitsOf(settings, item)}
            now={now}
            path={pathOf(item)}
            site={
              showSite
                ? { name: settings?.name ?? item.site, colour: colours.get(item.site) ?? "" }
                : undefined
            }
          >
            {open && n === at ? (
              <Reading
                item={open}
                now={now}
                hosts={settings?.hosts ?? []}
                back={path(items[n + 1]) ?? queuePath({ ...state, open: undefined })}
                place={{
                  list: queuePath({ ...state, open: undefined, view: undefined }),
                  before: path(items[n - 1]),
                  after:
                    path(items[n + 1]) ?? (next && queuePath({ ...state, open: undefined, after: next })),
                  position: queue.ofMany(n + 1, items.length),
                }}
              />
            ) : null}
          </Row>
        );
      })}
    </ol>
  );
};
