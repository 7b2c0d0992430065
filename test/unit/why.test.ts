import { describe, expect, it } from "vitest";
import type { QueueItem } from "../../src/contract/views.ts";
import type { PolicyHit } from "../../src/core/judging/verdict.ts";
import type { LanguageTag } from "../../src/ui/messages/messages.ts";
import { whyOf } from "../../src/ui/reading/why.tsx";
import { NOW } from "../clock.ts";

const spread: PolicyHit = {
  rule: "links to small-shop.example, which nobody here approved, as 12 others did within a day",
  effect: "hold",
  kind: "spread",
  spread: { domain: "small-shop.example", others: 12 },
};
const link: PolicyHit = { rule: "holds a link", effect: "hold", kind: "link" };

const item = (...policy: readonly PolicyHit[]) =>
  ({
    status: "pending",
    decided: undefined,
    group: undefined,
    verdict: { probability: 0.01, policy },
  }) as never as QueueItem;
const limits = { publishBelow: 0.02, rejectAbove: 0.99 };
const why = (tag: LanguageTag, ...policy: readonly PolicyHit[]) => whyOf(tag, item(...policy), limits, NOW);

describe("why a comment waits whose link others brought, too", () => {
  it.each<[LanguageTag, string, string]>([
    [
      "en",
      "12 others link there, too",
      "Waits because *12 others* linked to *small-shop.example* within a day, and nobody here approved of it yet. Approve one, and it is known.",
    ],
    [
      "de",
      "12 andere verlinken dasselbe",
      "Wartet, weil innerhalb eines Tages *12 andere* auf *small-shop.example* verlinkten und hier noch niemand das freigegeben hat. Geben Sie einen frei, und es ist bekannt.",
    ],
    [
      "ar",
      "ربط به 12 من الآخرين",
      "ينتظر لأن *12 من الآخرين* ربطوا بالنطاق *small-shop.example* خلال يوم، ولم يقبله أحد هنا بعد. اقبل واحدًا فيصير معروفًا.",
    ],
  ])("is said in %s, with the domain and how many", (tag, short, sentence) => {
    expect(why(tag, spread)).toEqual({ short, sentence });
  });

  it("is told before the owner's wish to see links", () => {
    expect(why("en", link, spread).short).toBe("12 others link there, too");
  });
});
