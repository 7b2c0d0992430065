import type { Admin } from "./admin.ts";
import type { Blog, BlogComment } from "./blog.ts";
import type { Hamlet } from "./hamlet.ts";
import type { Table } from "./table.ts";
import type { OtherBlog, Post, Ways } from "./ways.ts";

/** All that the steps of a tour work with. */
export interface Tour {
  readonly blog: Blog;
  readonly hamlet: Hamlet;
  readonly admin: Admin;
  readonly ways: Ways;
  readonly other: OtherBlog;
  readonly posts: readonly Post[];
  readonly table: Table;
  /** Of everybody with an account. */
  readonly password: string;
  /** The owner's name, as this way tells it to Hamlet. */
  readonly owner: string;
  /** For how long Hamlet is away in the middle, milliseconds. */
  readonly away: number;
  /** A folder for pictures of wp-admin; undefined: none are wanted. */
  readonly pictures: string | undefined;
}

/** Where Hamlet's status puts a comment in WordPress. */
const placeOf: Readonly<Record<string, BlogComment["status"]>> = {
  published: "approved",
  pending: "unapproved",
  spam: "spam",
  discarded: "trash",
};

/** The wait for something that takes its time, milliseconds. */
const PATIENCE = 20_000;

/** Looks until something is as it should be, or patience ends; answers what was seen last. */
export async function until<T>(look: () => Promise<T>, good: (seen: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const seen = await look();
    if (good(seen) || Date.now() > end) return seen;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** A comment as the blog has it now. */
export async function inBlog({ blog }: Tour, id: number): Promise<BlogComment> {
  const found = (await blog.comments()).find((comment) => comment.id === id);
  if (!found) throw new Error(`WordPress has no comment ${id}.`);
  return found;
}

/** Compares both sides of all comments; answers those that differ, as "id: here, there". */
async function differing({ blog, hamlet }: Tour): Promise<string[]> {
  const differ: string[] = [];
  for (const { id, status, hamlet: known, answers } of await blog.comments()) {
    if (answers > 0) continue;
    const there = known === "" ? "unknown" : ((await hamlet.status(known)) ?? "unknown");
    if (placeOf[there] !== status) differ.push(`${id}: ${status} here, ${there} there`);
  }
  return differ;
}

/** Notes whether both sides agree on every comment. */
export async function agree(tour: Tour, when: string): Promise<void> {
  const seen = await until(
    () => differing(tour),
    (differ) => differ.length === 0,
  );
  const count = (await tour.blog.comments()).length;
  tour.table.note(
    `both sides agree on every comment ${when}`,
    seen.length === 0,
    seen.join("; ") || `${count} of ${count}`,
  );
}
