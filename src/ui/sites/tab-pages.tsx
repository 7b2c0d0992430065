import type { AppContext } from "../../context.ts";
import type { Preview } from "../../contract/preview.ts";
import type { SiteView } from "../../contract/site.ts";
import { settings as presets, type Setting } from "../../core/judging/policy.ts";
import { countFreed } from "../../service/bring-back.ts";
import { codeAgain } from "../../service/connect.ts";
import { connected } from "../../service/connected.ts";
import { compared } from "../../service/insight.ts";
import { keyUse } from "../../service/key-use.ts";
import { erasuresAsked, readersState } from "../../service/readers.ts";
import { refusals } from "../../service/refusals.ts";
import { findSite } from "../../service/sites.ts";
import { waveRules } from "../../service/waves.ts";
import type { FieldError } from "../parts/field-errors.tsx";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import { DataPage } from "./data-page.tsx";
import { FilterPage } from "./filter-page.tsx";
import { ListsPage } from "./lists-page.tsx";
import type { Tested } from "./live-check.tsx";
import type { Previews } from "./preview.tsx";
import { filterPreviews } from "./previews-of.ts";
import type { Sent } from "./settings-fields.tsx";
import type { Group } from "./settings-form.ts";
import { codeFor, takeAllowed } from "./shown-once.ts";
import type { SiteTab } from "./site-frame.tsx";
import type { Back } from "./told.tsx";
import { WirePage } from "./wire-page.tsx";

/** On which tab a group of settings stands. */
export const tabOf = {
  limits: "filter",
  holds: "filter",
  learning: "filter",
  mode: "filter",
  lists: "lists",
  blog: "connection",
  sending: "connection",
  akismet: "connection",
  form: "connection",
  readers: "connection",
  deploy: "connection",
  webmentions: "connection",
  replies: "connection",
  keeping: "data",
} as const satisfies Record<Group, SiteTab>;

/** What a page of settings shows beside them: what came of a form. */
export interface Shown {
  readonly sent?: Sent | undefined;
  /** Limits and lists that were typed, to be told of. */
  readonly limits?: Previews["limits"];
  readonly preview?: Preview | undefined;
  readonly errors?: readonly FieldError[];
  /** What became of a test comment. */
  readonly tested?: Tested | undefined;
}

type Page = (c: AppContext, site: SiteView, shown: Shown) => Promise<Response>;

const isSaved = (c: AppContext) => c.req.query("saved") === "1";

const statusOf = ({ sent, errors = [] }: Shown) =>
  (sent?.errors ?? []).length + errors.length > 0 ? 422 : 200;

/** Shows a tab of a site with what came of a form. */
export async function showTab(c: AppContext, tab: keyof typeof pages, shown: Shown = {}): Promise<Response> {
  const site = await findSite(c.var.services, c.req.param("site") ?? "");
  return site ? pages[tab](c, site, shown) : render(c, <Missing what="site" />, 404);
}

const filter: Page = async (c, site, shown) => {
  const { services } = c.var;
  const wanted = c.req.query("try") ?? "";
  const tried = Object.hasOwn(presets, wanted) ? (wanted as Setting) : undefined;
  const own = { publishBelow: null, publishBareBelow: null, rejectAbove: null };
  const limits = shown.limits ?? (tried ? { setting: tried, ...own } : {});
  const [previews, trial] = await Promise.all([
    filterPreviews(services, site.id, limits, site.settings),
    site.settings.mode === "log-only" ? compared(services, site.id) : undefined,
  ]);
  const props = {
    site,
    sent: shown.sent,
    saved: isSaved(c),
    errors: shown.errors ?? [],
    tried,
    previews,
    compared: trial,
    now: Date.now(),
  };
  return render(c, <FilterPage {...props} />, statusOf(shown));
};

const lists: Page = async (c, site, shown) => {
  const [freed, waves] = await Promise.all([
    c.req.query("freed") === "1" ? countFreed(c.var.services, site.id) : 0,
    waveRules(c.var.services, site.id),
  ]);
  const props = { site, sent: shown.sent, saved: isSaved(c), freed: freed ?? 0, back: backOf(c), waves };
  return render(c, <ListsPage {...props} preview={shown.preview} />, statusOf(shown));
};

const connection: Page = async (c, site, shown) => {
  const { services } = c.var;
  const seed = await takeAllowed(c, codeFor(site.id));
  const [code, how, use, refused, readers] = await Promise.all([
    seed === undefined ? undefined : codeAgain(services, seed),
    connected(services, site.id),
    keyUse(services, site.id),
    refusals(services, site.id),
    readersState(services, site.id),
  ]);
  if (!how) return render(c, <Missing what="site" />, 404);
  const { origin } = new URL(c.req.url);
  const { sent, tested } = shown;
  const wired = { site, sent, tested, saved: isSaved(c), origin, code, connected: how, use, refused };
  return render(c, <WirePage {...wired} readers={readers} now={Date.now()} />, statusOf(shown));
};

const data: Page = async (c, site, shown) => {
  const { origin } = new URL(c.req.url);
  const erasures = await erasuresAsked(c.var.services, site.id).catch(() => []);
  const props = { site, sent: shown.sent, saved: isSaved(c), errors: shown.errors ?? [], origin, erasures };
  return render(c, <DataPage {...props} />, statusOf(shown));
};

const pages = { filter, lists, connection, data } as const;

/** What the address says of a click that brought comments back. */
function backOf(c: AppContext): Back | undefined {
  const { published, held, batch = "" } = c.req.query();
  if (!/^\d{1,15}-[a-z0-9]{1,20}$/.test(batch)) return undefined;
  const number = (text: string | undefined) => Math.max(0, Math.trunc(Number(text)) || 0);
  return { published: number(published), held: number(held), batch };
}
