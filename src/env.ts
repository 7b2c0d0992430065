import * as z from "zod";
import { keyPattern } from "./secrets/site-secrets.ts";

declare global {
  interface Env {
    /** Sends mail, where the owner has set it up. */
    readonly MAIL?: SendEmail;
  }
}

const secrets = z.object({
  ADMIN_TOKEN: z.string("is missing").min(32, "must have at least 32 characters"),
  HAMLET_SECRET: z.string("is missing").min(32, "must have at least 32 characters"),
  /** Whom mails come from, where this Hamlet sends any. */
  MAIL_FROM: z.email("must be a mail address").optional(),
  /** Reads /metrics and nothing else. */
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  /** The team of Cloudflare Access that stands in front, and the audience of its application: both, or neither. */
  ACCESS_TEAM: z
    .string()
    .regex(
      /^https:\/\/[a-z0-9-]+\.cloudflareaccess\.com$|^http:\/\/(?:localhost|127\.0\.0\.1):\d+$/,
      "must be https://<team>.cloudflareaccess.com",
    )
    .optional(),
  ACCESS_AUDIENCE: z.string().min(16, "must be the application's audience tag").optional(),
  /** Where Turnstile's answers are verified, if not at Cloudflare's; only in .dev.vars. */
  TURNSTILE_VERIFY: z
    .string()
    .regex(/^http:\/\/(?:localhost|127\.0\.0\.1):\d+\//, "must be an address of this machine")
    .optional(),
  /** The demo site's key; only in .dev.vars. */
  DEMO_SITE_KEY: z.string().regex(keyPattern, "must be 12 characters of a-z and 0-9").optional(),
  /** Lets events go to http and to this machine; only in .dev.vars. */
  ALLOW_LOCAL_TARGETS: z.stringbool().default(false),
});

export type Secrets = z.output<typeof secrets>;

type Configuration =
  | { readonly ok: true; readonly secrets: Secrets }
  | { readonly ok: false; readonly faults: readonly string[] };

/** One isolate is given the same environment with each request. */
const checked = new WeakMap<Env, Configuration>();

/** The secrets, checked once; or a sentence for each that is missing or unfit. Never tells a secret's value. */
export function configuration(env: Env): Configuration {
  const known = checked.get(env) ?? check(env);
  checked.set(env, known);
  return known;
}

function check(env: Env): Configuration {
  const parsed = secrets.safeParse(env);
  if (parsed.success) return { ok: true, secrets: parsed.data };
  return {
    ok: false,
    faults: parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`),
  };
}
