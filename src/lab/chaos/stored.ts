import { callUntilAnswered } from "../../cli/client.ts";
import type { BackupPage } from "../../contract/upkeep.ts";

export interface StoredComment {
  readonly id: string;
  readonly status: string;
}

export interface StoredEvent {
  readonly sequence: number;
  readonly comment: string;
  readonly decision: string | null;
  readonly status: string;
  readonly send: number;
  readonly revoked: number;
}

/** What a site keeps, read row by row as for a backup. */
export async function readStored(
  url: string,
  token: string,
): Promise<{ comments: StoredComment[]; events: StoredEvent[] }> {
  const tables: Record<string, object[]> = { comments: [], events: [] };
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = cursor === undefined ? "" : `?cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await callUntilAnswered<BackupPage>(
      url,
      token,
      "GET",
      `/v1/sites/demo/backup${query}`,
    );
    if (status !== 200) throw new Error(`the backup answered ${status}`);
    const { page } = body;
    const rows =
      page?.rows.map((row) => Object.fromEntries(page.columns.map((column, i) => [column, row[i]]))) ?? [];
    tables[page?.table ?? ""]?.push(...rows);
    cursor = body.next;
  }
  return tables as unknown as { comments: StoredComment[]; events: StoredEvent[] };
}
