import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const page = readFileSync(join(import.meta.dirname, "../../docs/integrations/wordpress.md"), "utf8");
const php = /```php\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
const hasPhp = spawnSync("php", ["-v"]).status === 0;

it.skipIf(!hasPhp)("the file for WordPress is PHP without a fault", () => {
  const { status, stdout } = spawnSync("php", ["-l"], { input: php, encoding: "utf8" });
  expect([status, stdout]).toEqual([0, expect.stringContaining("No syntax errors")]);
});

it("the file for WordPress sends on only what was meant for Akismet", () => {
  const [, pattern = ""] = /preg_match\( '\/(.+)\/i'/.exec(php) ?? [];
  const meant = new RegExp(pattern, "i");
  const hosts = [
    "rest.akismet.com",
    "abc123def456.rest.akismet.com",
    "api.wordpress.org",
    "rest.akismet.com.evil.example",
  ];
  expect(hosts.map((host) => meant.test(host))).toEqual([true, true, false, false]);
});
