import type { CommentDetail } from "../contract/views.ts";
import { askSite } from "./ask.ts";
import type { Services } from "./services.ts";

/** A comment with the reasons of its verdict and what became of it; undefined: there is none. */
export const comment = (services: Services, site: string, id: string): Promise<CommentDetail | undefined> =>
  askSite(services, site, (object, record) => object.detail(id, record));
