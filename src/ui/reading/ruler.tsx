import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";
import { useProbability } from "../parts/words.tsx";
import type { Limits } from "./why.ts";

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
