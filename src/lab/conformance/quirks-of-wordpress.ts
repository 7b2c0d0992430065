import { check, form, type Quirk } from "./quirk.ts";

const path = "/1.1/comment-check";
const guid = { "x-akismet-guid": /^[0-9a-f]{32}$/ };
const NEWEST = "WordPress/7.1 | Akismet/5.7.2";
/** Seconds that nobody waits for. */
const NEVER = /^\d{9,}$/;

/** A comment without a text waits for a person, whatever the site's settings are. */
const held = { comment_content: " ", comment_author: "" };

/** What the newest plugin for WordPress needs, which ties an answer to its comment by the guid alone. */
export const wordPressQuirks: readonly Quirk[] = [
  {
    what: "what waits is kept pending, and no clock of the plugin's publishes it",
    client: "WordPress, plugin 5.5 and newer",
    send: (target) => ({ path, client: NEWEST, body: check(target, held) }),
    body: "false",
    headers: { ...guid, "x-akismet-recheck-after": NEVER },
  },
  {
    what: "asked again by a moderator, it stays where it is",
    client: "WordPress, plugin 5.5 and newer",
    send: (target) => ({
      path,
      client: NEWEST,
      body: check(target, { ...held, recheck_reason: "recheck_queue", comment_ID: "12" }),
    }),
    body: "false",
    headers: { ...guid, "x-akismet-recheck-after": null },
  },
  {
    what: "asked again by cron without Hamlet's file, it is not published",
    client: "WordPress, plugin 5.5 and newer",
    send: (target) => ({
      path,
      client: NEWEST,
      body: check(target, { ...held, recheck_reason: "retry", comment_ID: "12" }),
    }),
    body: "true",
    headers: guid,
  },
  {
    what: "asked again by cron with it, it is kept pending by the file",
    client: "WordPress with hamlet-akismet.php",
    send: (target) => ({
      path,
      client: `${NEWEST} | Hamlet/1.0.0`,
      body: check(target, { ...held, recheck_reason: "retry", comment_ID: "12" }),
    }),
    body: "false",
    headers: { ...guid, "x-akismet-recheck-after": null },
  },
  {
    what: "a pingback's first question is no comment yet, and no reason to refuse it",
    client: "WordPress, all versions",
    send: (target) => ({
      path,
      client: NEWEST,
      body: check(target, {
        comment_type: "pingback",
        comment_author: "",
        comment_content: "",
        comment_author_url: "https://diary.example/bread",
        akismet_pre_check: "1",
        is_test: "",
      }),
    }),
    body: "false",
    headers: { ...guid, "x-akismet-recheck-after": null },
  },
  {
    what: "a refused key's answer has a guid, too",
    client: "WordPress, plugin 5.3.7 and newer",
    send: (target) => ({
      path,
      client: NEWEST,
      body: form({ api_key: "wrongwrong12", blog: target.blog, user_ip: "203.0.113.9" }),
    }),
    body: "invalid",
    headers: guid,
  },
];
