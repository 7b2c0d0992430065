import { expect, it } from "vitest";
import { defaults } from "../../src/contract/site.ts";
import { en } from "../../src/ui/messages/en.ts";
import { snippetOf } from "../../src/ui/sites/static-snippet.ts";

const linesFor = (settings: Partial<typeof defaults>) =>
  snippetOf(
    "https://hamlet.example",
    { id: "blog", createdAt: "", keys: [], settings: { ...defaults, name: "Blog", ...settings } },
    en.wire.snippet,
  );

it("a form has a box for mails of answers only where the owner offers them, and it is not ticked", () => {
  expect(linesFor({ form: true })).not.toContain("replies");
  expect(linesFor({ form: true, mailReaders: true })).toContain(
    '<input type="checkbox" name="replies" value="yes"> Tell me of answers by mail; a mail asks first whether it is me</label>',
  );
});
