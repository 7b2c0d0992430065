import type { ListRequest } from "../../contract/search.ts";
import { reading } from "../call.ts";
import { authorOf } from "./author.ts";
import { healthOf } from "./health.ts";
import { historyOf, lastDecisions } from "./history.ts";
import { compare, daysOf, insightOf } from "./insight.ts";
import { behind, confirmed, countAlike, list } from "./lists.ts";
import { answerWithHistory, decisionsSince, detailOf } from "./views.ts";

/** What a site shows of itself. */
export const viewCalls = {
  /** Undefined: no such comment. */
  answer: reading(answerWithHistory),
  detail: reading(detailOf),
  list: reading(list),
  /** Of the ids that KV shows, those that still wait; and up to a limit that wait and have not reached KV. In groups. */
  confirm: reading(confirmed),
  counts: reading((site) => site.counts),
  count: reading((site, request: Pick<ListRequest, "status" | "filter">) => site.lists.count(request)),
  alike: reading(countAlike),
  behind: reading(behind),
  author: reading(authorOf),
  lastDecisions: reading(lastDecisions),
  /** The feed of decisions: what came after a sequence, in order. */
  decisions: reading(decisionsSince),
  history: reading(historyOf),
  /** What came in and what people said of it, from one day to another (days since 1970), both included. */
  insight: reading(insightOf),
  days: reading(daysOf),
  compared: reading(compare),
  health: reading((site) => healthOf(site, Date.now())),
  notices: reading((site) => site.meta.notices),
};
