import { check, form, type Quirk } from "./quirk.ts";

const path = "/1.1/comment-check";
const guid = { "x-akismet-guid": /^[0-9a-f]{32}$/ };
const THANKS = "Thanks for making the web a better place.";

/** What is answered: triggers, flags, missing fields, reports. */
export const answerQuirks: readonly Quirk[] = [
  ...[
    ["comment_author", "akismet-guaranteed-spam", "the current documentation, the SDK"],
    ["comment_author", "viagra-test-123", "SilverStripe, the older documentation"],
    ["comment_author_email", "akismet-guaranteed-spam@example.com", "the SDK's tests"],
  ].map(
    ([field, value, client]): Quirk => ({
      what: `${field} ${value} is spam`,
      client: client as string,
      send: (target) => ({ path, body: check(target, { [field as string]: value as string }) }),
      body: "true",
      headers: { ...guid, "x-akismet-pro-tip": null, "x-hamlet-reasons": /^[\x20-\x7e]+$/ },
    }),
  ),
  ...["administrator", "administrator,super_admin"].map(
    (user_role): Quirk => ({
      what: `the role ${user_role} is never spam, not even with a trigger`,
      client: "WordPress, the documentation",
      send: (target) => ({
        path,
        body: check(target, { user_role, comment_author: "akismet-guaranteed-spam" }),
      }),
      body: "false",
      headers: { ...guid, "x-akismet-recheck-after": null },
    }),
  ),
  {
    what: "comment_user_role and comment_permalink are user_role and permalink",
    client: "rakismet",
    send: (target) => ({
      path,
      body: check(target, {
        comment_user_role: "administrator",
        comment_permalink: `${target.blog}/tides`,
        comment_author: "akismet-guaranteed-spam",
      }),
    }),
    body: "false",
  },
  ...["1", "true", "True"].map(
    (is_test): Quirk => ({
      what: `is_test=${is_test} with test_discard is told to be discarded`,
      client: "jonahb/akismet, the older documentation; python-akismet writes True",
      send: (target) => ({
        path,
        body: check(target, { is_test, test_discard: "1", comment_author: "akismet-guaranteed-spam" }),
      }),
      body: "true",
      headers: { ...guid, "x-akismet-pro-tip": "discard" },
    }),
  ),
  {
    what: "a check without a blog names the field",
    client: "gothick/php-akismet",
    send: (target) => ({ path, body: check(target, { blog: "" }) }),
    body: "Missing required field: blog.",
    headers: { "x-akismet-debug-help": 'Empty "blog" value' },
  },
  {
    what: "a check without an address names the field",
    client: "gothick/php-akismet",
    send: (target) => ({ path, body: check(target, { user_ip: "" }) }),
    body: "Missing required field: user_ip.",
  },
  {
    what: "user_agent may be missing, and all else may be empty",
    client: "akismet.py, the SDK",
    send: ({ key, blog }) => ({
      path,
      body: form({ api_key: key, blog, user_ip: "2001:db8::1", is_test: "1" }),
    }),
    body: /^(?:true|false)$/,
  },
  {
    what: "an address that is none is no reason to fail",
    client: "blogs behind a proxy",
    send: (target) => ({ path, body: check(target, { user_ip: "unknown, 10.0.0.1" }) }),
    body: /^(?:true|false)$/,
  },
  {
    what: "kinds of comments that nobody knows are comments",
    client: "WordPress with other plugins",
    send: (target) => ({ path, body: check(target, { comment_type: "product_review" }) }),
    body: /^(?:true|false)$/,
  },
  {
    what: "content_type is comment_type",
    client: "Discourse",
    send: (target) => ({ path, body: check(target, { content_type: "forum-post" }) }),
    body: /^(?:true|false)$/,
  },
  {
    what: "classify=1 is answered with a classification",
    client: "the PHP SDK 1.5.0",
    send: (target) => ({
      path,
      body: check(target, { classify: "1", comment_author: "akismet-guaranteed-spam" }),
    }),
    body: "true",
    headers: { "x-akismet-classification": "spam" },
  },
  ...["akismet_api_honeypot_field", "hidden_honeypot_field"].map(
    (name, i): Quirk => ({
      what: `something in ${name}, which honeypot_field_name names, speaks for spam`,
      client: ["akismet-api", "omines/akismet"][i] as string,
      send: (target) => ({
        path,
        body: check(target, { honeypot_field_name: name, [name]: "filled", comment_content: "Hello" }),
      }),
      body: /^(?:true|false)$/,
      headers: { "x-hamlet-reasons": /honeypot \+7/ },
    }),
  ),
  ...["submit-spam", "submit-ham"].map(
    (call): Quirk => ({
      what: `${call} is thanked for, though the comment was never checked`,
      client: "all",
      send: (target) => ({ path: `/1.1/${call}`, body: check(target, { reporter: "anna" }) }),
      body: THANKS,
    }),
  ),
  {
    what: "a report without an address is taken",
    client: "WordPress, whose copy ends after 15 days",
    send: (target) => ({ path: "/1.1/submit-ham", body: check(target, { user_ip: "" }) }),
    body: THANKS,
  },
];
