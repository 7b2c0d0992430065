import { useContext } from "hono/jsx";
import type { AlreadyDecided } from "../../contract/decision.ts";
import { type LanguageTag, languages, PageLanguage } from "../messages/messages.ts";
import { ago, doerText } from "./words.tsx";

/** Why a decision was not taken. */
export interface Refused {
  readonly reason: "unknown_comment" | "nothing_to_undo" | "already_decided" | "unavailable";
  readonly standing?: AlreadyDecided | undefined;
}

/** The reason in words: of a decision that somebody took before, whose and how long ago. */
export function refusalText(tag: LanguageTag, { reason, standing }: Refused, now: number): string {
  const { queue, words } = languages[tag].messages;
  switch (reason) {
    case "unknown_comment":
      return queue.gone;
    case "nothing_to_undo":
      return queue.nothingToUndo;
    case "unavailable":
      return queue.unavailable;
    case "already_decided": {
      const { decision, by, at, key } = standing ?? {};
      if (!decision || !by || !at) return queue.changed;
      return queue.standing409(
        words.done[decision],
        ago(tag, Date.parse(at), now),
        doerText(tag, { by, key }),
      );
    }
  }
}

/** The same in a component. */
export function useRefusal(): (refused: Refused) => string {
  const { tag } = useContext(PageLanguage);
  return (refused) => refusalText(tag, refused, Date.now());
}
