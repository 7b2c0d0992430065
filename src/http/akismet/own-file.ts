import { strToU8, zipSync } from "fflate";
import type { AppContext } from "../../context.ts";
import { problem } from "../problem.ts";

/** Where the address stands in the file. */
const ADDRESS = "'https://hamlet.you.workers.dev'";
/** A fixed time, by the parts that a zip holds: it knows no time zone. */
const MODIFIED = new Date(2026, 0, 1);

/**
 * Hamlet's file that goes along with WordPress' Akismet plugin, with this Hamlet's address in it and no key, as a plugin
 * that WordPress takes by upload.
 */
export async function ownFile(c: AppContext): Promise<Response> {
  const { origin } = c.var.services;
  // It becomes part of a program: a host's name may hold quotes.
  if (!/^https?:\/\/[a-z0-9.:[\]-]+$/.test(origin))
    throw problem(404, { detail: "There is nothing at this address." });
  const text = async (name: string) => (await c.env.ASSETS.fetch(new URL(`/${name}`, origin))).text();
  const php = (await text("hamlet-akismet.php")).replace(ADDRESS, () => `'${origin}'`);
  const files = {
    "hamlet-akismet": {
      "hamlet-akismet.php": strToU8(php),
      "readme.txt": strToU8(await text("hamlet-akismet.txt")),
    },
  };
  return new Response(zipSync(files, { level: 9, mtime: MODIFIED }), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="hamlet-akismet.zip"',
    },
  });
}
