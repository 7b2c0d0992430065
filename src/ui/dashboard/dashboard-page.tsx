import type { FC } from "hono/jsx";
import type { Day, Insight } from "../../contract/insight.ts";
import type { LookedThrough } from "../../contract/search.ts";
import type { SiteView } from "../../contract/site.ts";
import { accuracyOf } from "../../core/explaining/accuracy.ts";
import { useMessages } from "../messages/messages.ts";
import { useDuration, useNumber } from "../parts/words.tsx";
import { SiteFrame } from "../sites/site-frame.tsx";
import type { Advice } from "./advice.ts";
import { Arrivals } from "./arrivals.tsx";
import { type Came, Sentences } from "./sentences.tsx";
import { Signals, Trust } from "./trust.tsx";
import { Unsure } from "./unsure.tsx";

export const SPANS = [7, 30, 90] as const;
export const DEFAULT_SPAN = 30;

export type Span = (typeof SPANS)[number];

interface Props {
  readonly site: SiteView;
  readonly insight: Insight;
  /** What of all that it stopped and that is still kept people have seen, by deciding or by looking through it. */
  readonly looked: LookedThrough;
  readonly advice: Advice;
  /** Days shown, and the last of them as days since 1970. */
  readonly span: Span;
  readonly today: number;
  readonly now: number;
}

/** A site at a glance: what the filter did, where it was wrong, what to do, and how far the figures can be trusted. */
export const DashboardPage: FC<Props> = ({ site, insight, looked, advice, span, today, now }) => {
  const { dashboard: text, sites } = useMessages();
  const accuracy = accuracyOf(insight.decided);
  const came = cameIn(insight.days);
  return (
    <SiteFrame
      site={site}
      tab="overview"
      title={sites.tabs.overview}
      beside={<Spans site={site.id} span={span} />}
    >
      <Sentences
        site={site.id}
        came={came}
        accuracy={accuracy}
        looked={looked}
        unseen={insight.unseen}
        advice={advice}
      />
      <Figures came={came} looked={looked} insight={insight} span={span} />
      <Arrivals days={insight.days} span={span} today={today} />
      <Unsure site={site.id} unsure={insight.unsure} lost={insight.lost} now={now} />
      <div class="two">
        <Trust accuracy={accuracy} looked={looked} came={came} />
        <Signals records={insight.signals} measured={insight.measured} />
      </div>
      <p class="hint">{text.daysHint}</p>
    </SiteFrame>
  );
};

const cameIn = (days: readonly Day[]): Came =>
  days.reduce<Came>(
    (sum, { publish, review, reject }) => ({
      publish: sum.publish + publish,
      review: sum.review + review,
      reject: sum.reject + reject,
    }),
    { publish: 0, review: 0, reject: 0 },
  );

const Spans: FC<{ site: string; span: Span }> = ({ site, span }) => {
  const { dashboard: text } = useMessages();
  return (
    <nav class="seg" aria-label={text.time}>
      {SPANS.map((days) => (
        <a href={`/sites/${site}/dashboard?days=${days}`} aria-current={days === span ? "true" : undefined}>
          {text.last(days)}
        </a>
      ))}
    </nav>
  );
};

interface FiguresProps {
  readonly came: Came;
  readonly looked: LookedThrough;
  readonly insight: Pick<Insight, "before" | "waited" | "decided">;
  readonly span: Span;
}

const Figures: FC<FiguresProps> = ({ came, looked, insight: { before, waited, decided }, span }) => {
  const { dashboard: text } = useMessages();
  const number = useNumber();
  const duration = useDuration();
  const all = came.publish + came.review + came.reject;
  const decisions = decided.reduce((sum, { count }) => sum + count, 0);
  const figures = [
    [text.came, all, text.thanBefore(all - before, span)],
    [text.held, came.review, waited === null ? text.noWait : text.halfWithin(duration(waited))],
    [text.taken, decisions, text.byPeople],
    [text.lost, looked.wrong, text.ofLooked(looked.seen)],
  ] as const;
  return (
    <dl class="sheet figs">
      {figures.map(([name, n, more]) => (
        <div>
          <dt>{name}</dt>
          <dd>{number(n)}</dd>
          <dd>{more}</dd>
        </div>
      ))}
    </dl>
  );
};
