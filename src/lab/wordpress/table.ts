interface Row {
  readonly what: string;
  readonly seen: string;
  readonly good: boolean;
}

/** What was tried, what was seen, and whether it is as it should be. */
export class Table {
  readonly #rows: Row[] = [];

  /** Notes one thing tried, and says it at once. */
  note(what: string, good: boolean, seen: string): void {
    this.#rows.push({ what, seen, good });
    console.log(`${good ? "ok  " : "FAIL"}  ${what.padEnd(74)}  ${seen}`);
  }

  /** Whether all was as it should be; says how many of how many. */
  close(): boolean {
    const good = this.#rows.filter((row) => row.good).length;
    console.log(`\n${good} of ${this.#rows.length} as they should be`);
    return good === this.#rows.length;
  }
}
