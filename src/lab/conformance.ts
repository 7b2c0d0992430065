import { LOCAL, running } from "../cli/client.ts";
import { command } from "../cli/command.ts";
import { type AkismetClient, clients } from "./conformance/clients.ts";
import { resolveBelowLocalhost } from "./conformance/key-hosts.ts";
import { fault } from "./conformance/quirk.ts";
import { quirks } from "./conformance/quirks.ts";
import type { Target } from "./conformance/target.ts";

const { positionals } = command({
  call: "npm run conformance",
  takes: { usage: "[URL] KEY BLOG", least: 2, most: 3 },
  about: `Checks a running service by Akismet's protocol, quirk by quirk and with three clients. Only tests are sent: nothing is learned.
URL    where it runs (${LOCAL}; PORT changes it)
KEY    a key for Akismet clients: npm run -s sites -- akismet SITE
BLOG   the blog's address`,
  examples: ["npm run conformance -- 1a2b3c4d5e6f https://blog.example"],
  exits: { 0: "all is as it must be", 1: "something is not, or nothing answers there" },
});
const [blog = "", key = "", address = LOCAL] = positionals.toReversed();
const target: Target = { url: new URL(await running(address)), key: key.toLowerCase(), blog };
resolveBelowLocalhost();

let failed = 0;
for (const quirk of quirks) {
  const wrong = await fault(quirk, target).catch((failure: Error) => failure.message);
  report(quirk.what, quirk.client, wrong);
}
for (const make of Object.values(clients)) await tryOut(make(target, { test: true }));
console.log(`\n${failed === 0 ? "All as it must be." : `${failed} wrong.`}`);
process.exit(failed === 0 ? 0 : 1);

function report(what: string, client: string, wrong: string | undefined): void {
  if (wrong !== undefined) failed++;
  console.log(
    `${wrong === undefined ? "ok   " : "WRONG"} ${what}  [${client}]${wrong === undefined ? "" : `\n      ${wrong}`}`,
  );
}

async function tryOut(client: AkismetClient): Promise<void> {
  const plain = { name: "Ada Bauer", content: "Did you mean twenty? The second loop never runs for me." };
  const steps: [string, () => Promise<boolean>][] = [
    ["its key is valid", () => client.verify()],
    ["guaranteed spam is spam", () => client.isSpam({ ...plain, name: "akismet-guaranteed-spam" })],
    ["an administrator is not", async () => !(await client.isSpam({ ...plain, role: "administrator" }))],
    [
      "reports are taken",
      () => Promise.all([client.submit("spam", plain), client.submit("ham", plain)]).then(() => true),
    ],
  ];
  for (const [what, step] of steps) {
    const wrong = await step().then(
      (good) => (good ? undefined : "the client says otherwise"),
      (failure: Error) => failure.message,
    );
    report(what, client.name, wrong);
  }
}
