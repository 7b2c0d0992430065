import type { Sql } from "../tables/sql.ts";
import type { Other } from "./traces.ts";

/** Comments by the person that they are of or speak of. Both read every row: seldom asked, and an index costs a row a comment. */
export class Persons {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Ids of an author's comments, by the keyed hash of her mail address, the oldest first. */
  commentsOf(mail: string, limit: number): string[] {
    return this.#ids("mail = ?", mail, limit);
  }

  /** Ids of comments by others that hold an address, in lower case, in any field. */
  mentioning(address: string, mail: string, limit: number): string[] {
    return this.#ids("instr(lower(concat(comment, earlier)), ?) > 0 AND mail IS NOT ?", address, mail, limit);
  }

  /** Comments by others, with the texts that stood there before. */
  others(mail: string): Other[] {
    return this.#sql
      .exec<{ [Key in keyof Other]: Other[Key] }>(
        `SELECT id, concat(comment ->> '$.content', ' ',
           (SELECT group_concat(value ->> '$.text', ' ') FROM json_each(earlier))) AS content, comment ->> '$.parent.id' AS parent,
         comment ->> '$.parent.content' AS quoted FROM comments WHERE mail IS NOT ? ORDER BY arrived`,
        mail,
      )
      .toArray();
  }

  /** Takes out what a comment quotes of the one that it answers. */
  unquote(id: string): void {
    this.#sql.exec("UPDATE comments SET comment = json_remove(comment, '$.parent.content') WHERE id = ?", id);
  }

  #ids(where: string, ...values: SqlStorageValue[]): string[] {
    return this.#sql
      .exec<{ id: string }>(`SELECT id FROM comments WHERE ${where} ORDER BY arrived LIMIT ?`, ...values)
      .toArray()
      .map(({ id }) => id);
  }
}
