import { Refusal } from "../command.ts";
import { startOf } from "./decode.ts";
import type { Format } from "./format.ts";
import { formats } from "./formats.ts";
import type { Input } from "./input.ts";

/** The files of a kind, which belong together. */
export interface Group {
  readonly format: Format;
  readonly inputs: readonly Input[];
}

/**
 * Sorts files by what they hold; a name says nothing. Refuses a file of no known kind by its name, but for those beside
 * others in a folder or an archive, which `onOther` is told. `name`: the kind that the owner says they are of.
 */
export async function recognise(
  given: readonly (readonly Input[])[],
  name: string | undefined,
  onOther: (input: Input) => void,
): Promise<Group[]> {
  const groups = new Map<Format, Input[]>();
  for (const inputs of given) {
    for (const input of inputs) {
      const format = name === undefined ? await formatOf(input) : named(name);
      if (format !== undefined) groups.set(format, [...(groups.get(format) ?? []), input]);
      else if (inputs.length > 1) onOther(input);
      else throw new Refusal(`${input.name}: not recognised as any of ${names()}. Say it: --format NAME`, 1);
    }
  }
  return [...groups].map(([format, inputs]) => ({ format, inputs }));
}

async function formatOf(input: Input): Promise<Format | undefined> {
  const start = await startOf(input);
  return formats.find((format) => format.recognises(start, input.name));
}

function named(name: string): Format {
  const format = formats.find((one) => one.name === name);
  if (format === undefined) throw new Refusal(`--format is one of ${names()}, not ${name}.`);
  return format;
}

const names = () => formats.map((format) => format.name).join(", ");
