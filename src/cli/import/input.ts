import {
  closeSync,
  createReadStream,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createGunzip } from "node:zlib";
import { Unzip, UnzipInflate } from "fflate";
import { Refusal } from "../command.ts";

/** One file of a history, unpacked: it can be read more than once. */
export interface Input {
  /** How it is called in messages. */
  readonly name: string;
  /** Where it lies unpacked, for readers that need the whole file; of a packed file there is none. */
  readonly path: string | undefined;
  bytes(): AsyncIterable<Uint8Array>;
}

/** Beyond this a packed file may hold at most so many times its own bytes: text hardly packs to a fiftieth. */
const FREE_BYTES = 16 * 1024 * 1024;
const MOST_RATIO = 100;
const MOST_ENTRIES = 100_000;

/** The files behind a path: of an archive and of a folder each file in it, hidden ones apart. */
export async function inputsOf(path: string): Promise<Input[]> {
  if (statSync(path).isDirectory()) return (await Promise.all(filesIn(path).map(inputsOf))).flat();
  const start = await startOf(path);
  if (start[0] === 0x1f && start[1] === 0x8b) return [gunzipped(path)];
  if (start[0] === 0x50 && start[1] === 0x4b && start[2] === 3) return unzipped(path);
  return [{ name: path, path, bytes: () => createReadStream(path) }];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
    });
}

async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function gunzipped(path: string): Input {
  const { size } = statSync(path);
  return {
    name: path,
    path: undefined,
    async *bytes() {
      const inflated = createReadStream(path).pipe(createGunzip());
      let length = 0;
      try {
        for await (const chunk of inflated as AsyncIterable<Uint8Array>) {
          length += chunk.length;
          refuseBomb(path, size, length);
          yield chunk;
        }
      } catch (failure) {
        if (failure instanceof Refusal) throw failure;
        throw new Refusal(`${path}: the gzip is damaged or cut off (${(failure as Error).message}).`, 1);
      }
    },
  };
}

/** Unpacks to a folder of its own, by number: a name in an archive never becomes a path. */
async function unzipped(path: string): Promise<Input[]> {
  const folder = mkdtempSync(join(tmpdir(), "hamlet-import-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const { size } = statSync(path);
  const inputs: Input[] = [];
  let length = 0;
  let failure: Error | undefined;
  const unzip = new Unzip((entry) => {
    const { name } = entry;
    if (name.endsWith("/") || basename(name).startsWith(".") || name.startsWith("__MACOSX/")) return;
    if (inputs.length >= MOST_ENTRIES)
      throw new Refusal(`${path}: more than ${MOST_ENTRIES} files in it.`, 1);
    const unpacked = join(folder, String(inputs.length));
    // Written at once: a stream would keep in memory what comes faster than the disk is, and end after it is read.
    const out = openSync(unpacked, "w");
    entry.ondata = (error, chunk, final) => {
      failure ??= error ?? undefined;
      if (chunk) {
        length += chunk.length;
        refuseBomb(path, size, length);
        writeSync(out, chunk);
      }
      if (final) closeSync(out);
    };
    inputs.push({ name: `${path}: ${name}`, path: unpacked, bytes: () => createReadStream(unpacked) });
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for await (const chunk of createReadStream(path)) unzip.push(chunk as Uint8Array);
    unzip.push(new Uint8Array(0), true);
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown;
    failure ??= thrown as Error;
  }
  if (failure) throw new Refusal(`${path}: the zip is damaged or cut off (${failure.message}).`, 1);
  return inputs;
}

function refuseBomb(path: string, packed: number, length: number): void {
  if (length > FREE_BYTES && length > MOST_RATIO * packed)
    throw new Refusal(
      `${path}: it unpacks to more than ${MOST_RATIO} times its size, as no history does.`,
      1,
    );
}
