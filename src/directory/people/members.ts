import { foldName, type Member, type MemberFault, member } from "../../contract/members.ts";
import { ownsAll, withoutSite } from "../../contract/roles.ts";
import { readStored } from "../../platform/stored.ts";

const MOST = 500;

type Row = { record: string };

/** The people who moderate here, and the owners. */
export class Members {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "CREATE TABLE IF NOT EXISTS members (id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT, record TEXT NOT NULL) WITHOUT ROWID",
    );
  }

  all(): Member[] {
    return this.#sql
      .exec<Row>("SELECT record FROM members ORDER BY name")
      .toArray()
      .flatMap((row) => read(row) ?? []);
  }

  get(id: string): Member | undefined {
    const [row] = this.#sql.exec<Row>("SELECT record FROM members WHERE id = ?", id).toArray();
    return row && read(row);
  }

  /** By a folded mail address. */
  withMail(email: string): Member | undefined {
    const [row] = this.#sql.exec<Row>("SELECT record FROM members WHERE email = ?", email).toArray();
    return row && read(row);
  }

  withName(name: string): Member | undefined {
    const [row] = this.#sql.exec<Row>("SELECT record FROM members WHERE name = ?", foldName(name)).toArray();
    return row && read(row);
  }

  /** Why somebody cannot be kept as this: another has her name or her address, or there are too many. */
  fault({ id, name, email }: Member): MemberFault | undefined {
    const isAnother = (found: Member | undefined) => found !== undefined && found.id !== id;
    if (isAnother(this.withName(name))) return "name taken";
    if (email !== null && isAnother(this.withMail(email))) return "email taken";
    const { count } = this.#sql.exec<{ count: number }>("SELECT count(*) AS count FROM members").one();
    return count >= MOST && this.get(id) === undefined ? "too many" : undefined;
  }

  save(given: Member): Member {
    const { id, name, email } = given;
    this.#sql.exec(
      "INSERT OR REPLACE INTO members VALUES (?, ?, ?, ?)",
      id,
      foldName(name),
      email,
      JSON.stringify(given),
    );
    return given;
  }

  remove(id: string): void {
    this.#sql.exec("DELETE FROM members WHERE id = ?", id);
  }

  /** Owners of all who have signed in once. */
  get #owners(): Member[] {
    return this.all().filter(({ roles, joinedAt }) => ownsAll(roles) && joinedAt !== null);
  }

  get hasOwner(): boolean {
    return this.#owners.length > 0;
  }

  /** Whether she is such an owner, and there is no other. */
  isLastOwner(id: string): boolean {
    return this.#owners.length === 1 && this.#owners[0]?.id === id;
  }

  /** Takes everybody's role in a site that is no more. */
  forgetSite(site: string): void {
    for (const one of this.all())
      if (Object.hasOwn(one.roles, site)) this.save({ ...one, roles: withoutSite(one.roles, site) });
  }
}

const read = (row: Row): Member | undefined => readStored(row.record, member, "record of a person");
