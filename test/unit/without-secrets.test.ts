import { expect, it } from "vitest";
import { withoutSecrets } from "../../src/site/delivery/attempts.ts";

const secret = "eyJhbGciOiJIUzI1NiJ9.eyJjb21tZW50SWQiOiJhL2IifQ.c2ln";

it.each([
  ["no", []],
  ["it redirects to /api/open/approve?token=…", [secret]],
  ["wrong key …", ["p/ä+ss word"]],
])("an answer is kept up to where it tells a secret: %s", (kept, secrets) => {
  const answers: Record<string, string> = {
    no: "no",
    "it redirects to /api/open/approve?token=…": `it redirects to /api/open/approve?token=${secret.slice(0, 30)}`,
    "wrong key …": "wrong key p%2F%C3%A4%2Bss%20word, sorry",
  };
  expect(withoutSecrets(answers[kept] as string, secrets)).toBe(kept);
});

it("an empty credential hides nothing", () => {
  expect(withoutSecrets("all of it", [""])).toBe("all of it");
});
