import { createRequire } from "node:module";
import { Author, Blog, CheckResult, Client, Comment } from "@cedx/akismet";
import type { Target } from "./target.ts";

const require = createRequire(import.meta.url);

interface Person {
  readonly name: string;
  readonly content: string;
  readonly role?: string;
}

/** What every client can do, whatever it calls it. */
export interface AkismetClient {
  readonly name: string;
  verify(): Promise<boolean>;
  isSpam(person: Person): Promise<boolean>;
  submit(what: "spam" | "ham", person: Person): Promise<void>;
}

/** `test`: nothing that is sent is stored or learned. */
interface ClientOptions {
  readonly test: boolean;
}

const ADDRESS = "203.0.113.9";

/** Three clients as npm has them, unmodified, and how each is told the service's address. */
export const clients = {
  "akismet-api": akismetApi,
  "@cedx/akismet": cedx,
  akismet: akismetNpm,
} as const satisfies Record<string, (target: Target, options: ClientOptions) => AkismetClient>;

function akismetApi({ url, key, blog }: Target, { test }: ClientOptions): AkismetClient {
  const { AkismetClient: Api } = require("akismet-api") as {
    AkismetClient: new (
      options: object,
    ) => {
      verifyKey(): Promise<boolean>;
      checkSpam(comment: object): Promise<boolean>;
      submitSpam(comment: object): Promise<void>;
      submitHam(comment: object): Promise<void>;
    };
  };
  const client = new Api({ key, blog, host: url.host, protocol: url.protocol.slice(0, -1) });
  const comment = ({ name, content, role }: Person) => ({
    ip: ADDRESS,
    useragent: "Mozilla/5.0",
    content,
    name,
    ...(role && { role }),
    ...(test && { isTest: true }),
  });
  return {
    name: "akismet-api",
    verify: () => client.verifyKey(),
    isSpam: (person) => client.checkSpam(comment(person)),
    submit: async (what, person) => {
      await (what === "spam" ? client.submitSpam(comment(person)) : client.submitHam(comment(person)));
    },
  };
}

function cedx({ url, key, blog }: Target, { test }: ClientOptions): AkismetClient {
  const client = new Client(key, new Blog({ url: blog }), { baseUrl: url, isTest: test });
  const comment = ({ name, content, role }: Person) =>
    new Comment({
      author: new Author({ ipAddress: ADDRESS, name, userAgent: "Mozilla/5.0", ...(role && { role }) }),
      content,
      context: ["tides", "moon"],
    });
  return {
    name: "@cedx/akismet",
    verify: () => client.verifyKey(),
    isSpam: async (person) => (await client.checkComment(comment(person))) !== CheckResult.ham,
    submit: (what, person) =>
      what === "spam" ? client.submitSpam(comment(person)) : client.submitHam(comment(person)),
  };
}

type Callback = (failure: unknown, yes?: boolean) => void;

/** It swallows what is answered to a report and takes any failure for "no". */
function akismetNpm({ url, key, blog }: Target, { test }: ClientOptions): AkismetClient {
  const { client: make } = require("akismet") as {
    client(options: object): Record<
      "checkComment" | "submitSpam" | "submitHam",
      (c: object, done: Callback) => void
    > & {
      verifyKey(done: Callback): void;
    };
  };
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  const client = make({ apiKey: key, blog, host: url.hostname, port });
  const comment = ({ name, content, role }: Person) => ({
    user_ip: ADDRESS,
    comment_author: name,
    comment_content: content,
    ...(role && { user_role: role }),
    ...(test && { is_test: 1 }),
  });
  const ask = (call: (done: Callback) => void) =>
    new Promise<boolean>((resolve, reject) =>
      call((failure, yes) => (failure ? reject(failure) : resolve(yes === true))),
    );
  return {
    name: "akismet",
    verify: () => ask((done) => client.verifyKey(done)),
    isSpam: (person) => ask((done) => client.checkComment(comment(person), done)),
    submit: async (what, person) => {
      await ask((done) => client[what === "spam" ? "submitSpam" : "submitHam"](comment(person), done));
    },
  };
}
