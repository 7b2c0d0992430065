import { reading, writing } from "../call.ts";
import { deliveriesOf } from "./deliveries.ts";
import { replay, replayDead } from "./replay.ts";

/** What is on its way to the blog. */
export const deliveryCalls = {
  deliveries: reading(deliveriesOf),
  replay: writing((site, id: string, by: string) => replay(site, id, by, Date.now())),
  /** Takes dead letters up again. Undefined: the site has nowhere to send to. */
  replayDead: writing((site, by: string) => replayDead(site, by, Date.now())),
};
