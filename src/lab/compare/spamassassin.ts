import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mailOf, type Peer } from "./peer.ts";

const SCRIPT = join(import.meta.dirname, "spamassassin.pl");
const MOST_OUTPUT = 2 ** 28;

/** SpamAssassin's Bayes without its rules, in one process for all comments. */
export const spamassassin: Peer = {
  name: "SpamAssassin's Bayes",
  play(rows) {
    if (spawnSync("perl", ["-MMail::SpamAssassin", "-e", "1"]).status !== 0) return undefined;
    const folder = mkdtempSync(join(tmpdir(), "hamlet-spamassassin-"));
    try {
      const input = rows.map((row) => JSON.stringify({ mail: mailOf(row), spam: row.label === "spam" }));
      const { stdout, stderr, status } = spawnSync("perl", [SCRIPT, folder], {
        input: `${input.join("\n")}\n`,
        encoding: "utf8",
        maxBuffer: MOST_OUTPUT,
      });
      const scores = stdout.trim().split("\n").map(Number);
      if (status !== 0 || scores.length !== rows.length)
        throw new Error(`SpamAssassin answered ${scores.length} of ${rows.length}: ${stderr.slice(-500)}`);
      return scores;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
