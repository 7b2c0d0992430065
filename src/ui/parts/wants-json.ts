import type { AppContext } from "../../context.ts";

/** Whether the page's script asks: it puts the answer in place itself. */
export const wantsJson = (c: AppContext): boolean => c.req.header("accept") === "application/json";
