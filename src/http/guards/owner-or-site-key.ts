import { isKey } from "../../service/keys.ts";
import { bearer } from "./bearer.ts";
import type { Guard } from "./guard.ts";
import { ownerOfSite, ownerOfSiteProved } from "./owner.ts";
import { withinRate } from "./rate.ts";
import { bySiteKey } from "./site-key.ts";

/** The owner, or the site's own key, which then is the context's `grant`. */
const orSiteKey = (owner: Guard): Guard => ({
  security: ["ownerToken", "siteKey"],
  failures: [401, 403, 429, 503],
  middleware: [
    async function ownerOrSiteKey(c, next) {
      const [byOwner] = owner.middleware;
      if (!isKey(bearer(c) ?? "")) return byOwner?.(c, next);
      return bySiteKey(c, async () => {
        await withinRate(c, next);
      });
    },
  ],
});

export const ownerOrSiteKey = orSiteKey(ownerOfSite);
export const ownerProvedOrSiteKey = orSiteKey(ownerOfSiteProved);
