import type { Term } from "../contract/search.ts";
import type { Seed } from "../contract/site-record.ts";
import { mailHash, networkHashes } from "../secrets/identity.ts";
import { now, type Services } from "./services.ts";

/** A condition as it is typed; addresses are hashed for each site later. */
export type SearchTerm =
  | Exclude<Term, { readonly field: "mailHash" | "network" | "mail" }>
  | { readonly field: "email"; readonly value: string }
  | { readonly field: "ip"; readonly value: string };

/**
 * Conditions as one site can check them: addresses by its keyed hashes, a part of a mail address by what is
 * shown of it.
 */
export function filterOf(
  { secrets }: Services,
  site: Seed,
  search: readonly SearchTerm[],
): Promise<readonly Term[]> {
  const master = secrets.HAMLET_SECRET;
  return Promise.all(
    search.map(async (term): Promise<Term> => {
      if (term.field === "email") {
        if (!/^[^@\s]+@[^@\s]+$/.test(term.value)) return { field: "mail", value: term.value };
        return { field: "mailHash", values: [await mailHash(master, site, term.value)] };
      }
      if (term.field !== "ip") return term;
      const [address = "", width] = term.value.split("/");
      const { whole, prefix } = await networkHashes(master, site, address, now());
      return { field: "network", values: width === undefined ? whole : prefix };
    }),
  );
}
