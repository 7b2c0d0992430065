import * as z from "zod";
import { memberLanguages } from "./members.ts";

/** Services that take messages by webhook. "plain" is a host of the site's own, signed as events are. */
export const notifyKinds = ["slack", "discord", "telegram", "plain"] as const;

/** Where and when to tell people that comments wait. */
export const notify = z
  .object({
    kind: z.enum(notifyKinds),
    url: z
      .url({ protocol: /^https?$/, error: "the address that the service gave you" })
      .max(500)
      .meta({
        description: "It is a secret: read back it is cut. The cut address sent again changes nothing.",
      }),
    when: z.enum(["daily", "hourly", "at-once"]).default("daily"),
    hour: z.int().min(0).max(23).default(7).meta({ description: "Of the daily message, UTC." }),
    text: z
      .boolean()
      .default(false)
      .meta({ description: "Also the start of a comment's text and its author." }),
    act: z.boolean().default(false).meta({
      description:
        "Links let whoever opens them decide on that comment, once, for a day, without signing in. Otherwise they lead to sign-in.",
    }),
    buttons: z.boolean().default(false).meta({
      description:
        "Of telegram: under each comment told of stand Approve and Spam, for those who linked their Telegram account; each decides under her own name. Wants `text`. Telegram is told where this Hamlet is.",
    }),
    language: z
      .enum(memberLanguages)
      .optional()
      .meta({ description: "Of the messages and their buttons; default: en." }),
    link: z
      .url({ protocol: /^https?$/ })
      .max(200)
      .optional()
      .meta({ description: "Where this Hamlet is; default: where the request went." }),
  })
  .meta({ id: "Notify" });

export type Notify = z.output<typeof notify>;

/** The same as it is kept: its address cut, and the whole one sealed. Undefined: it was kept by an earlier version, whole. */
export const storedNotify = notify.extend({ sealed: z.string().optional() });

export type StoredNotify = z.output<typeof storedNotify>;

/** A secret-bearing address as it is shown: its host, and its last four characters to know it by. */
export function cutUrl(url: string): string {
  return `${new URL(url).origin}/…${url.slice(-4)}`;
}

/** What people were told of waiting comments. Times in milliseconds since 1970; 0: never, or none. */
export const noticeState = z.object({
  /** When the last message went out, or was given up. */
  at: z.number().default(0),
  /** Arrival of the newest comment that was told of. */
  until: z.number().default(0),
  /** When a failed message is tried again. */
  retry: z.number().default(0),
  tries: z.number().default(0),
  failure: z.string().nullable().default(null),
});

export type NoticeState = Readonly<z.output<typeof noticeState>>;

/** What the buttons under a comment in a message are for: one decision on it as it was then, until a time (milliseconds since 1970). */
export const button = z.object({
  key: z.string(),
  id: z.string(),
  revision: z.number(),
  expires: z.number(),
});

export type Button = Readonly<z.output<typeof button>>;
