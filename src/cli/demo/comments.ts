import { bad } from "./bad.ts";
import type { DemoComment } from "./demo-comment.ts";
import { good } from "./good.ts";

export const demoComments: readonly DemoComment[] = [...good, ...bad];
