import { type FC, useContext } from "hono/jsx";
import type { CommentDetail } from "../../contract/views.ts";
import { PageLanguage, useMessages } from "../messages/messages.ts";
import { isWave } from "../parts/face.tsx";
import { Icon } from "../parts/icon.tsx";
import { commentPath } from "../parts/paths.ts";
import { Marked } from "../parts/text.tsx";
import { Badge, useProbability } from "../parts/words.tsx";
import { LaterOnes } from "../waves/later-ones.tsx";
import { Acts, formId } from "./acts.tsx";
import { Beside } from "./beside.tsx";
import { Reasons, Tone } from "./reasons.tsx";
import { Said } from "./said.tsx";
import { type Limits, whyOf } from "./why.ts";

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
      <Head item={item} place={place} />
      <section class="r-body" tabindex={0} aria-labelledby={id}>
        <div class="r-main">
          {refusal ? (
            <p class="note loud" role="alert">
              {refusal}
            </p>
          ) : null}
          <Lede item={item} now={now} id={id} />
          <Said item={item} now={now} hosts={hosts} />
          {item.group && !isWave(item) ? <Along item={item} /> : null}
          {isWave(item) && item.status === "pending" ? <LaterOnes form={formId(item)} /> : null}
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

const Head: FC<Pick<Props, "item" | "place">> = ({ item, place }) => {
  const { reading } = useMessages();
  return (
    <header class="r-head">
      <a class="btn bare icon back" href={place.list} aria-label={reading.toList}>
        <Icon name="back" turn />
      </a>
      <Badge verdict={item.verdict} figure />
      <span class="where num">{place.position}</span>
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

/** Why it waits, as a sentence, and the figure between the owner's limits. */
export const Lede: FC<{ item: CommentDetail; now: number; id: string }> = ({ item, now, id }) => {
  const { why, comment } = useMessages();
  const { tag } = useContext(PageLanguage);
  const percent = useProbability();
  const { limits, verdict } = item;
  const { payload } = verdict;
  const list = new Intl.ListFormat(tag, { type: "conjunction" });
  const kinds = list.format(payload?.map((kind) => comment.payloadKinds[kind]) ?? []);
  const applies = payload === undefined ? "" : payload.length > 0 ? why.withPayload(kinds) : why.bare;
  return (
    <section class="lede">
      <h2 id={id}>
        <Marked text={whyOf(tag, item, limits, now).sentence} />
      </h2>
      <Ruler probability={verdict.probability} limits={limits} />
      <p class="dim asked">
        {why.asked(percent(limits.publishBelow), percent(limits.rejectAbove))} {applies}{" "}
        <a href={`/sites/${item.site}`}>{why.changeThat}</a>
      </p>
    </section>
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

/** How much of the ruler lies below the one limit and above the other, percent. */
const END = 12.2;
/** How far beyond a limit still shows, in log-odds. */
const BEYOND = 6;

const logit = (p: number) => Math.log(Math.max(p, 1e-9) / Math.max(1 - p, 1e-9));

/** Where a probability lies on the ruler, percent: between the limits by log-odds. */
export function placeOf(probability: number, { publishBelow, rejectAbove }: Limits): number {
  const [at, low, high] = [logit(probability), logit(publishBelow), logit(rejectAbove)];
  if (at < low) return END * (1 - Math.min(0.9, (low - at) / BEYOND));
  if (at > high) return 100 - END * (1 - Math.min(0.9, (at - high) / BEYOND));
  return END + ((100 - 2 * END) * (at - low)) / Math.max(high - low, 1e-9);
}

/** Where the filter's figure lies between the owner's own two limits. */
export const Ruler: FC<{ probability: number; limits: Limits }> = ({ probability, limits }) => {
  const { why } = useMessages();
  const percent = useProbability();
  const width = `${100 - 2 * END}%`;
  return (
    <div class="ruler">
      <svg role="img" aria-label={why.onRuler(percent(probability))}>
        <rect class="z-fine" y="6" width={`${END}%`} height="4" rx="2" />
        <rect class="z-wait" x={`${END}%`} y="6" width={width} height="4" />
        <rect class="z-spam" x={`${100 - END}%`} y="6" width={`${END}%`} height="4" rx="2" />
        <circle class="z-mark" cx={`${placeOf(probability, limits).toFixed(1)}%`} cy="8" r="6.5" />
      </svg>
      <ul aria-hidden="true">
        <li>{why.publishedBelow(percent(limits.publishBelow))}</li>
        <li>{why.youLook}</li>
        <li>{why.spamAbove(percent(limits.rejectAbove))}</li>
      </ul>
    </div>
  );
};
