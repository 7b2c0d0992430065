import type { ApprovalQueue } from "../../queue/approval-queue.ts";
import type { DayUse } from "../budget/day-use.ts";

/** The approval queue, its operations counted; a failed one may have been billed, so it counts. */
export function countedQueue(queue: ApprovalQueue, use: DayUse): ApprovalQueue {
  return {
    put(comment) {
      use.count("kvWrites");
      return queue.put(comment);
    },
    remove(site, arrived, id) {
      use.count("kvDeletes");
      return queue.remove(site, arrived, id);
    },
    list(site) {
      use.count("kvLists");
      return queue.list(site);
    },
  };
}
