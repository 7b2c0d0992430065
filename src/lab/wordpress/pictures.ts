import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Field } from "./admin.ts";
import type { Tour } from "./tour.ts";

/** A picture of a page of wp-admin for docs/integrations, where a folder for pictures is given. */
export async function picture(
  { admin, pictures }: Tour,
  name: string,
  address: string,
  field?: Field,
): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await admin.picture(address, join(pictures, `wordpress-${name}.png`), field);
}
