import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { HeldSite, TableRows } from "../../contract/upkeep.ts";

/** Counts up when a line means something else than before. */
const FORMAT = 1;

/** The first line of a backup. */
export interface Header {
  readonly hamlet: "backup";
  readonly format: number;
  readonly made: string;
  readonly site: HeldSite;
}

/** The last line: the checksum of all before it, line ends included. */
interface Seal {
  readonly sha256: string;
  readonly rows: number;
}

/** Writes a backup line by line: JSON lines, sealed by a checksum. */
export class BackupWriter {
  readonly #write: (line: string) => void;
  readonly #hash = createHash("sha256");
  #rows = 0;

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  get rows(): number {
    return this.#rows;
  }

  header(site: HeldSite, now: Date): void {
    this.#line({ hamlet: "backup", format: FORMAT, made: now.toISOString(), site } satisfies Header);
  }

  page(page: TableRows): void {
    this.#rows += page.rows.length;
    this.#line(page);
  }

  seal(): void {
    this.#write(`${JSON.stringify({ sha256: this.#hash.digest("hex"), rows: this.#rows } satisfies Seal)}\n`);
  }

  #line(value: unknown): void {
    // Some readers of lines take these two for line ends, and JSON leaves them as they are.
    const json = JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
    const line = `${json}\n`;
    this.#hash.update(line);
    this.#write(line);
  }
}

/** What is wrong with a file, for people. */
export class BrokenBackup extends Error {}

/** Reads a backup's lines; throws BrokenBackup at the end if they do not fit the checksum. Read it once before acting on it. */
export async function* readBackup(file: string): AsyncGenerator<Header | TableRows> {
  const hash = createHash("sha256");
  let rows = 0;
  let seal: Seal | undefined;
  let first = true;
  for await (const text of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (seal) throw new BrokenBackup("there is something after the checksum");
    const line = parse(text);
    if (first && (!("hamlet" in line) || line.format !== FORMAT))
      throw new BrokenBackup(`it is no backup of format ${FORMAT}`);
    first = false;
    if ("sha256" in line) {
      seal = line;
      continue;
    }
    hash.update(`${text}\n`);
    if ("rows" in line) rows += line.rows.length;
    yield line;
  }
  if (!seal) throw new BrokenBackup("it is cut off: the checksum at its end is missing");
  if (seal.sha256 !== hash.digest("hex") || seal.rows !== rows)
    throw new BrokenBackup("its checksum does not fit: it was changed or damaged");
}

function parse(text: string): Header | TableRows | Seal {
  try {
    return JSON.parse(text);
  } catch {
    throw new BrokenBackup("a line is not JSON: it is cut off or damaged");
  }
}
