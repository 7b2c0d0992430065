import type { Preview } from "../../contract/preview.ts";
import type { Setting } from "../../core/judging/policy.ts";

/** What an owner could change, by what it would have meant for her newest comments. */
export type Advice =
  /** Another setting shows her fewer, at hardly any more mistakes. */
  | {
      readonly kind: "fewer";
      readonly setting: Setting;
      readonly comments: number;
      readonly now: number;
      readonly later: number;
      /** More spam published, and more good ones stopped. */
      readonly spam: number;
      readonly good: number;
    }
  | { readonly kind: "none"; readonly comments: number }
  /** Too few comments to tell. */
  | { readonly kind: "few" };

/** Below this a preview tells of chance. */
const LEAST = 20;
/** Comments that must be spared for each mistake more. */
const FOR_A_SLIP = 10;

/** The named setting that shows fewest, of those whose mistakes are few beside what it spares. */
export function adviceOf(previews: Readonly<Record<Setting, Preview>>): Advice {
  const { comments } = previews.balanced;
  if (comments < LEAST) return { kind: "few" };
  const found = (Object.keys(previews) as Setting[])
    .map((setting) => ({ setting, ...meant(previews[setting]) }))
    .filter(({ now, later, spam, good }) => later < now && now - later >= FOR_A_SLIP * (spam + good))
    .sort((a, b) => a.later - b.later || a.spam + a.good - b.spam - b.good)[0];
  return found ? { kind: "fewer", comments, ...found } : { kind: "none", comments };
}

const meant = ({ seen, spamPublished, hamRejected }: Preview) => ({
  now: seen.now,
  later: seen.then,
  spam: Math.max(0, spamPublished.then - spamPublished.now),
  good: Math.max(0, hamRejected.then - hamRejected.now),
});
