import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensureSecrets, readSecrets } from "../../src/cli/secrets-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hamlet-secrets-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the local secrets", () => {
  it("are made once, random, for the owner's eyes only, and stay", () => {
    const file = join(folder, ".dev.vars");
    const made = ensureSecrets(file);
    expect(made.ADMIN_TOKEN?.length).toBeGreaterThanOrEqual(32);
    expect(made.HAMLET_SECRET?.length).toBeGreaterThanOrEqual(32);
    expect(made.DEMO_SITE_KEY).toMatch(/^[a-z0-9]{12}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(ensureSecrets(file)).toEqual(made);
    expect(ensureSecrets(join(folder, "other")).ADMIN_TOKEN).not.toBe(made.ADMIN_TOKEN);
  });

  it("that are there but empty are made, quotes of either kind are read", () => {
    const file = join(folder, ".dev.vars");
    writeFileSync(file, "ADMIN_TOKEN=\"\"\nHAMLET_SECRET='kept'\n");
    const made = ensureSecrets(file);
    expect(made.HAMLET_SECRET).toBe("kept");
    expect(made.ADMIN_TOKEN?.length).toBeGreaterThanOrEqual(32);
    expect(ensureSecrets(file)).toEqual(made);
  });

  it("that are there already are never touched, whatever else is in the file", () => {
    const file = join(folder, ".dev.vars");
    const text = "# mine\nADMIN_TOKEN=kept\nOTHER=x";
    writeFileSync(file, text);
    ensureSecrets(file);
    expect(readFileSync(file, "utf8").startsWith(`${text}\n`)).toBe(true);
    expect(readSecrets(file)).toMatchObject({ ADMIN_TOKEN: "kept", OTHER: "x" });
  });
});
