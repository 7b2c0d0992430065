import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Tour } from "./tour.ts";

/** Downloads a plugin from Hamlet, uploads it in wp-admin and activates it, as a newcomer does. */
export async function upload({ admin, hamlet, table }: Tour, name: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "hamlet-wordpress-file-"));
  try {
    const zip = join(folder, name);
    const response = await fetch(`${hamlet.url}/${name}`);
    writeFileSync(zip, Buffer.from(await response.arrayBuffer()));
    const said = await admin.upload(zip);
    table.note(`${name} is uploaded and activated in wp-admin`, /activated/i.test(said), said);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
