import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Tour } from "./tour.ts";

/** Pictures of wp-admin for docs/integrations, where a folder for them is given: by name, with the page that they show. */
export async function pictures(
  { admin, pictures: folder }: Tour,
  shown: Readonly<Record<string, string>>,
): Promise<void> {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  for (const [name, address] of Object.entries(shown))
    await admin.picture(address, join(folder, `${name}.png`));
}
