import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asMeant } from "../../src/contract/as-meant.ts";
import { systemNames } from "../../src/contract/integration.ts";
import { submission } from "../../src/contract/submission.ts";
import { idOf, systems } from "../../src/systems/systems.ts";
import { bodies } from "../http/systems/bodies.ts";

const odd = fc.oneof(
  fc.constantFrom(
    null,
    "",
    0,
    -1,
    1e300,
    true,
    [],
    {},
    "\u0000",
    "\ud800",
    "x".repeat(3000),
    "https://a.example/x",
  ),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A body with some of its values, however deep, replaced by odd ones. */
const changed = (body: unknown): fc.Arbitrary<unknown> => {
  if (typeof body !== "object" || body === null || Array.isArray(body))
    return fc.oneof({ weight: 4, arbitrary: fc.constant(body) }, { weight: 1, arbitrary: odd });
  return fc.record(Object.fromEntries(Object.entries(body).map(([name, value]) => [name, changed(value)])));
};

describe.each(systemNames)("whatever %s sends", (system) => {
  const { inward } = systems[system];
  const events = ["post_created", "post_edited", "post_destroyed", ""];

  it("is refused by its fields, or becomes a submission that fits the contract, or nothing", async () => {
    await fc.assert(
      fc.asyncProperty(changed(bodies[system]("Hello")), fc.constantFrom(...events), async (body, event) => {
        const fits = inward.body.safeParse(body);
        if (!fits.success) return;
        const said = await inward.read(fits.data, new Headers({ "x-discourse-event": event }));
        if (said.what !== "comment") return;
        const sent = asMeant({ ...said.submission, id: idOf(system, said.submission.id) });
        expect(submission.safeParse(sent).error?.issues).toBe(undefined);
      }),
      { numRuns: 300 },
    );
  });

  it("is a comment if it is genuine", async () => {
    const headers = new Headers({ "x-discourse-event": "post_created" });
    const said = await inward.read(inward.body.parse(bodies[system]("Hello")), headers);
    expect(said).toMatchObject({ what: "comment" });
  });
});
