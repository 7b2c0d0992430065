import type { Input } from "./input.ts";
import type { Read } from "./past.ts";

/** What the owner says of a history beside the file. */
export interface Telling {
  /** How the file is written, as WHATWG names it; undefined: as it says itself, else UTF-8. */
  readonly encoding: string | undefined;
  /** Minutes east of UTC of times that name no zone. */
  readonly zone: number;
  /** The blog's own address, for systems that only know paths; undefined: paths stay without a host. */
  readonly blog: string | undefined;
  /** The one site of a file that holds several; undefined: all. */
  readonly only: string | undefined;
}

/** A kind of file that histories come in. */
export interface Format {
  /** As --format names it. */
  readonly name: string;
  /** The system, which with a comment's id says which comment it is. */
  readonly system: string;
  readonly about: string;
  /** Whether the start of a file, up to 64 kB of it, is of this kind. */
  recognises(start: string, name: string): boolean;
  /** The comments of the files that belong together, in whatever order they stand. */
  read(inputs: readonly Input[], telling: Telling): AsyncIterable<Read>;
}

/** An address of a page from what a system says: its path alone gets the blog's host. */
export function pageOf(page: string | undefined, { blog }: Telling): string | undefined {
  if (page === undefined || page === "" || /^https?:\/\//i.test(page)) return page;
  return blog === undefined || !URL.canParse(page, blog) ? page : new URL(page, blog).href;
}
