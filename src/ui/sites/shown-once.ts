import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie";
import type { AppContext } from "../../context.ts";

const COOKIE = "hamlet_made";
/** As long a key that was just made waits to be seen, seconds: the way from the form to the page. */
const WAITS = 300;

const options = (c: AppContext, site: string) => ({
  path: `/sites/${site}`,
  secure: new URL(c.req.url).protocol === "https:",
  httpOnly: true,
  sameSite: "Strict" as const,
});

/** Signed for this session and this purpose alone. */
const secret = ({ var: { services, session } }: AppContext) =>
  `made\n${services.secrets.HAMLET_SECRET}\n${session.csrf}`;

/**
 * Allows the next page of a site to show the key with a number once. The key itself is made again there: it stands neither in
 * an address nor in the cookie, and a reload of what follows makes none.
 */
export async function allowOnce(c: AppContext, site: string, n: number): Promise<void> {
  const until = Date.now() + WAITS * 1000;
  await setSignedCookie(c, COOKIE, `${site}.${n}.${until}`, secret(c), {
    ...options(c, site),
    maxAge: WAITS,
  });
}

/** The number of the key that may be shown now, and never again; undefined: none. */
export async function takeAllowed(c: AppContext, site: string): Promise<number | undefined> {
  const value = await getSignedCookie(c, secret(c), COOKIE);
  if (!value) return undefined;
  deleteCookie(c, COOKIE, options(c, site));
  const [of, n, until] = value.split(".");
  return of === site && Number(until) >= Date.now() ? Number(n) : undefined;
}

/** Leads from the form that made a key to the page that shows it. */
export async function showOnce(c: AppContext, site: string, n: number): Promise<Response> {
  await allowOnce(c, site, n);
  return c.redirect(`/sites/${site}/keys/${n}`, 303);
}
