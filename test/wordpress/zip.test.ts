import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { pluginZip } from "../../src/wordpress/zip.ts";

const folder = join(import.meta.dirname, "../../src/wordpress");

it("the zip holds the plugin and its readme, in a folder as WordPress wants it", () => {
  const files = Object.entries(unzipSync(pluginZip())).map(([name, bytes]) => [name, strFromU8(bytes)]);
  expect(files).toEqual([
    ["hamlet/", ""],
    ["hamlet/hamlet.php", readFileSync(join(folder, "hamlet.php"), "utf8")],
    ["hamlet/readme.txt", readFileSync(join(folder, "readme.txt"), "utf8")],
  ]);
});

it("the zip is the same to the byte in another time zone", () => {
  const script = `import { pluginZip } from ${JSON.stringify(join(folder, "zip.ts"))};
    import { createHash } from "node:crypto";
    console.log(createHash("sha256").update(pluginZip()).digest("hex"));`;
  const elsewhere = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    env: { ...process.env, TZ: "Pacific/Kiritimati" },
    encoding: "utf8",
  }).trim();
  const own = createHash("sha256").update(pluginZip()).digest("hex");
  expect(elsewhere).toBe(own);
});
