import { running, secret, urlOption } from "./client.ts";
import { command, Refusal } from "./command.ts";
import { formats } from "./import/formats.ts";
import { readHistory } from "./import/read-history.ts";
import { reportLines, send } from "./import/send.ts";
import { exitOnSignals } from "./service.ts";

const { values, positionals } = command({
  call: "npm run import",
  takes: { usage: "FILE…", least: 1 },
  about: `Reads a blog's own history of comments out of what its old system exports, and says what is in it. The kind of a file is
found by what it holds; gz, zip and folders are unpacked. With --site it is sent to that site of a running Hamlet, which learns it;
begun again after a break it goes on, as nothing is learned twice. ADMIN_TOKEN is taken from the environment or .dev.vars.

${formats.map(({ name, about }) => `${name.padEnd(15)} ${about}`).join("\n")}`,
  options: {
    site: { type: "string", value: "ID", help: "the site that is to learn it; without one nothing is sent" },
    "dry-run": { type: "boolean", default: false, help: "sends nothing, whatever the site" },
    url: urlOption,
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
    keep: {
      type: "boolean",
      default: false,
      help: "also keeps what was published, for the readers of a blog whose form is on",
    },
    json: { type: "boolean", default: false, help: "prints the counts as JSON" },
  },
  examples: [
    "npm run import -- blog.wordpress.xml spam.json",
    "npm run import -- --blog https://blog.example comments.db",
    "npm run import -- --site my-blog --keep --map https://old.example/=https://blog.example/ blog.wordpress.xml",
  ],
  exits: {
    0: "all was read, and learned where that was wanted",
    1: "a file is of no known kind, damaged or hostile; or nothing answers there, or not all was taken",
    130: "broken off; the same again goes on",
  },
});
exitOnSignals(leave);
const { groups, comments, others } = await readHistory(positionals, {
  format: values.format,
  encoding: values.encoding === undefined ? undefined : encodingOf(values.encoding),
  zone: zoneOf(values.zone),
  blog: values.blog === undefined ? undefined : addressOf(values.blog),
  only: values.only,
  moved: values.map.map(movedOf),
});
process.once("exit", () => comments.close());
tell();
if (values.site !== undefined && !values["dry-run"]) await teach(values.site);

/** What was put aside is removed on the way out. */
function leave(code: number): never {
  console.error("\nBroken off. The same command again goes on: what was learned is not learned twice.");
  process.exit(code);
}

/** Prints what was read. */
function tell(): void {
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
}

/** Sends it, and prints what it brought. */
async function teach(site: string): Promise<void> {
  const to = { base: await running(values.url), token: secret("ADMIN_TOKEN"), site };
  const { taught, weak, known, kept, elsewhere, skipped } = await send(comments, to, values.keep);
  console.log(`${site}: ${taught} learned, ${weak} with little weight, ${known} known before.`);
  if (values.keep) console.log(keptLine(kept, elsewhere));
  for (const line of skipped) console.error(`not taken: ${line}`);
  for (const line of await reportLines(to)) console.log(line);
  if (skipped.length > 0) process.exitCode = 1;
}

const keptLine = (kept: number, elsewhere: number): string =>
  `${kept} kept for readers.${elsewhere === 0 ? "" : ` ${elsewhere} were published on no page of the site's hosts: --map OLD=NEW says where those pages are now.`}`;

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
