import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const FILE = join(import.meta.dirname, "../../src/wordpress/hamlet-akismet.php");
const php = readFileSync(FILE, "utf8");
const hasPhp = spawnSync("php", ["-v"]).status === 0;

it.skipIf(!hasPhp)("the file for WordPress' Akismet plugin is PHP without a fault", () => {
  const { status, stdout } = spawnSync("php", ["-l", FILE], { encoding: "utf8" });
  expect([status, stdout]).toEqual([0, expect.stringContaining("No syntax errors")]);
});

it("the file for WordPress sends on only what was meant for Akismet", () => {
  const [, pattern = ""] = /const HOST = '\/(.+)\/i'/.exec(php) ?? [];
  const meant = new RegExp(pattern, "i");
  const hosts = [
    "rest.akismet.com",
    "abc123def456.rest.akismet.com",
    "api.wordpress.org",
    "rest.akismet.com.evil.example",
  ];
  expect(hosts.map((host) => meant.test(host))).toEqual([true, true, false, false]);
});
