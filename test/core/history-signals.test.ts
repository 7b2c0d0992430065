import { describe, expect, it } from "vitest";
import type { Comment } from "../../src/core/comment.ts";
import { read } from "../../src/core/reading/subject.ts";
import { priorSignals } from "../../src/core/signals/priors.ts";
import { aComment, aHistory, aPolicy } from "./a-comment.ts";

describe("signals that look at the site's history", () => {
  const points = (name: string, history: Parameters<typeof aHistory>[0], example: Partial<Comment> = {}) => {
    const signal = priorSignals.find((one) => one.name === name);
    const finding = signal?.detect(read(aComment(example), ["blog.example"]), aHistory(history), aPolicy());
    return finding && signal ? signal.points * finding.strength : 0;
  };
  const standing = { approved: 3, spam: 0, discarded: 0, confirmed: true };

  it.each([
    ["near-spam", { nearSpam: 0.9 }, {}, 3.6],
    ["near-spam", { nearSpam: 0.4 }, {}, 0],
    ["near-published", { nearPublished: 0.9 }, {}, 2.25],
    ["same-text", { samePostsToday: 3 }, {}, 4],
    ["same-text", { samePostsToday: 0 }, {}, 0],
    ["velocity", { velocity: { lastMinute: 3, lastHour: 3 } }, {}, 1.5],
    ["velocity", { velocity: { lastMinute: 1, lastHour: 2 } }, {}, 0],
    ["velocity", { velocity: { lastMinute: 50, lastHour: 50 } }, { type: "webmention" as const }, 0],
    ["rejected-author", { standing: { approved: 1, spam: 1, discarded: 0, confirmed: false } }, {}, 1.25],
    ["rejected-author", { standing }, {}, 0],
    ["domain-record", { domains: [{ domain: "x.example", spam: 5, ham: 0 }] }, {}, 4],
    ["domain-record", { domains: [{ domain: "x.example", spam: 5, ham: 1 }] }, {}, 0],
    ["trusted-author", { standing }, {}, -3],
    ["trusted-author", { standing: { ...standing, confirmed: false } }, {}, 0],
    ["trusted-author", { standing: { ...standing, spam: 1 } }, {}, 0],
    ["trusted-author", { standing }, { content: "see http://new.example" }, -1.5],
    [
      "old-post",
      {},
      { post: { publishedAt: "2020-01-01T00:00:00Z" }, author: { url: "http://x.example" } },
      1.2,
    ],
    [
      "old-post",
      {},
      { post: { publishedAt: "2026-04-01T00:00:00Z" }, author: { url: "http://x.example" } },
      0,
    ],
    [
      "old-post",
      {},
      { post: { modifiedAt: "2020-01-01T00:00:00Z" }, author: { url: "http://x.example" } },
      1.2,
    ],
    [
      "old-post",
      { standing },
      { post: { publishedAt: "2020-01-01T00:00:00Z" }, author: { url: "http://x.example" } },
      0,
    ],
  ] as const)("%s with %j is worth %d", (name, history, example, expected) => {
    expect(points(name, history, example)).toBeCloseTo(expected, 6);
  });
});
