import { type ParseArgsConfig, parseArgs } from "node:util";

type Options = Readonly<
  Record<
    string,
    NonNullable<ParseArgsConfig["options"]>[string] & {
      /** What stands for its value, such as FILE. */
      readonly value?: string;
      readonly help: string;
    }
  >
>;

/** What a command says of itself, and what it takes. */
interface Manual<O extends Options> {
  /** How it is called, such as `npm run demo`. */
  readonly call: string;
  /** Its arguments as they are written, and how many there are at least and at most. */
  readonly takes?: { readonly usage: string; readonly least: number; readonly most?: number };
  readonly about: string;
  readonly options?: O;
  readonly examples: readonly string[];
  /** What each exit code means. */
  readonly exits: Readonly<Record<number, string>>;
}

type Given<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>;

/** A sentence for people that ends a command. */
export class Refusal extends Error {
  readonly code: number;

  /** `code`: 2 for what was asked wrongly, 1 for what could not be done. */
  constructor(message: string, code = 2) {
    super(message);
    this.code = code;
  }
}

/**
 * A command's options and arguments. --help prints its manual; whatever is wrong with them, and every failure from here
 * on, is a sentence on stderr and an exit code, never a stack trace.
 */
export function command<const O extends Options>(manual: Manual<O>): Given<O> {
  if (process.argv.slice(2).includes("--help")) {
    console.log(helpOf(manual));
    process.exit(0);
  }
  const given = parsed(manual);
  if (given instanceof Error) {
    console.error(
      `${firstSentence(given)}\nSee ${manual.call}${manual.call.startsWith("npm start") ? "" : " --"} --help`,
    );
    process.exit(2);
  }
  process.once("uncaughtException", (failure) => end(failure));
  return given;
}

function parsed<O extends Options>({ options, takes }: Manual<O>): Given<O> | Error {
  try {
    const given = parseArgs({ allowPositionals: true, options: options ?? ({} as O) });
    const { length } = given.positionals;
    if (takes === undefined && length > 0)
      return new Error(`It takes no arguments, and ${given.positionals[0]} is one`);
    if (takes && length < takes.least) return new Error(`It takes ${takes.usage}`);
    if (takes?.most !== undefined && length > takes.most)
      return new Error(`It takes ${takes.usage} and no more`);
    return given as Given<O>;
  } catch (failure) {
    return failure as Error;
  }
}

const firstSentence = ({ message }: Error) => `${message.split(". ")[0]?.replace(/\.$/, "")}.`;

function end(failure: unknown): never {
  const { code, message, path } = failure as NodeJS.ErrnoException & Error;
  if (failure instanceof Refusal) {
    console.error(message);
    process.exit(failure.code);
  }
  const fault = path === undefined ? undefined : unreadable[code ?? ""];
  console.error(fault === undefined ? `It failed: ${message ?? failure}` : `${path}: ${fault}.`);
  process.exit(fault === undefined ? 1 : 2);
}

/** What the system's codes mean for a file that was named. */
const unreadable: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "it may not be read",
  EPERM: "it may not be read",
  EISDIR: "it is a folder, not a file",
  ENOTDIR: "a part of the path is not a folder",
};

function helpOf<O extends Options>({ call, takes, about, options, examples, exits }: Manual<O>): string {
  const all = Object.entries({ ...options, help: { type: "boolean", help: "prints this" } } as Options);
  const separate = call.startsWith("npm start") ? "" : " --";
  const names = all.map(
    ([name, { value, type }]) => `--${name}${type === "string" ? ` ${value ?? "VALUE"}` : ""}`,
  );
  const width = Math.max(...names.map(({ length }) => length));
  return [
    `${call}${separate} [options]${takes ? ` ${takes.usage}` : ""}`,
    `\n  ${about.replaceAll("\n", "\n  ")}`,
    "\nOptions",
    ...all.map(([, { help }], i) => `  ${names[i]?.padEnd(width)}  ${help}`),
    "\nExamples",
    ...examples.map((example) => `  ${example}`),
    "\nExit codes",
    ...Object.entries({ ...exits, 2: "wrong options, or a file that cannot be read" }).map(
      ([code, meaning]) => `  ${code}  ${meaning}`,
    ),
  ].join("\n");
}

/** The number that an option has, or a refusal that names its bounds. */
export function numberOf(
  name: string,
  text: string | undefined,
  { least, most, whole = false }: { least: number; most: number; whole?: boolean },
): number {
  const number = text?.trim() === "" ? Number.NaN : Number(text);
  if (number >= least && number <= most && (!whole || Number.isInteger(number))) return number;
  throw new Refusal(`--${name} is a ${whole ? "whole " : ""}number from ${least} to ${most}, not ${text}.`);
}

/** The one of several that an option names, or a refusal that tells them. */
export function oneOf<T extends string>(name: string, text: string, all: readonly T[]): T {
  if (all.includes(text as T)) return text as T;
  throw new Refusal(`--${name} is one of ${all.join(", ")}, not ${text}.`);
}
