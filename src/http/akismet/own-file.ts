import { strToU8, zipSync } from "fflate";
import type { AppContext } from "../../context.ts";
import { HOUR } from "../../platform/clock.ts";
import { remembers } from "../../platform/isolate.ts";
import { Memory } from "../../platform/memory.ts";
import { now } from "../../service/services.ts";
import { problem } from "../problem.ts";

/** Where the address stands in the file. */
const ADDRESS = "'https://hamlet.you.workers.dev'";
/** A fixed time, by the parts that a zip holds: it knows no time zone. */
const MODIFIED = new Date(2026, 0, 1);

/** The program and its readme as they are stored, the same for all addresses. */
type Stored = Readonly<Record<"php" | "readme", string>>;

/** How long a file is kept, and for how many addresses: one has as many as it has host names. */
const zips = new Memory<Uint8Array<ArrayBuffer>>(HOUR, 20);
let stored: Stored | undefined;
remembers(() => {
  zips.clear();
  stored = undefined;
});

/**
 * Hamlet's file that goes along with WordPress' Akismet plugin, with this Hamlet's address in it and no key, as a plugin
 * that WordPress takes by upload.
 */
export async function ownFile(c: AppContext): Promise<Response> {
  const { origin } = c.var.services;
  // It becomes part of a program: a host's name may hold quotes.
  if (!/^https?:\/\/[a-z0-9.:[\]-]+$/.test(origin))
    throw problem(404, { detail: "There is nothing at this address." });
  stored ??= await read(c.env, origin);
  const zip = zips.get(origin, now()) ?? zipped(origin, stored);
  zips.set(origin, zip, now());
  return new Response(zip, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="hamlet-akismet.zip"',
    },
  });
}

async function read({ ASSETS }: Env, origin: string): Promise<Stored> {
  const text = async (name: string) => {
    const file = await ASSETS.fetch(new URL(`/${name}`, origin));
    return new TextDecoder().decode(await file.arrayBuffer());
  };
  const [php, readme] = await Promise.all([text("hamlet-akismet.php"), text("hamlet-akismet.txt")]);
  return { php, readme };
}

function zipped(origin: string, { php, readme }: Stored): Uint8Array<ArrayBuffer> {
  const program = php.replace(ADDRESS, () => `'${origin}'`);
  const folder = { "hamlet-akismet.php": strToU8(program), "readme.txt": strToU8(readme) };
  return new Uint8Array(zipSync({ "hamlet-akismet": folder }, { level: 9, mtime: MODIFIED }));
}
