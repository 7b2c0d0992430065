import type { DeployState } from "../contract/deploy.ts";
import type { CommentView } from "../contract/views.ts";
import { akismetCalls } from "./akismet-calls.ts";
import { keyUse } from "./key-use.ts";
import { comment } from "./list.ts";
import { askSite, type Services } from "./services.ts";

/** How far a blog is connected: what was heard of it, and what it heard. */
export interface Connected {
  /** When a key was used last, milliseconds since 1970, and by which client, if it said so. */
  readonly keyAt: number | null;
  readonly client: string | undefined;
  /** The newest comment. */
  readonly comment: CommentView | undefined;
  /** Decisions are sent somewhere; else the blog reads them from the feed. */
  readonly isSent: boolean;
  /** How the calls went that have the blog's pages built again. */
  readonly builds: DeployState;
  /** The newest of the last comments that a person decided on, and the last attempt to tell the blog. */
  readonly decided:
    | {
        readonly at: number;
        /** It is on its way, or was. */
        readonly isUnderway: boolean;
        readonly told?:
          | { readonly at: number; readonly status: number | null; readonly delivered: boolean }
          | undefined;
      }
    | undefined;
}

/** Comments among which one is looked for that somebody decided on. */
const LOOKED_AT = 20;

/** Undefined: there is no such site. */
export async function connected(services: Services, site: string): Promise<Connected | undefined> {
  const [page, use, calls, ways, builds] = await Promise.all([
    askSite(services, site, (object, record) =>
      object.list({ status: "all", sort: "newest", limit: LOOKED_AT }, record),
    ),
    keyUse(services, site),
    akismetCalls(services, site),
    askSite(services, site, (object, record) => object.deliveries(record)),
    askSite(services, site, (object, record) => object.builds(record)),
  ]);
  if (!page || !ways || !builds) return undefined;
  const last = page.items.find((item) => item.decided !== undefined);
  const decided = last && (await toldOf(services, last));
  const [call] = calls?.calls ?? [];
  const times = [...Object.values(use), ...(call ? [call.at] : [])];
  return {
    keyAt: times.length === 0 ? null : Math.max(...times),
    client: call?.client,
    comment: page.items[0],
    isSent: ways.webhook !== null || ways.system !== null || decided?.isUnderway === true,
    builds,
    decided,
  };
}

async function toldOf(services: Services, { site, id, decided }: CommentView): Promise<Connected["decided"]> {
  const detail = await comment(services, site, id);
  const last = detail?.attempts.at(-1);
  return {
    at: decided?.at ?? 0,
    isUnderway: last !== undefined || detail?.delivery !== undefined,
    told: last && { at: last.at, status: last.status, delivered: last.delivered },
  };
}
