import * as z from "zod";
import { settings, site } from "./site.ts";
import { siteId } from "./submission.ts";

const address = z.url({ protocol: /^https?$/, error: "an http or https address" }).max(2048);

/** A blog asks for its key with a one-time code. */
export const connectRequest = z
  .object({
    code: z
      .string()
      .regex(/^[A-Za-z0-9]{4}-?[A-Za-z0-9]{4}$/, "a code such as ABCD-EFGH")
      .meta({ example: "ABCD-EFGH" }),
    name: z.string().max(1000).default("").meta({ description: "The blog's name." }),
    url: address.meta({ description: "The blog's address." }),
    events: address
      .optional()
      .meta({ description: "Where it wants to hear of decisions; taken if its host is the site's own." }),
  })
  .meta({ id: "ConnectRequest" });

export type ConnectRequest = z.output<typeof connectRequest>;

/** What a blog gets for its code. */
export const connected = z
  .object({
    site: siteId,
    key: z.string().meta({ description: "The site key." }),
    deliverySecret: z.string().meta({ description: "Verifies what Hamlet sends (Standard Webhooks)." }),
    webhook: settings.shape.webhook.meta({
      description: "Where decisions are sent; null: nowhere, the blog reads the feed.",
    }),
  })
  .meta({ id: "Connected" });

export type Connected = z.output<typeof connected>;

/** What a site's own key may see of its site. */
export const ownView = site
  .pick({ id: true })
  .extend({
    settings: settings.pick({
      name: true,
      url: true,
      hosts: true,
      languages: true,
      mode: true,
      webhook: true,
      personsByKey: true,
    }),
  })
  .meta({ id: "OwnSite" });
