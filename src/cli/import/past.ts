import type * as z from "zod";
import type { ImportLine } from "../../contract/import.ts";
import { sentSubmission, type submission } from "../../contract/submission.ts";

/** A comment as `/v1` takes it. */
type Told = z.input<typeof submission>;

/** What a comment was taken for in its old system. */
type PastLabel = ImportLine["label"];

/** A comment of a history. `by`: a person's judgement teaches, that of the old system's own filter hardly. */
export interface Past {
  /** Its id in the system it comes from. */
  readonly id: string;
  readonly label: PastLabel;
  readonly by: "person" | "filter";
  /** Undefined: another Hamlet tells what it knows of one whose text is gone. */
  readonly comment?: Told | undefined;
  /** Of another Hamlet's line: where it had the comment from, and what it knows. */
  readonly source?: string | undefined;
  readonly lesson?: ImportLine["lesson"];
  readonly domain?: ImportLine["domain"];
  readonly wave?: ImportLine["wave"];
}

/** What was left out, and why: a reason that many comments share. */
export interface LeftOut {
  readonly leftOut: string;
}

export type Read = Past | LeftOut;

/** Fields that a comment can do without: whatever an old system left in them that `/v1` refuses is dropped. */
const DISPENSABLE: readonly (readonly [keyof Told, string?])[] = [
  ["author", "ip"],
  ["author", "email"],
  ["author", "id"],
  ["author", "role"],
  ["post", "url"],
  ["parent", "id"],
  ["language"],
  ["submittedAt"],
];

/**
 * A comment of a history from what a file says, as loosely as it says it: empty and null are absent, a network address may
 * carry a port, fields that `/v1` would refuse are dropped. Left out is what has no text or no id.
 */
export function pastOf(id: unknown, label: PastLabel, by: Past["by"], comment: Loose<Told>): Read {
  const key = typeof id === "number" ? String(id) : typeof id === "string" ? id.trim() : "";
  if (key === "" || key.length > 128) return { leftOut: "without an id of at most 128 characters" };
  if (typeof comment.content !== "string" || comment.content.trim() === "")
    return { leftOut: "without a text" };
  const told = accepted(comment);
  return told === undefined ? { leftOut: "not understood" } : { id: key, label, by, comment: told };
}

/** The same fields, each of which may hold what a file happens to say. */
type Loose<T> = {
  readonly [K in keyof T]?: T[K] extends object | undefined ? Loose<NonNullable<T[K]>> | undefined : unknown;
};

function accepted(comment: Loose<Told>): Told | undefined {
  let candidate = present(comment) as Record<string, unknown>;
  for (let tries = 0; tries <= DISPENSABLE.length; tries++) {
    const parsed = sentSubmission.safeParse(candidate);
    if (parsed.success) return defined(parsed.data) as Told;
    const wrong = parsed.error.issues.map(({ path }) => path);
    const drop = DISPENSABLE.find(([field, inner]) =>
      wrong.some(([first, second]) => first === field && (inner === undefined || second === inner)),
    );
    if (drop === undefined) return undefined;
    candidate = without(candidate, drop);
  }
  return undefined;
}

function without(value: Record<string, unknown>, [field, inner]: readonly [string, string?]) {
  const { [field]: taken, ...rest } = value;
  if (inner === undefined || typeof taken !== "object" || taken === null) return rest;
  const { [inner]: _, ...left } = taken as Record<string, unknown>;
  return { ...rest, [field]: left };
}

/** The same without what says nothing. */
function present(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, inner]) => [name, present(inner)] as const)
      .filter(([, inner]) => inner !== undefined && inner !== null && inner !== ""),
  );
}

/** The same without undefined and without empty objects: what is sent and kept is short. */
function defined(value: object): object {
  return Object.fromEntries(
    Object.entries(value)
      .map(
        ([name, inner]) =>
          [
            name,
            typeof inner === "object" && inner !== null && !Array.isArray(inner) ? defined(inner) : inner,
          ] as const,
      )
      .filter(
        ([name, inner]) =>
          inner !== undefined &&
          name !== "test" &&
          !(typeof inner === "object" && Object.keys(inner).length === 0),
      ),
  );
}
