import type { PushKeys } from "../../contract/push.ts";
import { Changes } from "./changes.ts";
import { Choices } from "./choices.ts";
import { Devices } from "./devices.ts";
import { Invitations } from "./invitations.ts";
import { Members } from "./members.ts";
import { Passkeys } from "./passkeys.ts";
import { PersonalTokens } from "./personal-tokens.ts";
import { Sessions } from "./sessions.ts";
import { Spent } from "./spent.ts";
import { Telegrams } from "./telegrams.ts";

/** What the directory keeps of people, of what opens their accounts, and of what they changed. */
export class House {
  readonly members: Members;
  readonly invitations: Invitations;
  readonly sessions: Sessions;
  readonly passkeys: Passkeys;
  readonly tokens: PersonalTokens;
  readonly spent: Spent;
  readonly changes: Changes;
  readonly choices: Choices;
  readonly devices: Devices;
  readonly telegrams: Telegrams;
  readonly #sql: SqlStorage;
  readonly transaction: <T>(work: () => T) => T;

  constructor(storage: DurableObjectStorage) {
    this.#sql = storage.sql;
    this.transaction = (work) => storage.transactionSync(work);
    this.members = new Members(storage.sql);
    this.invitations = new Invitations(storage.sql);
    this.sessions = new Sessions(storage.sql, Date.now());
    this.passkeys = new Passkeys(storage.sql);
    this.tokens = new PersonalTokens(storage.sql);
    this.spent = new Spent(storage.sql);
    this.changes = new Changes(storage.sql);
    this.choices = new Choices(storage.sql);
    this.devices = new Devices(storage.sql);
    this.telegrams = new Telegrams(storage.sql);
    storage.sql.exec(
      "CREATE TABLE IF NOT EXISTS house (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    );
  }

  /** What proves to push services that it is this Hamlet; undefined: nobody has needed it yet. */
  get pushKeys(): PushKeys | undefined {
    const [row] = this.#sql
      .exec<{ value: string }>("SELECT value FROM house WHERE name = 'push keys'")
      .toArray();
    return row && (JSON.parse(row.value) as PushKeys);
  }

  set pushKeys(keys: PushKeys) {
    this.#sql.exec("INSERT INTO house VALUES ('push keys', ?)", JSON.stringify(keys));
  }

  /** Whether the owner's token is the way back only, and nothing for every day. */
  get isTokenWayBack(): boolean {
    return (
      this.#sql.exec("SELECT 1 FROM house WHERE name = 'token' AND value = 'way back'").toArray().length > 0
    );
  }

  set isTokenWayBack(given: boolean) {
    this.#sql.exec("INSERT OR REPLACE INTO house VALUES ('token', ?)", given ? "way back" : "daily");
  }
}
