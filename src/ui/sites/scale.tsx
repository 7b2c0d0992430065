import type { FC } from "hono/jsx";
import { thresholdsOf } from "../../contract/policy.ts";
import { type Preview, SCALE } from "../../contract/preview.ts";
import type { SiteView } from "../../contract/site.ts";
import { Patterns } from "../dashboard/charts.tsx";
import { useMessages } from "../messages/messages.ts";
import { useNumber, useProbability } from "../parts/words.tsx";
import { Examples, type Previews } from "./preview.tsx";

interface Props {
  readonly site: SiteView;
  readonly previews: Previews | undefined;
}

const WIDTH = 700;
const HEIGHT = 140;
const STEP = WIDTH / SCALE.steps;
/** Of its place a column fills so much; one comment is still seen. */
const FILLED = 0.84;
const LEAST = 3;

const round = (value: number) => Math.round(value * 10) / 10;

/** Where a probability lies on the scale, as on the chart. */
function placeOf(probability: number): number {
  const odds = Math.log(probability / (1 - probability));
  const share = (odds - SCALE.from) / (SCALE.steps * SCALE.step);
  return round(Math.max(0, Math.min(1, Number.isNaN(share) ? 0 : share)) * WIDTH);
}

/** Where the comments fell, and what what is typed would have made of them. */
export const Scale: FC<Props> = ({ site, previews }) => {
  const { filter: text, preview: previewText } = useMessages();
  if (previews === undefined || previews.typed.comments === 0)
    return (
      <p class="pad dim" id="preview">
        {previewText.nothing}
      </p>
    );
  const { typed, limits } = previews;
  const { setting, publishBelow, publishBareBelow, rejectAbove } = site.settings;
  const thresholds = thresholdsOf({
    setting: limits.setting ?? setting,
    publishBelow: limits.publishBelow === undefined ? publishBelow : limits.publishBelow,
    publishBareBelow: limits.publishBareBelow === undefined ? publishBareBelow : limits.publishBareBelow,
    rejectAbove: limits.rejectAbove === undefined ? rejectAbove : limits.rejectAbove,
  });
  return (
    <figure class="plot" id="preview" data-difference={useDifference()(typed)}>
      <h3 class="unseen">{text.scale}</h3>
      <Bars preview={typed} label={text.scaleHint} cuts={Object.values(thresholds)} />
      <Counts preview={typed} thresholds={thresholds} />
      <p class="note-x">{text.scaleHint}</p>
      <Examples site={site.id} preview={typed} />
    </figure>
  );
};

/** What changes, in a sentence. */
function useDifference(): (preview: Preview) => string {
  const { filter: text, preview: previewText } = useMessages();
  return ({ seen, spamPublished, hamRejected }) => {
    const more = seen.then - seen.now;
    const [spam, good] = [spamPublished.then - spamPublished.now, hamRejected.then - hamRejected.now];
    if (more === 0 && spam === 0 && good === 0) return previewText.same;
    return [text.waited(more), text.spamMore(spam), text.goodMore(good)]
      .filter((part) => part !== "")
      .join(" ");
  };
}

const kinds = { publish: { class: "c-fine" }, review: { class: "z-wait" }, reject: { fill: "url(#h-spam)" } };
const OUTCOMES = ["publish", "review", "reject"] as const;

const Bars: FC<{ preview: Preview; label: string; cuts: readonly number[] }> = ({ preview, label, cuts }) => {
  const most = Math.max(1, ...preview.scale.map(({ publish, review, reject }) => publish + review + reject));
  const height = (n: number) => (n === 0 ? 0 : Math.max(LEAST, round((n / most) * (HEIGHT - LEAST))));
  return (
    <svg
      class="cols"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <Patterns />
      <path class="c-grid" d={`M0 ${HEIGHT}h${WIDTH}`} vector-effect="non-scaling-stroke" />
      {preview.scale.flatMap((bin, i) =>
        OUTCOMES.map((outcome, part) => {
          const below = OUTCOMES.slice(0, part).reduce((sum, one) => sum + height(bin[one]), 0);
          return bin[outcome] === 0 ? null : (
            <rect
              {...kinds[outcome]}
              x={round((i + (1 - FILLED) / 2) * STEP)}
              y={round(HEIGHT - below - height(bin[outcome]))}
              width={round(STEP * FILLED)}
              height={height(bin[outcome])}
            />
          );
        }),
      )}
      <path
        class="cut"
        d={[...new Set(cuts)].map((cut) => `M${placeOf(cut)} 0v${HEIGHT}`).join("")}
        stroke-width="1.5"
        vector-effect="non-scaling-stroke"
      />
    </svg>
  );
};

const Counts: FC<{ preview: Preview; thresholds: ReturnType<typeof thresholdsOf> }> = ({
  preview: { scale },
  thresholds: { publishBelow, publishBareBelow, rejectAbove },
}) => {
  const { filter: text, preview: previewText } = useMessages();
  const number = useNumber();
  const percent = useProbability();
  return (
    <>
      <p class="x3">
        {OUTCOMES.map((outcome) => (
          <span>
            <b>{number(scale.reduce((sum, bin) => sum + bin[outcome], 0))}</b> {previewText.outcomes[outcome]}
          </span>
        ))}
      </p>
      <p class="note-x num">
        {text.limits(percent(publishBelow), percent(publishBareBelow), percent(rejectAbove))}
      </p>
    </>
  );
};
