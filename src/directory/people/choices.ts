import { type MailChoices, storedChoices } from "../../contract/mail.ts";
import { readStored } from "../../platform/stored.ts";

type Row = { member: string; choice: string };

/** What people chose of mails, and how many of the day's they have had. */
export class Choices {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "CREATE TABLE IF NOT EXISTS choices (member TEXT PRIMARY KEY, choice TEXT NOT NULL, day INTEGER NOT NULL DEFAULT 0, sent INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID",
    );
  }

  get(member: string): MailChoices | undefined {
    const [row] = this.#sql
      .exec<Row>("SELECT member, choice FROM choices WHERE member = ?", member)
      .toArray();
    return row && read(row);
  }

  all(): { member: string; choices: MailChoices }[] {
    return this.#sql
      .exec<Row>("SELECT member, choice FROM choices ORDER BY member")
      .toArray()
      .flatMap((row) => {
        const choices = read(row);
        return choices ? [{ member: row.member, choices }] : [];
      });
  }

  save(member: string, choices: MailChoices): void {
    this.#sql.exec(
      "INSERT INTO choices (member, choice) VALUES (?, ?) ON CONFLICT (member) DO UPDATE SET choice = excluded.choice",
      member,
      JSON.stringify(choices),
    );
  }

  /** Counts a mail of a day (days since 1970, where she is); false: she has had as many as she wants. */
  count(member: string, day: number, most: number): boolean {
    const changed = this.#sql.exec(
      "UPDATE choices SET sent = CASE WHEN day = ? THEN sent + 1 ELSE 1 END, day = ? WHERE member = ? AND (day <> ? OR sent < ?)",
      day,
      day,
      member,
      day,
      most,
    );
    return changed.rowsWritten > 0;
  }

  forget(member: string): void {
    this.#sql.exec("DELETE FROM choices WHERE member = ?", member);
  }

  /** A site that is no more: another made under its id is another. */
  forgetSite(site: string): void {
    for (const { member, choices } of this.all()) {
      const { [site]: gone, ...sites } = choices.sites;
      if (gone) this.save(member, { ...choices, sites });
    }
  }
}

const read = (row: Row): MailChoices | undefined =>
  readStored(row.choice, storedChoices, "what a person chose of mails");
