import { type AkismetClient, clients } from "./conformance/clients.ts";
import { resolveBelowLocalhost } from "./conformance/key-hosts.ts";
import { fault } from "./conformance/quirk.ts";
import { quirks } from "./conformance/quirks.ts";
import type { Target } from "./conformance/target.ts";

const [address = "", key = "", blog = ""] = process.argv.slice(2);
if (!/^https?:\/\//.test(address) || !URL.canParse(address) || key === "" || blog === "") {
  console.error(`npm run conformance -- URL KEY BLOG

Checks a running service by Akismet's protocol, quirk by quirk and with three clients. Only tests are sent: nothing is learned.
  URL    where it runs, such as http://localhost:8787
  KEY    a key for Akismet clients: npm run -s sites -- akismet SITE
  BLOG   the blog's address`);
  process.exit(2);
}
const target: Target = { url: new URL(address), key: key.toLowerCase(), blog };
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
