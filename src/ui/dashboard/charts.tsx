import type { FC } from "hono/jsx";

/** What becomes of a comment without anybody, and the fills that tell it: by pattern as well as by colour. */
export const OUTCOMES = ["publish", "review", "reject"] as const;

const fills = { publish: undefined, review: "url(#h-wait)", reject: "url(#h-spam)" } as const;

/** Coloured or patterned; by attributes, as no style stands in a page. */
export const fillOf = (outcome: (typeof OUTCOMES)[number]) => {
  const fill = fills[outcome];
  return fill === undefined ? { class: "c-fine" } : { fill };
};

/** The patterns, once on a page. */
export const Patterns: FC = () => (
  <defs>
    <pattern id="h-wait" width="6" height="6" patternUnits="userSpaceOnUse">
      <rect class="c-wait" width="6" height="6" />
      <circle class="c-hole" cx="3" cy="3" r="1.4" />
    </pattern>
    <pattern id="h-spam" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="c-spam" width="6" height="6" />
      <path class="c-gap" d="M0 0v6" stroke-width="2" />
    </pattern>
  </defs>
);

interface Entry {
  readonly outcome: (typeof OUTCOMES)[number];
  readonly label: string;
  readonly count?: string | undefined;
}

/** What the fills stand for. */
export const Legend: FC<{ entries: readonly Entry[] }> = ({ entries }) => (
  <ul class="legend">
    {entries.map(({ outcome, label, count }) => (
      <li>
        <svg width="14" height="12" aria-hidden="true">
          <rect {...fillOf(outcome)} width="14" height="12" rx="2" />
        </svg>
        {label} {count === undefined ? null : <b>{count}</b>}
      </li>
    ))}
  </ul>
);

/** One bar that is shared, in the order given; a sliver is left between the parts. */
export const Share: FC<{ parts: readonly (Entry & { n: number })[] }> = ({ parts }) => {
  const all = parts.reduce((sum, { n }) => sum + n, 0);
  const shown = parts.filter(({ n }) => n > 0);
  const width = 100 - GAP * Math.max(0, shown.length - 1);
  const share = (n: number) => (n / Math.max(1, all)) * width;
  return (
    <svg class="share" aria-hidden="true">
      <Patterns />
      {shown.map(({ outcome, n }, i) => {
        const before = shown.slice(0, i).reduce((sum, one) => sum + share(one.n) + GAP, 0);
        return (
          <rect {...fillOf(outcome)} x={`${round(before)}%`} width={`${round(share(n))}%`} height="12" />
        );
      })}
    </svg>
  );
};

const GAP = 0.4;
const round = (value: number) => Math.round(value * 100) / 100;

/** Bars on each other, of numbers for each of the outcomes. */
export interface Column {
  readonly label: string;
  readonly values: readonly number[];
}

const WIDTH = 900;
const HEIGHT = 140;
/** Of its place a column fills so much. */
const FILLED = 0.67;

/** Columns side by side; what they show is also told by a table. */
export const Columns: FC<{ label: string; columns: readonly Column[]; top: number }> = ({
  label,
  columns,
  top,
}) => {
  const step = WIDTH / Math.max(1, columns.length);
  const height = (n: number) => round((n / Math.max(1, top)) * HEIGHT);
  return (
    <svg
      class="cols"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {[HEIGHT, HEIGHT / 2, 0].map((y) => (
        <path class="c-grid" d={`M0 ${y}h${WIDTH}`} vector-effect="non-scaling-stroke" />
      ))}
      {columns.flatMap(({ values }, i) =>
        values.map((value, part) => {
          const below = values.slice(0, part + 1).reduce((sum, n) => sum + n, 0);
          const outcome = OUTCOMES[part];
          return value === 0 || outcome === undefined ? null : (
            <rect
              {...fillOf(outcome)}
              x={round((i + (1 - FILLED) / 2) * step)}
              y={round(HEIGHT - height(below))}
              width={round(step * FILLED)}
              height={height(value)}
            />
          );
        }),
      )}
    </svg>
  );
};

/** An even number, such as people count in, that is not below another. */
export function niceTop(most: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return (
    [1, 2, 4, 6, 8, 10, 20].map((n) => n * size).find((n) => n >= Math.max(2, most) && n % 2 === 0) ?? most
  );
}
