import * as z from "zod";
import { statuses } from "../core/judging/decision.ts";

/** Comment systems that Hamlet hears and answers in their own way, by the name in the address, with the name that people know. */
export const systems = {
  artalk: "Artalk",
  coral: "Coral",
  cusdis: "Cusdis",
  discourse: "Discourse",
  isso: "Isso",
  remark42: "Remark42",
  waline: "Waline",
  webmention: "webmention.io",
} as const;

export type SystemName = keyof typeof systems;

export const systemNames = Object.keys(systems) as [SystemName, ...SystemName[]];

/** Systems that want a comment's text with each decision on it. */
export const toldWithText: readonly SystemName[] = ["artalk"];

/** What stands in the place of a secret that is there, wherever settings are read. */
export const HIDDEN = "…";

const secret = (what: string) =>
  z
    .string()
    .min(1)
    .max(4096, "at most 2048 characters")
    .nullable()
    .default(null)
    .meta({ description: `${what} Read back it is ${HIDDEN}; ${HIDDEN} sent again changes nothing.` });

/** The comment system that a site's comments come from, where it is not the blog itself that asks. */
export const integration = z
  .object({
    system: z.enum(systemNames),
    endpoint: z
      .url({ protocol: /^https?$/, error: "an https address on one of the site's hosts" })
      .max(500)
      .nullable()
      .default(null)
      .meta({ description: "Where the system is, to be told of decisions; null: it is told nothing." }),
    credential: secret("What opens the system's own API: its page in the documentation says which."),
    secret: secret(
      "What the system proves itself with, where it makes that itself; null: what Hamlet makes, see /receiver.",
    ),
  })
  .meta({ id: "Integration" });

export type Integration = z.output<typeof integration>;

/** An integration as it is shown: no secret of it. */
export function withoutSecrets(integration: Integration | null): Integration | null {
  const hidden = (value: string | null) => (value === null ? null : HIDDEN);
  return (
    integration && {
      ...integration,
      credential: hidden(integration.credential),
      secret: hidden(integration.secret),
    }
  );
}

/** What a comment that came from another system brought for the way back. */
export const systemOrigin = z.object({
  system: z.enum(systemNames),
  /** What the system wants to be told beside the comment's id, sealed. */
  reference: z.string().optional(),
  /** When the system changed the comment last, milliseconds since 1970: what is older comes late. */
  changed: z.number().optional(),
  /** Where the system has it until it is told otherwise, if not where it has all. */
  assumes: z.enum(statuses).optional(),
});

export type SystemOrigin = Readonly<z.output<typeof systemOrigin>>;

/** Where a system posts its comments, and what it proves itself with. */
export const receiver = z
  .object({
    system: z.enum(systemNames),
    address: z.string(),
    secret: z
      .string()
      .nullable()
      .meta({ description: "Made by Hamlet; null: the system has one of its own." }),
  })
  .meta({ id: "Receiver" });

export type Receiver = z.output<typeof receiver>;
