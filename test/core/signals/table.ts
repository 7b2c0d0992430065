import { describe, expect, it } from "vitest";
import type { Comment } from "../../../src/core/comment.ts";
import type { Policy } from "../../../src/core/judging/policy.ts";
import type { History } from "../../../src/core/memory/history.ts";
import { read } from "../../../src/core/reading/subject.ts";
import type { Finding, FittedSignal, Group, PriorSignal } from "../../../src/core/signals/signal.ts";
import { aComment, aHistory, aPolicy } from "../a-comment.ts";

/** A comment, or its text. */
type Example = string | Partial<Comment>;

/** The site the comment came to; its host is blog.example. History undefined: the site could not be asked. */
interface World {
  readonly policy?: Partial<Policy>;
  readonly history?: Partial<History> | undefined;
}

interface Table {
  /** What models and verdicts store of the signal, and what a prior is worth. */
  readonly is: { readonly name: string; readonly group: Group; readonly points?: number };
  readonly finds: readonly (readonly [why: string, example: Example, finding: Finding, world?: World])[];
  /** What must not match: the look-alikes. */
  readonly passes: readonly (readonly [why: string, example: Example, world?: World])[];
  /** Why a prior cannot run; undefined: it can. */
  readonly missing?: readonly (readonly [
    why: string,
    example: Example,
    reason: string | undefined,
    world?: World,
  ])[];
}

function given(example: Example, world: World = {}) {
  const policy = aPolicy({ hosts: ["blog.example"], ...world.policy });
  const comment = aComment(typeof example === "string" ? { content: example } : example);
  const known = "history" in world ? world.history : {};
  return { subject: read(comment, policy.hosts), history: known && aHistory(known), policy };
}

/** A signal's table: every finding is compared whole. */
export function table(signal: FittedSignal | PriorSignal, { is, finds, passes, missing = [] }: Table): void {
  const found = (example: Example, world?: World) => {
    const { subject, history, policy } = given(example, world);
    return (signal as PriorSignal).detect(subject, history, policy);
  };

  describe(signal.name, () => {
    it("is what models and verdicts know it as", () => {
      const { name, group } = signal;
      expect("points" in signal ? { name, group, points: signal.points } : { name, group }).toEqual(is);
    });

    for (const [why, example, finding, world] of finds)
      it(`finds: ${why}`, () => expect(found(example, world)).toEqual(finding));

    for (const [why, example, world] of passes)
      it(`passes: ${why}`, () => expect(found(example, world)).toBeUndefined());

    for (const [why, example, reason, world] of missing)
      it(`says whether it can run: ${why}`, () => {
        const { subject, history } = given(example, world);
        expect((signal as PriorSignal).missing?.(subject, history)).toBe(reason);
      });
  });
}
