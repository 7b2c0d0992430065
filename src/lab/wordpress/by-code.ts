import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type Tour, until } from "./tour.ts";

const run = promisify(execFile);

/** Connected anew by a one-time code, as a newcomer does it: what a key needed two more fields for. */
export async function byCode(tour: Tour): Promise<void> {
  const { admin, hamlet, table } = tour;
  await hamlet.webhook(null);
  await admin.disconnect();
  const code = await hamlet.code();
  const made = await admin.connect({ address: hamlet.url, word: code, secret: "" });
  table.note(
    "a one-time code connects",
    /^[A-Z2-9]{4}-[A-Z2-9]{4}$/.test(code) && made.startsWith("Connected"),
    made,
  );
  const webhook = await hamlet.webhookNow();
  table.note(
    "and tells Hamlet where decisions go",
    webhook?.includes("hamlet/v1/events") === true,
    String(webhook),
  );
  await admin.disconnect();
  const again = await admin.connect({ address: hamlet.url, word: code, secret: "" });
  table.note("the same code again connects nobody", again.includes("does not know this code"), again);
  await admin.connect({ address: hamlet.url, word: await hamlet.code(), secret: "" });
  await status(tour);
  await logOnly(tour);
}

/** `wp hamlet status`, where there is a wp. */
async function status({ blog, table }: Tour): Promise<void> {
  const command = run("wp", ["--allow-root", `--path=${blog.path}`, "hamlet", "status"]);
  const said = await command.then(
    ({ stdout }) => stdout,
    (failure: NodeJS.ErrnoException & { stdout?: string; stderr?: string }) =>
      failure.code === "ENOENT" ? undefined : `${failure.stdout} ${failure.stderr}`,
  );
  if (said === undefined) return console.log("SKIPPED  wp hamlet status: there is no wp here");
  table.note(
    "wp hamlet status says how it goes",
    /Answers: yes[\s\S]*Mode: enforce/.test(said),
    said.replaceAll(/\s+/g, " ").slice(0, 110),
  );
}

/** Log-only: WordPress decides by its own rules, and the column says what Hamlet would have done. */
async function logOnly({ admin, blog, hamlet, ways, posts, table }: Tour): Promise<void> {
  await hamlet.set({ mode: "log-only" });
  const before = (await blog.comments()).map(({ id }) => id);
  const text =
    "Cheap pills online http://pills.example.com http://pills.example.com/viagra best price casino bonus";
  const spam = {
    way: "rest",
    kind: "spam",
    author: "Pills",
    email: "p83@mail.example",
    url: "http://pills.example.com",
    text,
  } as const;
  await ways.post(spam, posts[0] as (typeof posts)[0]);
  const came = await until(
    async () => (await blog.comments()).find(({ id }) => !before.includes(id)),
    (found) => found !== undefined,
  );
  const { text: column } = await admin.column(came?.id ?? 0);
  table.note(
    "log-only: WordPress' own rules decide, and the column says what Hamlet would have said",
    came?.status === "unapproved" && column.includes("only takes notes"),
    `${came?.status}; ${column.slice(0, 100)}`,
  );
  await hamlet.set({ mode: "enforce" });
}
