import { SELF } from "cloudflare:test";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";

it("the file for WordPress' Akismet plugin comes as a plugin, with this Hamlet's address and no key", async () => {
  const response = await SELF.fetch("https://hamlet.example/hamlet-akismet.zip");
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/zip"]);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  expect(Object.keys(files)).toEqual(["hamlet-akismet/", "hamlet-akismet/hamlet-akismet.php"]);
  const php = strFromU8(files["hamlet-akismet/hamlet-akismet.php"] as Uint8Array);
  expect(php).toContain("define( 'HAMLET_URL', 'https://hamlet.example' );");
  expect(php).not.toContain("hamlet.you.workers.dev");
});

it("no host's name gets into the program but one of letters, digits and dots", async () => {
  const response = await SELF.fetch("https://a_b.example/hamlet-akismet.zip");
  expect(response.status).toBe(404);
});
