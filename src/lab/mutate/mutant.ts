/** A mistake planted in one place of one file. */
export interface Mutant {
  /** Below the project's folder, as in `src/core/hash.ts`. */
  readonly file: string;
  /** What kind of mistake. */
  readonly operator: string;
  readonly line: number;
  /** The replaced text, UTF-16 units from the file's beginning. */
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** The file's text with the mistake in it. */
export const planted = (source: string, { start, end, after }: Mutant): string =>
  source.slice(0, start) + after + source.slice(end);
