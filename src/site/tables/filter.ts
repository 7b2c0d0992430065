import type { Looked, Term } from "../../contract/search.ts";

interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

const TEXTS = {
  text: "concat(comment ->> '$.content', char(10), comment ->> '$.author.name', char(10), comment ->> '$.post.title')",
  author: "comment ->> '$.author.name'",
  mail: "comment ->> '$.author.email'",
  domain: "concat(comment ->> '$.content', ' ', comment ->> '$.author.url')",
  post: "concat(comment ->> '$.post.title', ' ', comment ->> '$.post.url')",
};

/** The conditions as SQL, to be joined by AND. */
export const conditions = (filter: readonly Term[]): Condition[] => filter.map(condition);

function condition(term: Term): Condition {
  switch (term.field) {
    case "score":
      return { sql: `score ${term.above ? ">" : "<"} ?`, values: [term.value] };
    case "arrived":
      return { sql: `arrived ${term.before ? "<" : ">="} ?`, values: [term.value] };
    case "mailHash":
      return { sql: `mail IN (${marks(term.values)})`, values: term.values };
    case "network": {
      const list = marks(term.values);
      return {
        sql: `(network IN (${list}) OR prefix IN (${list}))`,
        values: [...term.values, ...term.values],
      };
    }
    case "unseen":
      return unseen(term.looked);
    case "reason":
      return {
        sql: "(instr(verdict, ?) OR instr(lower(verdict ->> '$.policy'), lower(?)))",
        values: [`${JSON.stringify({ signal: term.value }).slice(0, -1)},"points"`, term.value],
      };
    default:
      return holds(TEXTS[term.field], term.value);
  }
}

/** SQL takes 100 values: two for each place. */
const unseen = (looked: readonly Looked[]): Condition => ({
  sql: ["decisions = '[]'", ...looked.map(() => "NOT (arrived <= ? AND abs(score) <= ?)")].join(" AND "),
  values: looked.flatMap(({ until, score }) => [until, score]),
});

/** SQLite lowers ASCII alone; of other letters the usual spellings are tried. */
function holds(text: string, value: string): Condition {
  const lower = value.toLowerCase();
  const isAscii = [...value].every((character) => character < "\u0080");
  if (isAscii) return { sql: `instr(lower(${text}), ?)`, values: [lower] };
  const [first = "", ...rest] = lower;
  const spellings = [...new Set([value, lower, value.toUpperCase(), first.toUpperCase() + rest.join("")])];
  return { sql: `(${spellings.map(() => `instr(${text}, ?)`).join(" OR ")})`, values: spellings };
}

const marks = (values: readonly string[]) => values.map(() => "?").join(", ");
