import { type Child, type FC, useContext } from "hono/jsx";
import { MOST_EXAMPLES } from "../../contract/preview.ts";
import { owns } from "../../contract/roles.ts";
import type { LookedThrough } from "../../contract/search.ts";
import type { Accuracy } from "../../core/explaining/accuracy.ts";
import type { Setting } from "../../core/judging/policy.ts";
import { useMessages } from "../messages/messages.ts";
import { SignedIn } from "../parts/form.tsx";
import { useNumber, usePercent } from "../parts/words.tsx";
import { tabPath } from "../sites/site-frame.tsx";
import type { Advice } from "./advice.ts";
import { Legend, OUTCOMES, Share } from "./charts.tsx";

export type Came = Readonly<Record<(typeof OUTCOMES)[number], number>>;

interface Props {
  readonly site: string;
  readonly came: Came;
  readonly accuracy: Accuracy;
  readonly looked: LookedThrough;
  /** What it stopped and nobody has seen. */
  readonly unseen: number;
  readonly advice: Advice;
}

/** What the filter did, where it was wrong, and what there is to do: a sentence each. */
export const Sentences: FC<Props> = ({ site, came, accuracy, looked, unseen, advice }) => {
  const { dashboard: text } = useMessages();
  return (
    <section class="sheet" aria-label={text.inSentences}>
      <Took came={came} />
      <Wrong site={site} accuracy={accuracy} looked={looked} unseen={unseen} />
      <ToDo site={site} advice={advice} />
    </section>
  );
};

const Say: FC<{ lead: string; rest?: string; act?: Child; children?: Child }> = ({
  lead,
  rest,
  act,
  children,
}) => (
  <article class="say">
    <div>
      <h2>
        <b>{lead}</b> {rest}
      </h2>
      {children}
    </div>
    {act ? <div class="act">{act}</div> : null}
  </article>
);

const Took: FC<{ came: Came }> = ({ came }) => {
  const { dashboard: text } = useMessages();
  const number = useNumber();
  const percent = usePercent();
  const { publish, review, reject } = came;
  const all = publish + review + reject;
  if (all === 0) return <Say lead={text.nothing} />;
  const parts = OUTCOMES.map((outcome) => ({
    outcome,
    n: came[outcome],
    label: text.outcomes[outcome],
    count: number(came[outcome]),
  }));
  return (
    <Say
      lead={text.took(percent((publish + reject) / all), all)}
      rest={text.byItself(number(publish), number(reject), review)}
    >
      <Share parts={parts} />
      <Legend entries={parts} />
    </Say>
  );
};

const Wrong: FC<Pick<Props, "site" | "accuracy" | "looked" | "unseen">> = ({
  site,
  accuracy,
  looked: { seen, wrong },
  unseen,
}) => {
  const { dashboard: text } = useMessages();
  const [lost, out] = [wrong, accuracy.missed.part];
  const looked = seen + accuracy.published.of;
  const rest = looked === 0 ? text.nobodyLooked : text.wrongHow(looked, lost, out);
  return (
    <Say
      lead={looked === 0 ? text.unknown : text.wrong(lost + out)}
      rest={unseen > 0 ? `${rest} ${text.unseen(unseen)}` : rest}
      act={
        unseen > 0 ? (
          <a class="btn main" href={`/queue?tab=spam&site=${site}`}>
            {text.sweep}
          </a>
        ) : null
      }
    />
  );
};

const ToDo: FC<Pick<Props, "site" | "advice">> = ({ site, advice }) => {
  const { dashboard: text, sites } = useMessages();
  const session = useContext(SignedIn);
  const number = useNumber();
  if (advice.kind !== "fewer")
    return (
      <Say
        lead={text.noAdvice}
        rest={advice.kind === "few" ? text.tooFew : text.asItIs(number(advice.comments))}
      />
    );
  const { setting, comments, now, later, spam, good } = advice;
  const rest = text.fewerHow(sites.settingNames[setting], number(comments), number(now), number(later));
  const isOwner = session !== undefined && owns(session.roles, site);
  return (
    <Say
      lead={text.fewer(now - later)}
      rest={`${rest} ${text.slips(spam, good)}`}
      act={isOwner ? <TryIt site={site} setting={setting} fewer={now - later} /> : null}
    />
  );
};

const TryIt: FC<{ site: string; setting: Setting; fewer: number }> = ({ site, setting, fewer }) => {
  const { dashboard: text, sites } = useMessages();
  const path = `${tabPath(site, "filter")}?try=${setting}`;
  return (
    <>
      <a class="btn" href={`${path}#examples`}>
        {text.showThem(fewer, MOST_EXAMPLES)}
      </a>
      <a class="btn" href={path}>
        {text.tryIt(sites.settingNames[setting])}
      </a>
    </>
  );
};
