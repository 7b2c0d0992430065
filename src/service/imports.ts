import type { Imported, ImportRefused, Imports } from "../contract/import.ts";
import type { Label } from "../core/judging/decision.ts";
import { askSite } from "./ask.ts";
import type { Services } from "./services.ts";

/** Has a site learn comments of its blog's past, a line of JSON each. Undefined: there is no such site. */
export const bringIn = (
  services: Services,
  site: string,
  lines: string,
  by: string,
): Promise<Imported | ImportRefused | undefined> =>
  askSite(services, site, (object, record) => object.bringIn(lines, by, record));

/** What was brought in, and what of it a person should look at. Undefined: there is no such site. */
export const importsOf = (services: Services, site: string): Promise<Imports | undefined> =>
  askSite(services, site, (object, record) => object.imports(record));

/** Takes one history out again, whole. False: there is none of that name; undefined: there is no such site. */
export const takeOut = (services: Services, site: string, source: string): Promise<boolean | undefined> =>
  askSite(services, site, (object, record) => object.takeOut(source, record));

/** A person's word on a comment of the past. False: it was decided already; undefined: there is no such site. */
export const decideSuspect = (
  services: Services,
  site: string,
  { source, id, label }: { readonly source: string; readonly id: string; readonly label: Label },
): Promise<boolean | undefined> =>
  askSite(services, site, (object, record) => object.decideSuspect(source, id, label, record));
