import { vi } from "vitest";
import { PATIENCE } from "../src/service/take-in.ts";
import { SiteObject } from "../src/site/site-object.ts";

/**
 * A site's object that is slow because the machine is busy is not down: it is waited for so much longer. One that a test
 * stands in for is waited for as usual.
 */
const LONGER = 100;

const calls = ["submit", "report", "noteRefusal"] as const;
const isStoodInFor = () => calls.some((call) => vi.isMockFunction(SiteObject.prototype[call]));
const { setTimeout } = globalThis;

globalThis.setTimeout = ((work: () => void, ms?: number, ...given: unknown[]) =>
  setTimeout(work, ms === PATIENCE && !isStoodInFor() ? ms * LONGER : ms, ...given)) as typeof setTimeout;
