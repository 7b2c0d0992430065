import { type SystemOrigin, systems as titles } from "../../contract/integration.ts";
import type { Attempt } from "../../contract/outgoing.ts";
import type { SiteRecord } from "../../contract/site-record.ts";
import { targetFault } from "../../contract/target.ts";
import type { Status } from "../../core/judging/decision.ts";
import type { Call, Outward, Subject } from "../../systems/system.ts";
import { assumedOf, isTold, ownIdOf, systems } from "../../systems/systems.ts";
import type { Channel, Message, Prepared } from "./channel.ts";

/** A secret that was sealed for a site; undefined: it cannot be read any more. */
export type Unseal = (record: SiteRecord, sealed: string) => Promise<string | undefined>;

/**
 * The comment system that a comment came from, told in its own way: by its API, at the address that the owner registered and
 * nowhere else. It is told what it does not have yet; what cannot be done there is a dead letter that says so.
 */
export function systemChannel(unseal: Unseal, allowLocal: boolean): Channel {
  return {
    prepare: (message) => prepare(message, unseal, allowLocal),
    read: (reply, { comment }) =>
      (comment.origin && systems[comment.origin.system].outward?.read(reply)) ?? "never",
  };
}

async function prepare(message: Message, unseal: Unseal, allowLocal: boolean): Promise<Prepared> {
  const { record, comment, attempts } = message;
  const { integration } = record.settings;
  const { origin } = comment;
  const outward = origin && systems[origin.system].outward;
  if (!origin || !outward || !integration?.endpoint || !isTold(integration, origin.system))
    return { fault: "the site is not connected any more to where the comment came from", final: true };
  const title = titles[origin.system];
  if (!isAsked(message) && isThere(outward, origin, attempts, comment.status))
    return { known: `${title} has it as ${outward.stateOf(comment.status)}` };
  const subject = await subjectOf(message, origin, outward, unseal);
  if (typeof subject === "string") return { fault: `${title}: ${subject}`, final: false };
  const call = outward.call(subject);
  if (typeof call === "string") return { fault: call, final: true };
  const request = requestOf(integration.endpoint, call);
  const fault = targetFault(request.url, record.settings, allowLocal);
  return fault === undefined ? { request } : { fault, final: false };
}

/** Somebody asks for it to be told again, whatever it has. */
const isAsked = ({ event }: Message): boolean => event.decision === null && event.actor !== "Hamlet";

/** Whether the system surely has the comment in the state of a status: the last that it took says so, or none was tried. */
function isThere(
  { stateOf }: Outward,
  origin: SystemOrigin,
  attempts: readonly Attempt[],
  status: Status,
): boolean {
  const last = attempts.findLast(({ told }) => told !== undefined);
  if (last && !last.delivered) return false;
  const had = last?.told ?? assumedOf(origin);
  return had !== "answer" && stateOf(had) === stateOf(status);
}

async function subjectOf(
  { record, comment }: Message,
  origin: SystemOrigin,
  { isOpen }: Outward,
  unseal: Unseal,
): Promise<Subject | string> {
  const sealed = record.settings.integration?.credential ?? null;
  if (sealed === null && !isOpen) return "the credential for its API is missing";
  const credential = sealed === null ? "" : await unseal(record, sealed);
  const { reference } = origin;
  const opened = reference === undefined ? undefined : await unseal(record, reference);
  if (credential === undefined || (reference !== undefined && opened === undefined))
    return "its secrets cannot be read with this HAMLET_SECRET; enter them again";
  const { content, post, parent } = comment.comment;
  return {
    id: ownIdOf(origin.system, comment.id),
    status: comment.status,
    post: post.url,
    parent: parent?.id,
    content,
    reference: opened,
    credential,
  };
}

function requestOf(endpoint: string, { method, path, headers, json }: Call): Request {
  return new Request(`${endpoint.replace(/[?#].*$/, "").replace(/\/+$/, "")}${path}`, {
    method,
    redirect: "manual",
    headers: {
      ...(json && { "content-type": "application/json" }),
      "user-agent": "Hamlet",
      ...headers,
    },
    ...(json && { body: JSON.stringify(json) }),
  });
}
