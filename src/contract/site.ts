import * as z from "zod";
import { entryFault } from "../core/judging/entry.ts";
import { settings as presets } from "../core/judging/policy.ts";
import { deploy, storedDeploy } from "./deploy.ts";
import { formProof, storedFormProof } from "./form-proof.ts";
import { integration } from "./integration.ts";
import { scopes } from "./key-made.ts";
import { notify, storedNotify } from "./notify.ts";
import { siteId } from "./submission.ts";

const host = z
  .string()
  .regex(/^[a-z0-9.-]{1,253}(:\d{1,5})?$/, "a host name in lower case, such as blog.example");
const list = (limit: number) => z.array(z.string().min(1).max(200)).max(limit);
/** Days; 0 = not kept, null = for ever. */
const days = z.int().min(0).max(36_500).nullable();

const fields = {
  name: z.string().min(1).max(100),
  url: z.url({ protocol: /^https?$/, error: "an http or https address" }).nullable(),
  hosts: z.array(host).max(20),
  languages: z
    .array(z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "a language tag such as en or pt-BR"))
    .max(20),
  setting: z.enum(Object.keys(presets) as (keyof typeof presets)[]),
  publishBelow: z.number().min(0).max(1).nullable().meta({
    description: "For comments with something to follow. Overrides the setting; null: the setting's own.",
  }),
  publishBareBelow: z.number().min(0).max(1).nullable().meta({
    description:
      "For comments with nothing to follow. Overrides the setting; null: as publishBelow where that is set, else the setting's own.",
  }),
  rejectAbove: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .meta({ description: "Overrides the setting; null: the setting's own." }),
  holdFirstTimers: z.boolean(),
  holdLinks: z.boolean(),
  holdAbuse: z
    .boolean()
    .meta({ description: "What may be an insult or a threat waits, whatever its score." }),
  holdOlder: z.int().min(1).max(36_500).nullable().meta({
    description: "Comments on posts older than so many days wait; null: a post's age does not matter.",
  }),
  learnDecisions: z
    .boolean()
    .meta({ description: "Approve and spam teach the filter. What was learned before stays." }),
  learnCertain: z.boolean().meta({
    description:
      "The filter also learns, with little weight, from its own sure verdicts that nobody took back for a week.",
  }),
  blocked: list(1000),
  allowed: list(1000),
  own: list(20).meta({
    description: "The blog's own people: names they comment under, and users of the blog's own as id:7.",
  }),
  holdAs: z.enum(["auto", "spam", "ham"]).meta({
    description: "What an Akismet client is told of a held comment; auto: by what it does with spam.",
  }),
  sendDiscard: z.boolean(),
  mode: z.enum(["enforce", "log-only"]),
  personsByKey: z.boolean().meta({
    description: "The site key may export and erase persons, for the blog's own exporter and eraser.",
  }),
  retention: z.object({ spam: days, discarded: days, published: days }),
  webhook: z
    .url({ protocol: /^https?$/, error: "an https address on one of the site's hosts" })
    .nullable()
    .meta({ description: "Where decisions are sent, signed; null: nowhere, the blog reads the feed." }),
  sendHeld: z.boolean().meta({ description: "Also send comment.held." }),
  sendReplies: z.boolean().meta({
    description:
      "Comments can be answered here: what is answered is sent as comment.reply, for the blog to publish.",
  }),
  notify: storedNotify.nullable(),
  mailText: z.boolean().meta({
    description: "Mails to the site's people may hold the start of a comment's text and its author.",
  }),
  mailAct: z.boolean().meta({
    description:
      "Links in mails let whoever opens them decide on that comment, once, for a day, under the name of her whose mail it is. Otherwise they lead to sign-in.",
  }),
  form: z.boolean().meta({
    description:
      "Pages on the site's hosts may post comments to /f/{site}, and anybody may read there what was published of them. Switched on, published comments are kept for ever unless the same change says otherwise.",
  }),
  formProof: storedFormProof.nullable().meta({
    description:
      "What is asked of each comment by the form; one that comes without waits for a person. null: nothing.",
  }),
  markdown: z.boolean().meta({ description: "Comments by the form are written in Markdown." }),
  webmentions: z.boolean().meta({
    description:
      "While the form is on: pages elsewhere may say at /f/{site}/webmention that they link to one of the blog's. They are read, and judged like any comment.",
  }),
  mailReaders: z.boolean().meta({
    description:
      "While the form is on: readers may be told by mail of answers to their comments, once they have confirmed it, and may have themselves erased by a mailed link. Mail to anybody's address wants Cloudflare's paid plan.",
  }),
  deploy: storedDeploy.nullable(),
  integration: integration.nullable().meta({
    description: "The comment system that the comments come from; null: the blog sends them itself.",
  }),
};

/** A site's settings with everything filled in. */
export const settings = z.object(fields).meta({ id: "Settings" });

export type Settings = z.output<typeof settings>;

export const defaults: Omit<Settings, "name"> = {
  url: null,
  hosts: [],
  languages: [],
  setting: "balanced",
  publishBelow: null,
  publishBareBelow: null,
  rejectAbove: null,
  holdFirstTimers: false,
  holdLinks: false,
  holdAbuse: true,
  holdOlder: null,
  learnDecisions: true,
  learnCertain: true,
  blocked: [],
  allowed: [],
  own: [],
  holdAs: "auto",
  sendDiscard: true,
  mode: "enforce",
  personsByKey: false,
  retention: { spam: 15, discarded: 30, published: 90 },
  webhook: null,
  sendHeld: false,
  sendReplies: false,
  notify: null,
  mailText: false,
  mailAct: false,
  form: false,
  formProof: null,
  markdown: false,
  webmentions: false,
  mailReaders: false,
  deploy: null,
  integration: null,
};

/** Entries that can be met: of a stored list one that cannot does no harm. */
const entries = z
  .array(
    z
      .string()
      .min(1)
      .max(200)
      .superRefine((entry, context) => {
        const fault = entryFault(entry);
        if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
      }),
  )
  .max(1000);

export const settingsPatch = z
  .object({
    ...fields,
    blocked: entries,
    allowed: entries,
    notify: notify.nullable().meta({ description: "Tells people that comments wait; null: nobody." }),
    formProof: formProof.nullable(),
    deploy: deploy
      .nullable()
      .meta({ description: "Has the blog's pages built again; null: nothing is called." }),
  })
  .partial()
  .meta({ id: "SettingsPatch" });

export type SettingsPatch = z.output<typeof settingsPatch>;

export const siteRequest = settingsPatch.extend({ id: siteId }).meta({ id: "SiteRequest" });

export type SiteRequest = z.output<typeof siteRequest>;

const key = z
  .object({
    n: z.int(),
    scope: z.enum(scopes),
    createdAt: z.string(),
    /** Generations older than the newest two are revoked by themselves. */
    revokedAt: z.string().nullable(),
  })
  .meta({ id: "Key" });

export const site = z
  .object({ id: siteId, createdAt: z.string(), settings, keys: z.array(key) })
  .meta({ id: "Site" });

export type SiteView = z.output<typeof site>;

/** A site with its secrets: answered once, when they are made. */
export const siteWithSecrets = site
  .extend({
    key: z.string().meta({ description: "The site key; shown now and never again." }),
    intakeSecret: z.string().meta({ description: "Signs submissions (Standard Webhooks)." }),
    deliverySecret: z.string().meta({ description: "Verifies what Hamlet sends (Standard Webhooks)." }),
  })
  .meta({ id: "SiteWithSecrets" });

export type SiteWithSecrets = z.output<typeof siteWithSecrets>;
