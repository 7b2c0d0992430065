import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie";
import type { AppContext } from "../../context.ts";

/** What was just made and may be seen once, below a path: a key, by its number; a one-time code, by its seed. */
export interface Made {
  readonly kind: "key" | "code";
  readonly path: string;
}

/** As long what was just made waits to be seen, seconds: the way from the form to the page. */
const WAITS = 300;

const cookieOf = ({ kind }: Made) => (kind === "key" ? "hamlet_made" : "hamlet_code");
/** A one-time code, for a site or for a blog that gets one. */
export const codeFor = (site: string | null): Made => ({
  kind: "code",
  path: site === null ? "/wire" : `/sites/${site}/wire`,
});
export const keyOfSite = (site: string): Made => ({ kind: "key", path: `/sites/${site}` });

const options = (c: AppContext, { path }: Made) => ({
  path,
  secure: new URL(c.req.url).protocol === "https:",
  httpOnly: true,
  sameSite: "Strict" as const,
});

/** Signed for this session and this purpose alone. */
const secret = ({ var: { services, session } }: AppContext, { kind }: Made) =>
  `made ${kind}\n${services.secrets.HAMLET_SECRET}\n${session.csrf}`;

/**
 * Allows the next page below a path to show what was made once. It is made again there from what stands in the cookie: it
 * stands neither in an address nor in the cookie itself, and a reload of what follows makes none.
 */
export async function allowOnce(c: AppContext, made: Made, which: string | number): Promise<void> {
  const until = Date.now() + WAITS * 1000;
  await setSignedCookie(c, cookieOf(made), `${made.path}.${which}.${until}`, secret(c, made), {
    ...options(c, made),
    maxAge: WAITS,
  });
}

/** Which one may be shown now, and never again; undefined: none. */
export async function takeAllowed(c: AppContext, made: Made): Promise<string | undefined> {
  const value = await getSignedCookie(c, secret(c, made), cookieOf(made));
  if (!value) return undefined;
  deleteCookie(c, cookieOf(made), options(c, made));
  const [path, which, until] = value.split(".");
  return path === made.path && Number(until) >= Date.now() ? which : undefined;
}

/** Leads from the form that made a key to the page that shows it. */
export async function showOnce(c: AppContext, site: string, n: number): Promise<Response> {
  await allowOnce(c, keyOfSite(site), n);
  return c.redirect(`/sites/${site}/keys/${n}`, 303);
}
