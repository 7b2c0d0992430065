import { type SystemOrigin, systems as titles } from "../../contract/integration.ts";
import type { SiteRecord } from "../../contract/site-record.ts";
import { targetFault } from "../../platform/address.ts";
import type { Call, Outward, Subject } from "../../systems/system.ts";
import { assumedOf, isTold, ownIdOf, systems } from "../../systems/systems.ts";
import { exchange } from "./attempts.ts";
import type { Channel, Message, Prepared } from "./channel.ts";

interface Means {
  /** A secret that was sealed for a site; undefined: it cannot be read any more. */
  readonly unseal: (record: SiteRecord, sealed: string) => Promise<string | undefined>;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly allowLocal: boolean;
}

/** Bytes of an answer in which a comment is looked for. */
const MOST_LISTED = 1_000_000;

/**
 * The comment system that a comment came from, told in its own way: by its API, at the address that the owner registered and
 * nowhere else. It is told what it does not have yet; what cannot be done there is a dead letter that says so.
 */
export function systemChannel(means: Means): Channel {
  return {
    prepare: (message) => prepare(message, means),
    read: (reply, { comment }) =>
      (comment.origin && systems[comment.origin.system].outward?.read(reply)) ?? "never",
  };
}

async function prepare(message: Message, means: Means): Promise<Prepared> {
  const { record, comment } = message;
  const { integration } = record.settings;
  const { origin } = comment;
  const outward = origin && systems[origin.system].outward;
  if (!origin || !outward || !integration?.endpoint || !isTold(integration, origin.system))
    return { fault: "the site is not connected any more to where the comment came from", final: true };
  const title = titles[origin.system];
  if (!isAsked(message) && isThere(outward, origin, message))
    return { known: `${title} has it as ${outward.stateOf(comment.status)}` };
  const subject = await subjectOf(message, origin, outward, means);
  if (typeof subject === "string") return { fault: `${title}: ${subject}`, final: false };
  const fault = targetFault(integration.endpoint, record.settings, means.allowLocal);
  if (fault !== undefined) return { fault, final: false };
  const named = await found(integration.endpoint, outward, subject, means);
  if (!named) return { fault: `${title} does not show the comment among its newest`, final: false };
  const call = outward.call(named);
  return typeof call === "string"
    ? { fault: call, final: true }
    : { request: requestOf(integration.endpoint, call), secrets: secretsOf(subject) };
}

/** Tokens and keys are in one piece; the rest of what a system wants to hear again, such as a page's name, is in JSON. */
const secretsOf = ({ credential, reference = "" }: Subject): string[] => [
  credential,
  ...(reference.startsWith("[") ? [] : [reference]),
];

/** The subject with what names it there, if that has to be asked for; undefined: it was not found. */
async function found(
  endpoint: string,
  { find }: Outward,
  subject: Subject,
  { fetch }: Means,
): Promise<Subject | undefined> {
  if (!find) return subject;
  const { answer } = await exchange(fetch, requestOf(endpoint, find.call(subject)), Date.now, MOST_LISTED);
  const reference = find.found(jsonOf(answer), subject);
  return reference === undefined ? undefined : { ...subject, reference };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Somebody asks for it to be told again, whatever it has. */
const isAsked = ({ event }: Message): boolean => event.decision === null && event.actor !== "Hamlet";

/** Whether the system surely has the comment in the state of a status: the last that it took says so, or none was tried. */
function isThere({ stateOf }: Outward, origin: SystemOrigin, { attempts, event, comment }: Message): boolean {
  const last = attempts.findLast(({ told }) => told !== undefined);
  if (last && !last.delivered) return false;
  const assumed = assumedOf(origin);
  const had = last?.told ?? (assumed === "answer" ? event.before : assumed);
  return stateOf(had) === stateOf(comment.status);
}

async function subjectOf(
  { record, comment }: Message,
  origin: SystemOrigin,
  { isOpen }: Outward,
  { unseal }: Means,
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
