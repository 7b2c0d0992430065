import { emptySiteState } from "../../core/classifier/site-state.ts";
import type { Comment } from "../../core/comment.ts";
import { noRules } from "../no-rules.ts";
import type { Core } from "./core-of.ts";

/** Rounds before it counts: engines compile what is called often. */
const WARM = 3;

/**
 * CPU time of the whole call that intake makes, reading and judging, milliseconds a comment, by core: they take turns in this
 * process, so that what else the machine does meets all of them. The median of the rounds.
 */
export function cpuTimes(cores: readonly Core[], comments: readonly Comment[], rounds: number): number[] {
  const judges = cores.map((core) => {
    const corpus = { starter: core.loadStarter(), site: emptySiteState() };
    return (comment: Comment) => core.check(core.read(comment, noRules.hosts), corpus, undefined, noRules);
  });
  const times: number[][] = cores.map(() => []);
  for (let round = -WARM; round < rounds; round++)
    for (const [i, judge] of judges.entries()) {
      const before = process.cpuUsage();
      for (const comment of comments) judge(comment);
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) times[i]?.push((user + system) / 1000 / comments.length);
    }
  return times.map((all) => all.sort((a, b) => a - b)[all.length >> 1] as number);
}
