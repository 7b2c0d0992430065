import { vi } from "vitest";
import * as clock from "../src/platform/clock.ts";
import { PATIENCE } from "../src/service/take-in.ts";
import { SiteObject } from "../src/site/site-object.ts";

const LONGER = 100;
const { within } = clock;

const calls = ["submit", "report", "noteRefusal"] as const;
const isStoodInFor = () => calls.some((call) => vi.isMockFunction(SiteObject.prototype[call]));

/**
 * A site's object that is slow because the machine is busy is not down: it is waited for so much longer. One that a test
 * stands in for is waited for as usual.
 */
export function beMorePatient(): void {
  vi.spyOn(clock, "within").mockImplementation((ms, work) =>
    within(ms === PATIENCE && !isStoodInFor() ? ms * LONGER : ms, work),
  );
}
