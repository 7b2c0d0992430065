import type { Integration, SystemName, SystemOrigin } from "../contract/integration.ts";
import { artalkIn } from "./artalk/in.ts";
import { artalkOut } from "./artalk/out.ts";
import { coralIn } from "./coral/in.ts";
import { coralOut } from "./coral/out.ts";
import { cusdisIn } from "./cusdis/in.ts";
import { cusdisOut } from "./cusdis/out.ts";
import { discourseIn } from "./discourse/in.ts";
import { discourseOut } from "./discourse/out.ts";
import { issoIn } from "./isso/in.ts";
import { issoOut } from "./isso/out.ts";
import { remark42In } from "./remark42/in.ts";
import { remark42Out } from "./remark42/out.ts";
import type { System } from "./system.ts";
import { walineIn } from "./waline/in.ts";
import { walineOut } from "./waline/out.ts";
import { webmentionIn } from "./webmention/in.ts";

/** Every other comment system. A new one is a folder here, its name in `src/contract/integration.ts`, and a row. */
export const systems: Readonly<Record<SystemName, System>> = {
  artalk: { assumes: "pending", inward: artalkIn, outward: artalkOut },
  coral: { assumes: "answer", inward: coralIn, outward: coralOut },
  cusdis: { assumes: "pending", inward: cusdisIn, outward: cusdisOut },
  discourse: { assumes: "published", inward: discourseIn, outward: discourseOut },
  isso: { assumes: "pending", inward: issoIn, outward: issoOut },
  remark42: { assumes: "published", inward: remark42In, outward: remark42Out },
  waline: { assumes: "pending", inward: walineIn, outward: walineOut },
  webmention: { assumes: "pending", inward: webmentionIn },
};

/** Whether a site's comments from a system are told of in that system's own way. */
export const isTold = (integration: Integration | null, system: SystemName): boolean =>
  integration?.system === system && integration.endpoint !== null && systems[system].outward !== undefined;

/** Where a system has a comment until it is told otherwise. */
export const assumedOf = ({ system, assumes }: SystemOrigin): System["assumes"] =>
  assumes ?? systems[system].assumes;

/** The id of a system's comment here, and there again. */
export const idOf = (system: SystemName, own: string): string => `${system}:${own}`;
/** A second content under one id has a ~ after it. */
export const ownIdOf = (system: SystemName, id: string): string =>
  (id.startsWith(`${system}:`) ? id.slice(system.length + 1) : id).replace(/~.*$/, "");
