import { env, reset } from "cloudflare:test";
import { solveChallenge } from "altcha-lib/v1";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { FormAnswer } from "../../src/contract/form.ts";
import type { WorkChallenge } from "../../src/contract/form-proof.ts";
import { DAY, HOUR, later } from "../clock.ts";
import { ADMIN_TOKEN, call, demoSite, pass, remark, tell } from "../site/blog.ts";
import { insideOf } from "../site/inside.ts";
import { send, sendJson } from "./blogs-form.ts";

const open = { form: true, publishBelow: 0.998, publishBareBelow: 0.998, rejectAbove: 0.999 };
const patch = (body: object) => call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body });

beforeEach(async () => {
  await reset();
  await demoSite(open);
});

/** What became of a comment, and by which rule it is held. */
async function outcome(fields: Readonly<Record<string, string>>, n = 0) {
  const { status, body } = await sendJson<FormAnswer>({ comment: remark(n).content, name: "Ada", ...fields });
  const { policy } = (await tell(body.id)).body as unknown as { policy: { rule: string }[] };
  return [status, body.status, policy.map(({ rule }) => rule)];
}

const challenge = async (site = "demo") => (await call<WorkChallenge>("GET", `/f/${site}/challenge`)).body;

/** Solves a challenge as ALTCHA's own library does. */
async function solved(given: WorkChallenge, more: object = {}): Promise<string> {
  const found = await solveChallenge(given.challenge, given.salt, given.algorithm, given.maxnumber).promise;
  const { algorithm, challenge: asked, salt, signature } = given;
  return btoa(
    JSON.stringify({ algorithm, challenge: asked, number: found?.number, salt, signature, ...more }),
  );
}

describe("a proof of work", () => {
  it("is asked for by nobody who did not say so", async () => {
    expect(await outcome({})).toEqual([201, "published", []]);
    expect((await call("GET", "/f/demo/token")).body).toEqual({ token: expect.any(String) });
    expect((await call("GET", "/f/demo/challenge")).status).toBe(404);
  });

  describe("that the owner asks for", () => {
    beforeEach(() => patch({ formProof: { kind: "work" } }));

    it("is a challenge of ALTCHA's, told to the page's script with its token", async () => {
      expect(await challenge()).toEqual({
        algorithm: "SHA-256",
        challenge: expect.stringMatching(/^[0-9a-f]{64}$/),
        maxnumber: 50_000,
        salt: expect.stringMatching(/^[0-9a-f]{24}\?expires=\d{10}&$/),
        signature: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect((await call("GET", "/f/demo/token")).body).toEqual({ token: expect.any(String), work: true });
    });

    it("solved, lets a comment be judged as any other", async () => {
      expect(await outcome({ altcha: await solved(await challenge()) })).toEqual([201, "published", []]);
    });

    it("not brought, as without a script, holds a comment; nobody is refused", async () => {
      const rule = "came without the proof that the form asks for";
      expect(await outcome({})).toEqual([201, "waits", [rule]]);
      const plain = await send({ comment: remark(1).content, name: "Ada" });
      expect([plain.status, plain.headers.get("location")]).toEqual([
        303,
        "https://blog.example/posts/loops/#hamlet-waits",
      ]);
    });

    it("is spent with one comment, and the same comment sent again is the same", async () => {
      const altcha = await solved(await challenge());
      const spent = "the form's proof had been used before";
      expect(await outcome({ altcha })).toEqual([201, "published", []]);
      expect(await outcome({ altcha })).toEqual([201, "published", []]);
      expect(await outcome({ altcha }, 1)).toEqual([201, "waits", [spent]]);
    });

    it("is spent with one of many that come at once", async () => {
      const altcha = await solved(await challenge());
      const answers = await Promise.all([0, 1, 2, 3].map((n) => outcome({ altcha }, n)));
      expect(answers.map(([, status]) => status).sort()).toEqual(["published", "waits", "waits", "waits"]);
    });

    it.each([
      ["is no base64", async () => "\u00e4\u00f6\u00fc"],
      ["is no JSON", async () => btoa("{")],
      ["is null", async () => btoa("null")],
      ["is longer than any", async () => btoa(`"${"x".repeat(2_000)}"`)],
      ["has another number", async (given: WorkChallenge) => solved(given, { number: 50_001 })],
      ["has a number that is none", async (given: WorkChallenge) => solved(given, { number: "1e3" })],
      ["names another algorithm", async (given: WorkChallenge) => solved(given, { algorithm: "SHA-1" })],
      [
        "was signed by somebody else",
        async (given: WorkChallenge) => solved(given, { signature: "0".repeat(64) }),
      ],
      [
        "has a later end written into it",
        async (given: WorkChallenge) =>
          solved(given, { salt: given.salt.replace(/expires=\d+/, "expires=9999999999") }),
      ],
    ])("holds a comment that %s", async (_, made) => {
      const altcha = await made(await challenge());
      expect(await outcome({ altcha })).toEqual([201, "waits", ["the form's proof was not right"]]);
    });

    it("of another site is none", async () => {
      await call("POST", "/v1/sites", {
        key: ADMIN_TOKEN,
        body: { id: "other", form: true, formProof: { kind: "work" } },
      });
      const altcha = await solved(await challenge("other"));
      expect(await outcome({ altcha })).toEqual([201, "waits", ["the form's proof was not right"]]);
    });

    it("is too old after an hour, and forgotten after a day", async () => {
      const [early, late] = [await solved(await challenge()), await solved(await challenge())];
      await outcome({ altcha: early });
      later(HOUR);
      expect(await outcome({ altcha: late }, 1)).toEqual([201, "waits", ["the form's proof was too old"]]);
      const kept = () =>
        insideOf("demo")((_, storage) => storage.sql.exec("SELECT id FROM solutions").toArray().length);
      expect(await kept()).toBe(1);
      await pass(DAY);
      await pass(DAY);
      expect(await kept()).toBe(0);
    });
  });
});

describe("Turnstile", () => {
  const secret = "0x4AAA-the-secret";
  const turnstile = { kind: "turnstile", siteKey: "0x4AAAkey", secret };
  const siteverify = (answer: () => Response | Promise<Response>) =>
    vi.spyOn(globalThis, "fetch").mockImplementation(async () => answer());
  const given = { "cf-turnstile-response": "what-turnstile-gave" };

  beforeEach(() => patch({ formProof: turnstile }));

  it("is asked with the secret and what it gave to the page, and with nothing of the reader", async () => {
    const fetched = siteverify(() => Response.json({ success: true, hostname: "blog.example" }));
    expect(await outcome(given)).toEqual([201, "published", []]);
    const [address, request] = fetched.mock.calls[0] ?? [];
    expect([String(address), String(request?.body)]).toEqual([
      "https://challenges.cloudflare.com/turnstile/v0/siteverify",
      "secret=0x4AAA-the-secret&response=what-turnstile-gave",
    ]);
  });

  it.each([
    [
      "says no",
      () => Response.json({ success: false, "error-codes": ["invalid-input-response"] }),
      "the form's proof was not right",
    ],
    [
      "had given it before",
      () => Response.json({ success: false, "error-codes": ["timeout-or-duplicate"] }),
      "the form's proof had been used before",
    ],
    [
      "does not know the secret",
      () => Response.json({ success: false, "error-codes": ["invalid-input-secret"] }),
      "whoever verifies the form's proof did not answer",
    ],
    [
      "answers no JSON",
      () => new Response("<html>", { status: 502 }),
      "whoever verifies the form's proof did not answer",
    ],
    [
      "cannot be reached",
      () => Promise.reject(new Error("connection refused")),
      "whoever verifies the form's proof did not answer",
    ],
  ])("that %s holds a comment, and says why", async (_, answer, rule) => {
    siteverify(answer);
    expect(await outcome(given)).toEqual([201, "waits", [rule]]);
  });

  it("is not asked of a comment that brings nothing of it, or too much", async () => {
    const fetched = siteverify(() => Response.json({ success: true, hostname: "blog.example" }));
    expect((await outcome({}))[2]).toEqual(["came without the proof that the form asks for"]);
    expect((await outcome({ "cf-turnstile-response": "x".repeat(2_049) }, 1))[1]).toBe("waits");
    expect(fetched).toHaveBeenCalledTimes(0);
  });

  it("keeps its secret encrypted, shows it to nobody, and leaves it where it is sent back as shown", async () => {
    const read = await call<{ settings: { formProof: object } }>("GET", "/v1/sites/demo", {
      key: ADMIN_TOKEN,
    });
    expect(read.body.settings.formProof).toEqual({ ...turnstile, secret: "…" });
    const stored = await env.DIRECTORY.get(env.DIRECTORY.idFromName("directory")).site("demo");
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect((await patch({ formProof: { ...turnstile, secret: "…" } })).status).toBe(200);
    const fetched = siteverify(() => Response.json({ success: true, hostname: "blog.example" }));
    await outcome(given);
    expect(String(fetched.mock.calls[0]?.[1]?.body)).toContain(secret);
    const other = await patch({ formProof: { ...turnstile, siteKey: "0xOther", secret: "…" } });
    expect([other.status, other.body]).toMatchObject([422, { errors: [{ pointer: "#/formProof/secret" }] }]);
  });

  it("stands on the page for readers, as a third party that sees them", async () => {
    const page = async () => (await call<string>("GET", "/sites/demo/privacy")).body;
    expect(await page()).toContain("challenges.cloudflare.com");
    await patch({ formProof: { kind: "work" } });
    later(DAY);
    expect(await page()).not.toContain("challenges.cloudflare.com");
  });
});

describe("Markdown", () => {
  const shown = async (comment: string) => {
    await sendJson({ comment, name: "Ada" });
    await pass(60_000);
    const { body } = await call<{ comments: { html: string }[] }>(
      "GET",
      "/f/demo/comments?post=https://blog.example/posts/loops/",
    );
    return body.comments.at(-1)?.html;
  };
  it("is what readers write where the owner says so, and from then on", async () => {
    expect(await shown("Did you **measure** it with the cache off?")).toBe(
      "<p>Did you **measure** it with the cache off?</p>",
    );
    await patch({ markdown: true });
    expect(await shown("Why is the index counted *down* and not up?")).toBe(
      "<p>Why is the index counted <em>down</em> and not up?</p>\n",
    );
  });
});
