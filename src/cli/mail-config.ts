import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./service.ts";

/** By which the Worker sends mail: only where the owner wants it, as an account may have no mail. */
const BINDING = `
[[send_email]]
name = "MAIL"
`;

/** wrangler.toml with the binding for mail, as a file beside it: its paths are from where it stands. Answers the file. */
export function configWithMail(): string {
  const file = join(ROOT, "wrangler.mail.toml");
  writeFileSync(file, readFileSync(join(ROOT, "wrangler.toml"), "utf8") + BINDING);
  return file;
}
