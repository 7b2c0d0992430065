import type { TelegramView } from "../../contract/members.ts";

/**
 * Accounts of Telegram that people linked to their own, each for one bot, by keyed hashes of both; and the one-time codes that link
 * them. Whoever holds a bot's token reads what is sent to that bot, so that what links an account there is worth nothing elsewhere.
 */
export class Telegrams {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    // Of an earlier version, whose links counted for every bot.
    sql.exec("DROP TABLE IF EXISTS telegrams");
    sql.exec(
      "CREATE TABLE IF NOT EXISTS telegram_links (member TEXT NOT NULL, bot TEXT NOT NULL, account TEXT UNIQUE, linked INTEGER, code TEXT UNIQUE, expires INTEGER, PRIMARY KEY (member, bot)) WITHOUT ROWID",
    );
  }

  /** Keeps a code for a member and a bot; the one before ends. */
  keepCode(member: string, bot: string, code: string, expires: number): void {
    this.#sql.exec(
      "INSERT INTO telegram_links (member, bot, code, expires) VALUES (?, ?, ?, ?) ON CONFLICT (member, bot) DO UPDATE SET code = excluded.code, expires = excluded.expires",
      member,
      bot,
      code,
      expires,
    );
  }

  /** Spends a code: the account is from now on hers alone. Answers whose it is; undefined: nobody's, or its time is over. */
  link(code: string, account: string, now: number): string | undefined {
    const [row] = this.#sql
      .exec<{ member: string; bot: string; expires: number }>(
        "SELECT member, bot, expires FROM telegram_links WHERE code = ?",
        code,
      )
      .toArray();
    if (!row) return undefined;
    const { member, bot, expires } = row;
    this.#sql.exec(
      "UPDATE telegram_links SET code = NULL, expires = NULL WHERE member = ? AND bot = ?",
      member,
      bot,
    );
    if (expires <= now) return undefined;
    this.#sql.exec("UPDATE telegram_links SET account = NULL, linked = NULL WHERE account = ?", account);
    this.#sql.exec(
      "UPDATE telegram_links SET account = ?, linked = ? WHERE member = ? AND bot = ?",
      account,
      now,
      member,
      bot,
    );
    return member;
  }

  memberOf(account: string): string | undefined {
    const [row] = this.#sql
      .exec<{ member: string }>("SELECT member FROM telegram_links WHERE account = ?", account)
      .toArray();
    return row?.member;
  }

  /** Those of a member that are linked. */
  of(member: string): TelegramView[] {
    return this.#sql
      .exec<{ bot: string; linked: number }>(
        "SELECT bot, linked FROM telegram_links WHERE member = ? AND linked IS NOT NULL ORDER BY linked, bot",
        member,
      )
      .toArray()
      .map(({ bot, linked }) => ({ bot, linkedAt: linked }));
  }

  /** Forgets a member's accounts and codes, of one bot or of all; answers how many were linked. */
  forget(member: string, bot?: string): number {
    const which = bot === undefined ? this.of(member) : this.of(member).filter((one) => one.bot === bot);
    this.#sql.exec(
      "DELETE FROM telegram_links WHERE member = ? AND (? IS NULL OR bot = ?)",
      member,
      bot ?? null,
      bot ?? null,
    );
    return which.length;
  }
}
