import { env, reset, runDurableObjectAlarm, SELF } from "cloudflare:test";
import type { Answer } from "../../src/contract/verdict.ts";
import { later } from "../clock.ts";

export const ADMIN_TOKEN = "test-admin-token-of-forty-characters-000";
export const DEMO_KEY = "demo12345678";

export interface Reply<T = Record<string, never>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** One HTTP call to the Worker, as a blog or its owner would make it. */
export async function call<T = Answer & Record<string, never>>(
  method: string,
  path: string,
  { key, body, headers = {} }: { key?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Reply<T>> {
  const response = await SELF.fetch(`https://hamlet.example${path}`, {
    method,
    redirect: "manual",
    headers: {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = /[/+]json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, body: (json ? JSON.parse(text) : text) as T };
}

/** Makes the demo site; its key is known. */
export async function demoSite(settings: Record<string, unknown> = {}): Promise<void> {
  const create = () =>
    call("POST", "/v1/sites", {
      key: ADMIN_TOKEN,
      body: { id: "demo", name: "Demo", url: "https://blog.example", hosts: ["blog.example"], ...settings },
    });
  let created = await create();
  if (created.status === 409) {
    // A call between objects, still under way as all was emptied, kept the directory that had been: it is over by now.
    await reset();
    created = await create();
  }
  if (created.status !== 201) throw new Error(`no site: ${JSON.stringify(created.body)}`);
}

/** A comment that the filter is unsure of. */
export const doubtful = {
  content: "Interesting, thanks for sharing. More on http://some-blog.example.net/page",
  author: { name: "Kim" },
};
/** One that nobody needs to see. */
export const plain = {
  content:
    "I think the second loop never runs, because `i` starts at 10. Did you mean `i < 20`? I tried it with gcc 12 and got a warning there.",
  author: { name: "Ada Bauer" },
};
const remarks = [
  "I think the second loop never runs, because `i` starts at 10.",
  "In the third listing `rows` is read before it is filled, isn't it?",
  "With gcc 12 I get a warning for `count`, but the program runs.",
  "Shouldn't it be `for (const row of rows)` in the last example?",
  "My parser failed on the empty line until I moved the check up.",
  "Did you measure it with the cache switched off?",
  "On my laptop `make test` prints seven instead of eight.",
  "I had to raise the stack size before the recursion went through.",
  "Which version of the compiler did you use for the table?",
  "I think `null` slips through here when the list is empty.",
  "Why is the index counted down and not up in this part?",
  "The diagram shows four arrows, but the text speaks of three.",
  "Does `sort` keep the order of equal elements in that version?",
  "I get the same answer by hand, but only after rounding twice.",
  "Your second test passes even if I delete the function.",
  "There is a typo in line 9, it should be `width` and not `height`.",
  "How would you undo this step if the power fails in the middle?",
  "The older library did not have that option, so I wrote a wrapper.",
];
/** Comments that nobody needs to see, each with a text of its own: the same twice is held. */
export const remark = (n: number) => {
  const content = remarks[n];
  if (content === undefined) throw new Error(`there are ${remarks.length} remarks`);
  return { content, author: { name: "Ada Bauer" } };
};
/** One that is spam beyond doubt. */
export const blatant = {
  content:
    "Great post! Visit my site http://cheap-casino.example.com/bonus for free casino bonus <a href='http://cheap-casino.example.com/bonus'>casino</a>",
  author: { name: "best online casino", url: "http://cheap-casino.example.com/bonus" },
};

export const submit = (body: unknown) => call("POST", "/v1/sites/demo/comments", { key: DEMO_KEY, body });
export const decide = (id: string, body: unknown) =>
  call("POST", `/v1/sites/demo/comments/${id}/decision`, { key: DEMO_KEY, body });
export const tell = (id: string) => call("GET", `/v1/sites/demo/comments/${id}`, { key: DEMO_KEY });

/** The demo's site object. */
export const siteObject = () => env.SITE.get(env.SITE.idFromName("demo"));

/** Lets time pass, and rings the demo's alarm. */
export const pass = async (ms: number) => {
  later(ms);
  await runDurableObjectAlarm(siteObject());
};

/** The demo's record as the directory has it. */
export const theRecord = async () => {
  const record = await env.DIRECTORY.get(env.DIRECTORY.idFromName("directory")).site("demo");
  if (!record) throw new Error("there is no demo site");
  return record;
};
