import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mailOf, type Peer } from "./peer.ts";

/** What it knows before it has learned anything. */
const UNSURE = 0.5;

/** bogofilter: two processes a comment, as a mail server would start them. */
export const bogofilter: Peer = {
  name: "bogofilter",
  play(rows) {
    if (spawnSync("bogofilter", ["-V"]).status !== 0) return undefined;
    const folder = mkdtempSync(join(tmpdir(), "hamlet-bogofilter-"));
    const run = (option: string, input: string) =>
      spawnSync("bogofilter", ["-d", folder, option], { input, encoding: "utf8" }).stdout;
    try {
      return rows.map((row, i) => {
        const mail = mailOf(row);
        const score = i === 0 ? UNSURE : Number(/[\d.]+(?:e-\d+)?\s*$/.exec(run("-T", mail))?.[0] ?? UNSURE);
        run(row.label === "spam" ? "-s" : "-n", mail);
        return score;
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
