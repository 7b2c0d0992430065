import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { callUntilAnswered } from "../cli/client.ts";
import { command, numberOf } from "../cli/command.ts";
import { exitOnSignals, freePort, ROOT, type Service, startService } from "../cli/service.ts";
import type { SiteWithSecrets } from "../contract/site.ts";
import type { Integrity } from "../contract/upkeep.ts";
import { Client } from "./chaos/client.ts";
import { compareDeliveries, comparePlaces, type Findings } from "./chaos/findings.ts";
import { Receiver } from "./chaos/receiver.ts";
import { readStored } from "./chaos/stored.ts";

const { values } = command({
  call: "npm run chaos",
  about: `Kills workerd at random moments while KV fails by spells, the site object aborts and the blog's endpoint lies, hangs, drops,
redirects and fails; then compares everything with everything.`,
  options: {
    rounds: { type: "string", default: "20", value: "N", help: "kills, 1 to 100 (20)" },
    seconds: { type: "string", default: "6", value: "N", help: "of each round, at most, up to 60 (6)" },
  },
  examples: ["npm run chaos", "npm run chaos -- --rounds 3 --seconds 2"],
  exits: { 0: "nothing was lost, nothing doubled", 1: "something was" },
});
const rounds = numberOf("rounds", values.rounds, { least: 1, most: 100, whole: true });
const seconds = numberOf("seconds", values.seconds, { least: 0.1, most: 60 });

const WRITERS = 4;
const TOKEN = "chaos-admin-token-of-forty-characters-000";
const KEY = "chaoskey1234";
/** The wait for everything to be told once all is well again, milliseconds; and how often it is looked at. */
const DRAIN = 300_000;
const LOOK = 3_000;

const folder = mkdtempSync(join(tmpdir(), "hamlet-chaos-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
exitOnSignals();
const secrets = join(folder, "secrets");
writeFileSync(
  secrets,
  `ADMIN_TOKEN="${TOKEN}"\nHAMLET_SECRET="chaos-secret-of-more-than-thirty-two"\nDEMO_SITE_KEY="${KEY}"\nALLOW_LOCAL_TARGETS="true"\n`,
);
const receiver = new Receiver();
const webhook = await receiver.listen(await freePort());
const options = {
  port: await freePort(),
  state: join(folder, "state"),
  secrets,
  entry: join(ROOT, "src/lab/chaos/entry.ts"),
  quiet: true,
};
let service: Service = await startService(options);
const { url } = service;
const client = new Client(url, KEY);
try {
  await makeSite();
  const writers = Array.from({ length: WRITERS }, (_, i) => client.run(i));
  for (let round = 1; round <= rounds; round++) {
    await pause(1000 * seconds * (0.3 + 0.7 * Math.random()));
    await service.crash();
    console.log(
      `round ${round}: killed workerd with ${client.acknowledged.size} comments and ${client.decided.size} decisions acknowledged`,
    );
    service = await startService(options);
  }
  client.stop();
  await Promise.all(writers);
  process.exitCode = (await audit()) ? 0 : 1;
} finally {
  receiver.close();
  await service.stop();
}
process.exit();

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function makeSite(): Promise<void> {
  const site = { id: "demo", name: "Chaos", hosts: ["blog.example"], webhook };
  for (;;) {
    const made = await callUntilAnswered<SiteWithSecrets>(url, TOKEN, "POST", "/v1/sites", site);
    if (made.status === 201) return receiver.trust(made.body.deliverySecret);
    // An abort or a failure of KV came between: begin again.
    await callUntilAnswered(url, TOKEN, "DELETE", "/v1/sites/demo");
  }
}

type Told = Integrity & { queue: { missing: string[]; strays: string[] } };

/** Lets all be told, then compares everything with everything. True: nothing lost, nothing doubled. */
async function audit(): Promise<boolean> {
  receiver.calm();
  await fetch(`${url}/calm`);
  const began = Date.now();
  let told: Told;
  for (let look = 0; ; look++) {
    await fetch(`${url}/__scheduled`);
    // Another address is tried at once, whatever pause the failures had earned.
    await callUntilAnswered(url, TOKEN, "PATCH", "/v1/sites/demo", { webhook: `${webhook}?${look}` });
    await pause(LOOK);
    told = (await callUntilAnswered<Told>(url, TOKEN, "GET", "/v1/sites/demo/integrity")).body;
    if (told.toTell === 0 || Date.now() - began > DRAIN) break;
  }
  const { comments, events } = await readStored(url, TOKEN);
  const findings: Findings = [
    ...comparePlaces(client, comments, events),
    ...compareDeliveries(receiver, comments, events),
    ["comments whose status is not their decision's", told.misplaced.length],
    ["numbers of the model that are not what its lessons say", told.learned.differing],
    ["lessons of decisions that were taken back", told.learned.unfounded],
    ["comments that wait and are not in KV", told.queue.missing.length],
    ["keys in KV of comments that do not wait", told.queue.strays.length],
    ["comments still to be told of", told.toTell],
  ];
  const { good, liar, ...bad } = receiver.moods;
  console.log(`
workerd killed             ${rounds} times
comments acknowledged      ${client.acknowledged.size}
decisions acknowledged     ${client.decided.size}
requests sent again        ${client.retried}
events of the site         ${events.length}, ${told.learned.lessons} lessons stand
the blog took              ${good}; took and denied ${liar}; ${Object.entries(bad)
    .map(([mood, n]) => `${mood} ${n}`)
    .join(", ")}
all told after             ${Math.round((Date.now() - began) / 1000)} s

${findings.map(([what, n]) => `${what.padEnd(60)} ${n}`).join("\n")}`);
  return findings.every(([, n]) => n === 0);
}
