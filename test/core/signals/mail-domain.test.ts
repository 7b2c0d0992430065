import { mailDomain } from "../../../src/core/signals/mail-domain.ts";
import { table } from "./table.ts";

const row = (why: string, email: string, url: string | undefined, variant: string, strength = 0.5) =>
  [
    why,
    { author: { email, url } },
    {
      strength,
      evidence: email.slice(email.lastIndexOf("@") + 1),
      span: { field: "author.email", start: 0, end: email.length },
      variants: [variant],
    },
  ] as const;

table(mailDomain, {
  is: { name: "mail-domain", group: "author" },
  finds: [
    row("the website's own", "ada@mail.tides.co.uk", "https://blog.tides.co.uk/a", "own"),
    row("a provider's", "ada@gmail.com", undefined, "public, without website"),
    row("a provider's beside a website", "ada@GMX.de", "https://tides.org", "public, with website"),
    row("a provider's of any country", "ada@yahoo.co.jp", undefined, "public, without website"),
    row("one of a third domain", "ada@shop.org", "https://tides.org", "other, with website", 1),
    row("one without a website", "ada@shop.org", undefined, "other, without website"),
    row("one beside what is no website", "ada@shop.org", "nonsense", "other, without website"),
    row("one that only ends like a provider's", "ada@notgmail.com", undefined, "other, without website"),
  ],
  passes: [
    ["no address was sent", {}],
    ["it is empty", { author: { email: "" } }],
    ["its host has no dot", { author: { email: "ada@localhost" } }],
    ["an address in the text", "write to ada@gmail.com"],
  ],
});
