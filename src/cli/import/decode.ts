import { Refusal } from "../command.ts";
import type { Input } from "./input.ts";

/** So many bytes at the start of a file tell what it is. */
const START = 65_536;

/** A file as text, as it comes. `encoding`: how it is written, as WHATWG names it; undefined: as the file says, else UTF-8. */
export async function* textOf(input: Input, encoding?: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of input.bytes()) {
      decoder ??= decoderOf(chunk, encoding);
      const text = decoder.decode(chunk, { stream: true });
      if (text !== "") yield text;
    }
    const rest = decoder?.decode() ?? "";
    if (rest !== "") yield rest;
  } catch (failure) {
    if (!(failure instanceof TypeError)) throw failure;
    throw new Refusal(
      `${input.name}: it is not written in ${decoder?.encoding ?? encoding ?? "UTF-8"}. Say how it is: --encoding windows-1252 is the usual one; --encoding utf-8 takes it with the broken characters replaced.`,
      1,
    );
  }
}

/** The start of a file as text, to recognise it by. Bytes that are no UTF-8 do not matter here. */
export async function startOf(input: Input): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input.bytes()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= START) break;
  }
  const bytes = Buffer.concat(chunks).subarray(0, START);
  return new TextDecoder(markOf(bytes) ?? "utf-8").decode(bytes);
}

function decoderOf(start: Uint8Array, encoding: string | undefined): TextDecoder {
  if (encoding !== undefined) return new TextDecoder(encoding);
  return new TextDecoder(markOf(start) ?? declared(start) ?? "utf-8", { fatal: true });
}

/** By the byte order mark. */
function markOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/** As the XML declaration says, where it names an encoding that there is. */
function declared(start: Uint8Array): string | undefined {
  const head = Buffer.from(start.subarray(0, 200)).toString("latin1");
  const label = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1];
  if (label === undefined || /^utf-?16/i.test(label)) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
