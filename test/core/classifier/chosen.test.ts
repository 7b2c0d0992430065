import { describe, expect, it } from "vitest";
import { chosen, keptOf, MOST_TAUGHT } from "../../../src/core/classifier/learning.ts";
import { aLesson } from "./a-lesson.ts";

const lessons = (n: number, given: Partial<ReturnType<typeof aLesson>> = {}) =>
  Array.from({ length: n }, (_, i) => aLesson({ id: `${given.source ?? ""}${i}`, at: i, ...given }));
const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);

describe("the lessons that a site learns from", () => {
  it("are all, while they are few", () => {
    expect(new Set(chosen(lessons(50)))).toHaveLength(50);
    expect(chosen([])).toEqual([]);
  });

  it("are the newest, people's before the filter's own", () => {
    const people = lessons(MOST_TAUGHT - 10);
    const weak = lessons(100, { source: "weak" }).map((one) => ({ ...one, at: one.at + 5000 }));
    const kept = chosen([...weak, ...people]);
    expect(kept).toHaveLength(MOST_TAUGHT);
    expect(ids(kept).filter((id) => id.startsWith("weak"))).toEqual(
      [99, 98, 97, 96, 95, 94, 93, 92, 91, 90].map((n) => `weak${n}`),
    );
    expect(ids(chosen(lessons(MOST_TAUGHT + 3))).slice(-1)).toEqual(["3"]);
  });

  it("are told apart by source and id where they are of one time", () => {
    const same = lessons(MOST_TAUGHT + 5, { at: 7 });
    expect(ids(chosen([...same].reverse()))).toEqual(ids(chosen(same)));
  });

  it("are fewer when comments are long, so that a fit takes no longer", () => {
    const long = lessons(800, { buckets: Uint16Array.from({ length: 600 }, (_, i) => i) });
    expect(chosen(long)).toHaveLength(500);
  });
});

describe("the lessons that are kept", () => {
  it("are all up to a thousand more than teach; then the best two and a half thousand", () => {
    expect(keptOf(lessons(3000))).toBeUndefined();
    const kept = keptOf([...lessons(2400), ...lessons(601, { source: "weak" })]);
    expect(kept).toHaveLength(2500);
    expect(kept?.filter(({ source }) => source === "weak").at(-1)?.id).toBe("weak501");
  });
});
