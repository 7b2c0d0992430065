import { randomBytes, randomInt } from "node:crypto";
import { appendFileSync, chmodSync, existsSync, readFileSync } from "node:fs";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

/** How each local secret is made. */
const makers: Readonly<Record<string, () => string>> = {
  ADMIN_TOKEN: () => randomBytes(24).toString("base64url"),
  HAMLET_SECRET: () => randomBytes(32).toString("base64url"),
  DEMO_SITE_KEY: () => Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]).join(""),
  ALLOW_LOCAL_TARGETS: () => "true",
};

/** The names and values of a file of secrets; empty if there is none. */
export function readSecrets(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  const lines = readFileSync(file, "utf8").split("\n");
  const pairs = lines
    .map((line) => /^\s*([A-Z0-9_]+)\s*=\s*(["']?)(.*?)\2\s*$/.exec(line))
    .filter((match) => match !== null);
  return Object.fromEntries(pairs.map((match) => [match[1] as string, match[3] as string]));
}

/** Adds the local secrets that are missing or empty, random; what is there is never touched, a later line counts. Answers all of them. */
export function ensureSecrets(file: string): Record<string, string> {
  const present = readSecrets(file);
  const missing = Object.keys(makers).filter((name) => !present[name]);
  if (missing.length > 0) {
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    const lines = missing.map((name) => `${name}="${makers[name]?.()}"\n`);
    appendFileSync(file, (text === "" || text.endsWith("\n") ? "" : "\n") + lines.join(""), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return readSecrets(file);
}
