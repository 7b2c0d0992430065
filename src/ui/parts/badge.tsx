import type { FC } from "hono/jsx";
import type { Verdict } from "../../core/judging/verdict.ts";
import { useMessages } from "../messages/messages.ts";
import { Icon } from "./icon.tsx";
import { useProbability } from "./words.tsx";

export type Band = "fine" | "unsure" | "spam" | "abuse";

const LIKELY_SPAM = 0.75;
const LIKELY_FINE = 0.25;

/** What the filter thinks, in one of four. What may be abuse is never called fine: that it is no spam says nothing of it. */
export function bandOf({ probability, abuse }: Pick<Verdict, "probability" | "abuse">): Band {
  if (probability >= LIKELY_SPAM) return "spam";
  if (abuse.flagged) return "abuse";
  return probability > LIKELY_FINE ? "unsure" : "fine";
}

/** The same as a shape, a word and a colour; with the figure where there is room. */
export const Badge: FC<{ verdict: Verdict; figure?: boolean }> = ({ verdict, figure }) => {
  const { words } = useMessages();
  const percent = useProbability();
  const band = bandOf(verdict);
  return (
    <span class={`badge ${band}`}>
      <Icon name={`b-${band}`} />
      {words.bands[band]}
      {figure ? <span class="num"> · {words.spamShare(percent(verdict.probability))}</span> : null}
    </span>
  );
};
