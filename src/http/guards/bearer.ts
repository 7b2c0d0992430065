import type { AppContext } from "../../context.ts";

/** The token of `Authorization: Bearer …`; undefined: none was sent. */
export const bearer = (c: AppContext): string | undefined =>
  /^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
