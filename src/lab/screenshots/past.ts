import { bad } from "../../cli/demo/bad.ts";
import { demoComments } from "../../cli/demo/comments.ts";
import { everyday } from "./sample-comments.ts";

const DAY = 86_400_000;
const DAYS = 29;
/** On one of the days a wave came, so many days ago. */
const WAVE = 19;
const isBad = new Set<unknown>(bad);

/** Comments of the last month, as a blog brings in its history: the demo's, some on each day, and a wave. */
export function pastLines(now: number): string[] {
  const lines = Array.from({ length: DAYS }, (_, i) => i + 1).flatMap((day) =>
    demoComments.flatMap((comment, at) => {
      const wanted = isBad.has(comment) && day === WAVE ? 1 : (day * 7 + at * 5) % 8;
      if (wanted > 1) return [];
      const { about: _, ...sent } = comment;
      const submittedAt = new Date(now - day * DAY - at * 60_000).toISOString();
      const label = isBad.has(comment) ? "spam" : "ham";
      const words = everyday[day % everyday.length]?.id;
      const content = `${sent.content} (${words} ${day})`;
      return [{ source: "demo", id: `${day}-${at}`, label, comment: { ...sent, content, submittedAt } }];
    }),
  );
  return lines.map((line) => JSON.stringify(line));
}
