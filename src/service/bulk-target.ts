import type { Selection } from "../contract/decided.ts";
import type { ListRequest } from "../contract/search.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import { chosenSites } from "./ask.ts";
import type { SearchTerm } from "./search.ts";
import { filterOf } from "./search-filter.ts";
import type { Services } from "./services.ts";

/** Which comments a bulk is about; `until`: what came later is left alone, milliseconds since 1970. */
export type BulkTarget =
  | {
      readonly kind: "picks";
      readonly picks: readonly { readonly site: string; readonly id: string; readonly revision: number }[];
    }
  | {
      readonly kind: "group";
      readonly site: string;
      readonly id: string;
      readonly revision: number;
      readonly until: number;
    }
  | { readonly kind: "like"; readonly site: string; readonly id: string; readonly until: number }
  | {
      readonly kind: "matching";
      readonly site: string | undefined;
      readonly status: ListRequest["status"];
      readonly search: readonly SearchTerm[];
      readonly until: number;
    };

/** A bulk's part in one site. */
interface BulkStep {
  readonly record: SiteRecord;
  readonly selection: Selection;
}

/** A bulk, site by site. */
export async function stepsOf(services: Services, target: BulkTarget): Promise<readonly BulkStep[]> {
  if (target.kind === "picks") {
    const all = await chosenSites(services, undefined);
    return all.flatMap((record) => {
      const items = target.picks.filter(({ site }) => site === record.id);
      return items.length === 0 ? [] : [{ record, selection: { kind: "ids" as const, items } }];
    });
  }
  const records = await chosenSites(services, target.site);
  if (target.kind !== "matching") return records.map((record) => ({ record, selection: target }));
  const { status, search, until } = target;
  return Promise.all(
    records.map(async (record) => {
      const filter = await filterOf(services, record, search);
      return { record, selection: { kind: "matching" as const, request: { status, filter }, until } };
    }),
  );
}
