import type { BlogComment } from "./blog.ts";
import type { LabComment } from "./comments.ts";
import { type Tour, until } from "./tour.ts";

interface Themes {
  readonly now: string;
  readonly block?: string;
  readonly classic?: string;
}

/** The form of block themes and of classic ones: what it tells of a person, and of a program that fills in all it finds. */
export async function themes(tour: Tour): Promise<void> {
  const { blog } = tour;
  const there = await blog.inside<Themes>("themes");
  for (const kind of ["block", "classic"] as const) {
    const theme = there[kind];
    if (theme === undefined) console.log(`SKIPPED  the form of a ${kind} theme: there is none here`);
    else await form(tour, kind, await blog.inside<string>("theme", { theme }));
  }
  await blog.inside("theme", { theme: there.now });
}

const reader = (author: string, kind: string): LabComment => ({
  way: "form",
  kind: "ham",
  author,
  email: `${author.toLowerCase()}-${kind}@reader.example`,
  text: `Has anybody tried the ${kind} oven with a stone in it? Mine takes an hour until the stone is hot.`,
});

async function form(tour: Tour, kind: string, theme: string): Promise<void> {
  const { table, hamlet, ways, posts } = tour;
  const post = posts[1] as (typeof posts)[0];
  const page = await (await fetch(post.url)).text();
  const trap = /name="(field_[0-9a-f]{8})"/.exec(page)?.[1];
  const person = await newest(tour, () => ways.form([reader("Mai", kind)], post));
  const program = await newest(tour, () =>
    ways.form([reader("Bot", kind)], post, { [trap ?? "field"]: "http://bot.example" }),
  );
  const [ofPerson, ofProgram] = [await hamlet.signals(person.hamlet), await hamlet.signals(program.hamlet)];
  table.note(
    `a ${kind} theme's form (${theme}) has the time and the trap, and a person passes`,
    trap !== undefined && !/form-token|form-speed|honeypot/.test(ofPerson.join()),
    `${trap ?? "no trap"}; ${person.status}`,
  );
  table.note(
    `a program that fills in the ${kind} theme's trap is caught`,
    ofProgram.includes("honeypot") && program.status !== "approved",
    `${program.status}; ${ofProgram.slice(0, 3).join(", ")}`,
  );
}

/** The comment that something brings. */
async function newest({ blog }: Tour, bring: () => Promise<unknown>): Promise<BlogComment> {
  const before = (await blog.comments()).map(({ id }) => id);
  await bring();
  const came = await until(
    async () => (await blog.comments()).find(({ id }) => !before.includes(id)),
    (found) => found !== undefined,
  );
  if (!came) throw new Error("A comment did not come.");
  return came;
}
