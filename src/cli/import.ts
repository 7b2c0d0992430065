import { command, Refusal } from "./command.ts";
import { formats } from "./import/formats.ts";
import { readHistory } from "./import/read-history.ts";

const { values, positionals } = command({
  call: "npm run import",
  takes: { usage: "FILE…", least: 1 },
  about: `Reads a blog's own history of comments out of what its old system exports, and says what is in it. The kind of a file is
found by what it holds; gz, zip and folders are unpacked. Nothing is fetched, and nothing is sent anywhere.

${formats.map(({ name, about }) => `${name.padEnd(15)} ${about}`).join("\n")}`,
  options: {
    format: { type: "string", value: "NAME", help: "the kind of the files, when it is not recognised" },
    encoding: { type: "string", value: "NAME", help: "how they are written (as they say, else utf-8)" },
    zone: {
      type: "string",
      default: "+00:00",
      value: "±HH:MM",
      help: "the zone of times that name none (+00:00)",
    },
    blog: { type: "string", value: "URL", help: "the blog's address, for systems that only know paths" },
    only: { type: "string", value: "NAME", help: "the one site of a file that holds several" },
    map: {
      type: "string",
      multiple: true,
      default: [],
      value: "OLD=NEW",
      help: "pages whose address begins with OLD now begin with NEW; may be repeated",
    },
    json: { type: "boolean", default: false, help: "prints the counts as JSON" },
  },
  examples: [
    "npm run import -- blog.wordpress.xml spam.json",
    "npm run import -- --blog https://blog.example comments.db",
  ],
  exits: { 0: "all was read", 1: "a file is of no known kind, damaged or hostile" },
});
const { groups, comments, others } = await readHistory(positionals, {
  format: values.format,
  encoding: values.encoding === undefined ? undefined : encodingOf(values.encoding),
  zone: zoneOf(values.zone),
  blog: values.blog === undefined ? undefined : addressOf(values.blog),
  only: values.only,
  moved: values.map.map(movedOf),
});
process.once("exit", () => comments.close());

if (values.json) {
  const files = groups.map(({ group, tally }) => ({
    format: group.format.name,
    files: group.inputs.map(({ name }) => name),
    counts: tally.counts,
    leftOut: tally.leftOut,
  }));
  console.log(JSON.stringify({ groups: files, others, comments: comments.size }, undefined, 2));
} else {
  for (const { group, tally } of groups) {
    const { inputs, format } = group;
    console.log(`${inputs.length === 1 ? inputs[0]?.name : `${inputs.length} files`}: ${format.name}`);
    for (const line of tally.lines()) console.log(line);
  }
  for (const name of others) console.log(`${name}: of no known kind, left out`);
  console.log(`${comments.size} comments in all.`);
}

function encodingOf(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new Refusal(`--encoding is a name such as utf-8 or windows-1252, not ${label}.`);
  }
}

function zoneOf(text: string): number {
  const [, sign, hours, minutes] = /^([+-]?)(\d{1,2})(?::(\d{2}))?$/.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 14)
    throw new Refusal(`--zone is such as +02:00 or -05:30, not ${text}.`);
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
}

function addressOf(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new Refusal(`--blog is an address such as https://blog.example, not ${text}.`);
  return text;
}

function movedOf(text: string): readonly [string, string] {
  const [from, to] = text.split(/=(?=https?:|\/)/, 2);
  if (!from || to === undefined)
    throw new Refusal(`--map is such as https://old.example/=https://blog.example/, not ${text}.`);
  return [from, to];
}
