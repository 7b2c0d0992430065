import type { FC } from "hono/jsx";

/** A bar of several parts, one on the other; `values` in the order of `parts`. */
interface Stack {
  readonly label: string;
  readonly values: readonly number[];
}

interface StacksProps {
  readonly title: string;
  /** Names of the parts and the class that colours them. */
  readonly parts: readonly { readonly label: string; readonly class: string }[];
  readonly stacks: readonly Stack[];
}

const WIDTH = 720;
const HEIGHT = 180;
const TOP = 18;
const BOTTOM = 20;
const GAP = 0.15;

/**
 * Stacked bars over time, the first at the left in any language. Colours differ in lightness, too, and each
 * part has a pattern of its own.
 */
export const Stacks: FC<StacksProps> = ({ title, parts, stacks }) => {
  const most = Math.max(1, ...stacks.map(({ values }) => values.reduce((sum, value) => sum + value, 0)));
  const step = WIDTH / Math.max(1, stacks.length);
  const scale = (HEIGHT - TOP - BOTTOM) / most;
  return (
    <figure class="chart" dir="ltr">
      <figcaption>
        {parts.map((part) => (
          <span class="key">
            <svg width="12" height="12" aria-hidden="true">
              <rect class={part.class} width="12" height="12" rx="2" />
            </svg>{" "}
            {part.label}
          </span>
        ))}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        <Patterns />
        <line class="axis" x1="0" x2={WIDTH} y1={TOP} y2={TOP} />
        <line class="axis" x1="0" x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
        <text class="scale" x="0" y={TOP - 5}>
          {most}
        </text>
        <text class="scale" x="0" y={HEIGHT - 5}>
          {stacks[0]?.label}
        </text>
        <text class="scale" x={WIDTH} y={HEIGHT - 5} text-anchor="end">
          {stacks.at(-1)?.label}
        </text>
        {stacks.map((stack, i) => (
          <Bar stack={stack} parts={parts} x={(i + GAP / 2) * step} width={step * (1 - GAP)} scale={scale} />
        ))}
      </svg>
    </figure>
  );
};

const Bar: FC<Pick<StacksProps, "parts"> & { stack: Stack; x: number; width: number; scale: number }> = ({
  stack: { label, values },
  parts,
  x,
  width,
  scale,
}) => {
  const tops = values.map((_, i) => values.slice(0, i + 1).reduce((sum, value) => sum + value, 0));
  return (
    <g>
      <title>{`${label}: ${parts.map((part, i) => `${part.label} ${values[i]}`).join(", ")}`}</title>
      {values.map((value, i) =>
        value === 0 ? null : (
          <rect
            class={parts[i]?.class}
            x={round(x)}
            y={round(HEIGHT - BOTTOM - (tops[i] as number) * scale)}
            width={round(width)}
            height={round(value * scale)}
          />
        ),
      )}
    </g>
  );
};

const round = (value: number) => Math.round(value * 100) / 100;

/** Fills that are told apart without colour. */
const Patterns: FC = () => (
  <defs>
    <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">
      <rect class="ground-review" width="6" height="6" />
      <circle class="mark-review" cx="3" cy="3" r="1.2" />
    </pattern>
    <pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="ground-reject" width="6" height="6" />
      <rect class="mark-reject" width="2" height="6" />
    </pattern>
  </defs>
);

const HALF = 60;

/** How often something was right and wrong: to the right and to the left of a middle; `most` fills a side. */
export const RightWrong: FC<{ right: number; wrong: number; most: number }> = ({ right, wrong, most }) => {
  const length = (n: number) => (n === 0 ? 0 : Math.max(1, round((n * HALF) / Math.max(1, most))));
  return (
    <svg class="bar" width={2 * HALF} height="12" aria-hidden="true">
      <rect class="against" x={HALF - length(wrong)} y="2" width={length(wrong)} height="8" />
      <rect class="for" x={HALF} y="2" width={length(right)} height="8" />
      <line class="axis" x1={HALF} x2={HALF} y1="0" y2="12" />
    </svg>
  );
};
