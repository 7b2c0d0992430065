import * as z from "zod";

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
    link: z
      .url({ protocol: /^https?$/ })
      .max(200)
      .optional()
      .meta({ description: "Where this Hamlet is; default: where the request went." }),
  })
  .meta({ id: "Notify" });

export type Notify = z.output<typeof notify>;

/** A secret-bearing address as it is shown: its host, and its last four characters to know it by. */
export function cutUrl(url: string): string {
  return `${new URL(url).origin}/…${url.slice(-4)}`;
}

/** A cut address sent back stands for the one that was cut. */
export function withUrl(notify: Notify, before: Notify | null): Notify {
  return before && notify.url === cutUrl(before.url) ? { ...notify, url: before.url } : notify;
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
