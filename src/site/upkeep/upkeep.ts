import type { BackupPage, Integrity, TableRows } from "../../contract/upkeep.ts";
import type { Site } from "../site.ts";
import { backupPage, restoreRows } from "./backup.ts";
import { integrityOf } from "./integrity.ts";

/** What the owner asks of a site now and then. */
export class Upkeep {
  readonly #site: Site;
  readonly #storage: DurableObjectStorage;
  /** Tells pages of a backup apart that were read before and after the object was opened anew. */
  readonly #opened = crypto.randomUUID();

  constructor(site: Site, storage: DurableObjectStorage) {
    this.#site = site;
    this.#storage = storage;
  }

  integrity(): Integrity {
    return integrityOf(this.#site, this.#storage.sql);
  }

  backup(cursor: string | undefined): BackupPage {
    return backupPage(this.#storage.sql, cursor, `${this.#opened} ${this.#site.usage.rowsWritten}`);
  }

  /** Why the rows do not fit; undefined: they are in. */
  restore(rows: TableRows): string | undefined {
    return this.#storage.transactionSync(() => restoreRows(this.#storage.sql, rows));
  }

  /** KV may be another one, or years behind: every waiting comment and every copy for readers is to be put. */
  requeue(): void {
    this.#site.outbox.putAgain();
    this.#site.feeds.putAgain();
  }
}
