import { SELF } from "cloudflare:test";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";

it("the file for WordPress' Akismet plugin comes as a plugin, with this Hamlet's address and no key", async () => {
  const response = await SELF.fetch("https://hamlet.example/hamlet-akismet.zip");
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/zip"]);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const folder = "hamlet-akismet/";
  expect(Object.keys(files)).toEqual([folder, `${folder}hamlet-akismet.php`, `${folder}readme.txt`]);
  expect(strFromU8(files[`${folder}readme.txt`] as Uint8Array)).toMatch(
    /^=== Hamlet for the Akismet plugin ===\n/,
  );
  const php = strFromU8(files["hamlet-akismet/hamlet-akismet.php"] as Uint8Array);
  expect(php).toContain("define( 'HAMLET_URL', 'https://hamlet.example' );");
  expect(php).not.toContain("hamlet.you.workers.dev");
});

it("no host's name gets into the program but one of letters, digits and dots", async () => {
  const response = await SELF.fetch("https://a_b.example/hamlet-akismet.zip");
  expect(response.status).toBe(404);
});
