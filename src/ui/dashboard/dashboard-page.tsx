import type { FC } from "hono/jsx";
import type { Insight } from "../../contract/insight.ts";
import type { SiteView } from "../../contract/site.ts";
import { type Accuracy, accuracyOf, type Rate } from "../../core/explaining/accuracy.ts";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";
import { usePercent } from "../parts/words.tsx";
import { Arrivals } from "./arrivals.tsx";
import { Lost, Signals, Verdicts } from "./tables.tsx";

export const SPANS = [30, 90] as const;

interface Props {
  readonly site: SiteView;
  readonly insight: Insight;
  /** Days shown, and the last of them as days since 1970. */
  readonly span: (typeof SPANS)[number];
  readonly today: number;
}

/**
 * A site's figures: what came in, how right the filter was as far as people looked, and which signals were.
 */
export const DashboardPage: FC<Props> = ({ site, insight, span, today }) => {
  const { dashboard } = useMessages();
  const accuracy = accuracyOf(insight.decided);
  const came = insight.days.reduce((sum, { publish, review, reject }) => sum + publish + review + reject, 0);
  const held = insight.days.reduce((sum, { review }) => sum + review, 0);
  const looked = insight.decided.reduce((sum, { count }) => sum + count, 0);
  return (
    <Layout title={dashboard.title} here="sites">
      <p>
        <a href={`/sites/${site.id}`}>← {site.settings.name}</a>
      </p>
      <h1>{dashboard.title}</h1>
      <nav class="tabs" aria-label={dashboard.title}>
        {SPANS.map((days) => (
          <a
            href={`/sites/${site.id}/dashboard?days=${days}`}
            aria-current={days === span ? "page" : undefined}
          >
            {dashboard.last(days)}
          </a>
        ))}
      </nav>
      <Figures accuracy={accuracy} came={came} held={held} />
      <p class="hint">
        {dashboard.looked(looked, came)} {dashboard.selection}
      </p>
      <Arrivals days={insight.days} span={span} today={today} />
      <Verdicts accuracy={accuracy} />
      <Lost items={insight.lost} site={site.id} />
      <Signals records={insight.signals} measured={insight.measured} />
    </Layout>
  );
};

const Figures: FC<{ accuracy: Accuracy; came: number; held: number }> = ({ accuracy, came, held }) => {
  const { dashboard } = useMessages();
  const share = usePercent();
  return (
    <ul class="numbers">
      <li class="card">
        <b>{came}</b> {dashboard.came}
      </li>
      <li class="card">
        <b>{came === 0 ? "–" : share((came - held) / came)}</b> {dashboard.alone}
        <small>
          {held} {dashboard.held}
        </small>
      </li>
      <li class={accuracy.hamLost > 0 ? "card danger" : "card"}>
        <b>{accuracy.hamLost}</b> {dashboard.lost}
      </li>
      <Figure rate={accuracy.precision} label={dashboard.precision} />
      <Figure rate={accuracy.recall} label={dashboard.recall} />
      <Figure rate={accuracy.missed} label={dashboard.missed} />
      <Figure rate={accuracy.published} label={dashboard.published} />
    </ul>
  );
};

/** A share with the cases that it is made of, and how sure it is. */
const Figure: FC<{ rate: Rate; label: string }> = ({ rate, label }) => {
  const { dashboard } = useMessages();
  const share = usePercent();
  return (
    <li class="card">
      <b>{rate.share === null ? "–" : share(rate.share)}</b> {label}
      <small>
        {rate.share === null
          ? dashboard.unknown
          : `${dashboard.of(rate.part, rate.of)}; ${dashboard.interval(share(rate.low), share(rate.high))}`}
      </small>
    </li>
  );
};
