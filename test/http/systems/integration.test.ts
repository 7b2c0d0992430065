import { env, reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { ADMIN_TOKEN, call, demoSite, doubtful, theRecord } from "../../site/blog.ts";
import { signIn } from "../session.ts";
import { CREDENTIAL, connect, ENDPOINT, post } from "./requests.ts";

interface Failure {
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
}

const patch = <T = Failure>(integration: unknown) =>
  call<T>("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { integration } });
const receiver = () =>
  call<{ address: string; secret: string }>("POST", "/v1/sites/demo/receiver", { key: ADMIN_TOKEN });

beforeEach(() => reset());

describe("the credential", () => {
  it("is stored encrypted, and shown nowhere", async () => {
    await connect("discourse");
    const shown = await call<object>("GET", "/v1/sites/demo", { key: ADMIN_TOKEN });
    const { get } = await signIn();
    const pages = [(await get("/sites/demo/system")).body, (await get("/sites/demo/wire")).body];
    expect(JSON.stringify([shown.body, await theRecord(), pages])).not.toContain(CREDENTIAL);
    expect(shown.body).toMatchObject({
      settings: { integration: { system: "discourse", endpoint: ENDPOINT, credential: "…", secret: null } },
    });
  });

  it("stays when it comes back as it was shown, and goes when it is left out", async () => {
    await connect("discourse");
    const before = (await theRecord()).settings.integration;
    await patch({ system: "discourse", endpoint: ENDPOINT, credential: "…" });
    expect((await theRecord()).settings.integration).toEqual(before);
    await patch({ system: "discourse", endpoint: ENDPOINT });
    expect((await theRecord()).settings.integration?.credential).toBe(null);
  });

  it("is not kept for another address or another system", async () => {
    await connect("discourse");
    const moved = await patch({ system: "discourse", endpoint: "https://blog.example", credential: "…" });
    const other = await patch({ system: "waline", endpoint: ENDPOINT, credential: "…" });
    const pointers = [moved, other].map(({ status, body }) => [status, body.errors.map((e) => e.pointer)]);
    expect(pointers).toEqual([
      [422, ["#/integration/credential"]],
      [422, ["#/integration/credential"]],
    ]);
  });

  it("of one site opens nothing for another: the same is stored otherwise", async () => {
    await connect("discourse");
    await patch({ system: "discourse", endpoint: ENDPOINT, credential: CREDENTIAL });
    const first = (await theRecord()).settings.integration?.credential;
    await patch({ system: "discourse", endpoint: ENDPOINT, credential: CREDENTIAL });
    expect((await theRecord()).settings.integration?.credential).not.toBe(first);
  });
});

describe("an integration that cannot work is refused by its field", () => {
  const cases = [
    ["a host that is not the site's", { system: "cusdis", endpoint: "https://evil.example" }, "endpoint"],
    ["no https", { system: "cusdis", endpoint: "http://comments.example" }, "endpoint"],
    ["a private network", { system: "cusdis", endpoint: "https://10.0.0.1" }, "endpoint"],
    ["a password in the address", { system: "cusdis", endpoint: "https://a:b@comments.example" }, "endpoint"],
    ["a system that can be told nothing", { system: "webmention", endpoint: ENDPOINT }, "endpoint"],
    ["Coral without its signing secret", { system: "coral" }, "secret"],
    ["an unknown system", { system: "disqus" }, "system"],
    ["a credential that is a book", { system: "cusdis", credential: "x".repeat(2049) }, "credential"],
  ] as const;
  it.each(cases)("%s", async (_, integration, field) => {
    await demoSite({ hosts: ["blog.example", "comments.example"] });
    const { status, body } = await patch(integration);
    expect([status, body.errors.map(({ pointer }) => pointer)]).toEqual([422, [`#/integration/${field}`]]);
    expect((await theRecord()).settings.integration).toBe(null);
  });
});

describe("what Hamlet makes for a system to prove itself with", () => {
  it("is told to the owner, with the address, and fits into whatever a system has for it", async () => {
    await connect("webmention");
    const { body } = await receiver();
    expect(body).toEqual({
      system: "webmention",
      address: "https://hamlet.example/in/webmention/demo",
      secret: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
  });

  it("is good for one more generation after new keys were made, and no longer", async () => {
    const first = await connect("cusdis");
    const rotate = () => call("POST", "/v1/sites/demo/keys", { key: ADMIN_TOKEN });
    const status = async (secret: string) => (await post("cusdis", secret, doubtful.content)).status;
    await rotate();
    const second = (await receiver()).body.secret;
    const afterOne = [await status(first), await status(second)];
    await rotate();
    const afterTwo = [await status(first), await status(second)];
    expect([afterOne, afterTwo]).toEqual([
      [200, 200],
      [401, 200],
    ]);
  });

  it("is not there for a site that is not connected", async () => {
    await demoSite();
    expect((await receiver()).status).toBe(404);
  });

  it("is shown on the page only when asked for", async () => {
    const secret = await connect("cusdis");
    const { get, post: send } = await signIn();
    const looked = (await get("/sites/demo/system")).body;
    const asked = (await send("/sites/demo/system/secret")).body;
    expect([looked.includes(secret), asked.includes(secret)]).toEqual([false, true]);
    expect(looked).toContain("https://hamlet.example/in/cusdis/demo");
  });
});

describe("the page", () => {
  it("connects a site, and says by field what it cannot", async () => {
    await demoSite({ hosts: ["comments.example"] });
    const { post: send, get } = await signIn();
    const refused = await send("/sites/demo/system", { system: "cusdis", endpoint: "https://evil.example" });
    const saved = await send("/sites/demo/system", {
      system: "cusdis",
      endpoint: ENDPOINT,
      credential: "",
      secret: "",
    });
    expect([refused.status, saved.status, saved.headers.get("location")]).toEqual([
      422,
      303,
      "/sites/demo/system?saved=1",
    ]);
    expect((await get("/sites/demo/deliveries")).body).toContain("Cusdis");
    await send("/sites/demo/system", { system: "" });
    expect((await theRecord()).settings.integration).toBe(null);
  });
});

it("a copy of the record in KV holds no credential that can be read", async () => {
  await connect("discourse");
  const { keys } = await env.QUEUE.list();
  const values = await Promise.all(keys.map(({ name }) => env.QUEUE.get(name)));
  expect(values.join("\n")).not.toContain(CREDENTIAL);
});
