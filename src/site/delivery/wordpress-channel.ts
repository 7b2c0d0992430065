import type { Settings } from "../../contract/site.ts";
import type { SiteRecord } from "../../contract/site-record.ts";
import type { Status } from "../../core/judging/decision.ts";
import { targetFault } from "../../platform/address.ts";
import type { Address, Channel, Message, Reading } from "./channel.ts";

/** The key with a number, as WordPress has it; undefined: it was revoked. */
type KeyOf = (record: SiteRecord, n: number) => Promise<string | undefined>;

/**
 * The webhook of WordPress' Akismet plugin, which a comment-check names as `callback`: the plugin takes what it is told for Akismet's second
 * thought, and acts on it unless somebody changed the comment's status meanwhile. The key says who is calling.
 */
export function wordPressChannel(keyOf: KeyOf, allowLocal: boolean): Channel {
  return {
    async prepare(message) {
      const address = callbackOf(message, allowLocal);
      if ("fault" in address) return address;
      const key = await keyOf(message.record, message.comment.akismet?.key ?? 0);
      const request = new Request(address.url, {
        method: "POST",
        redirect: "manual",
        headers: { "content-type": "application/json", "user-agent": "Hamlet" },
        body: JSON.stringify({ key, endpoint: "comment-check", comments: commentsOf(message) }),
      });
      return { request };
    },
    read: ({ status, answer }) => read(status, answer),
  };
}

function callbackOf({ record, comment }: Message, allowLocal: boolean): Address {
  const url = comment.akismet?.callback;
  if (url === undefined) return { fault: "WordPress did not say where it wants to hear of it", final: true };
  const key = record.keys.find(({ n }) => n === comment.akismet?.key);
  if (!key || key.revokedAt !== null)
    return { fault: "the key that the comment came with was revoked", final: true };
  const fault = targetFault(url, record.settings, allowLocal);
  return fault === undefined ? { url } : { fault, final: false };
}

/**
 * The plugin finds the comment by its guid, faster with the numbers of its post and of the comment it answers. "Not spam" puts
 * a comment where it was before, which may be pending; the same again approves it. Hamlet's file for WordPress sets the
 * very status.
 */
function commentsOf({ record, comment }: Message) {
  const { post, parent, holds } = comment.akismet ?? {};
  const result = resultOf(comment.status, record.settings, holds === true);
  const told = {
    guid: comment.id,
    result,
    hamlet_status: comment.status,
    ...(post && { comment_post_ID: post }),
    ...(parent && { comment_parent: parent }),
  };
  return result === "false" ? [told, told] : [told];
}

/** The plugin's two words; for what waits again the client may have a third way, and then either word would move it. */
function resultOf(status: Status, { holdAs, mode }: Settings, holds: boolean): string {
  if (status === "published" || mode === "log-only") return "false";
  if (status !== "pending") return "true";
  if (holds) return "pending";
  return String(holdAs === "spam");
}

/** As Hamlet's file for WordPress says it, and as the plugin does in English. */
const GONE = /"hamlet"\s*:\s*"gone"|Could not find matching comment/;

/** 200 with an error for the comment: it is gone there, or not the plugin's to change. That will not be otherwise later. */
function read(status: number, answer: string): Reading {
  if (status === 410 || GONE.test(answer)) return "gone";
  if (status < 200 || status >= 300) return "again";
  return /"status"\s*:\s*"error"/.test(answer) ? "never" : "delivered";
}
