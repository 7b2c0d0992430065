import type { LaterOnes } from "../../contract/wave-rule.ts";
import { type LanguageTag, languages } from "../messages/messages.ts";
import { dayText } from "../parts/words.tsx";

/** What became of the wish that later ones of a wave be decided, too, in words. */
export function laterText(tag: LanguageTag, later: LaterOnes): string {
  const { waves } = languages[tag].messages;
  if ("until" in later) return waves.until(dayText(tag, later.until));
  return later.refused === "full" ? waves.full : waves.nothing;
}
