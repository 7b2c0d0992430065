/** Whose doing something is, as it stands in the record. */
export interface Actor {
  readonly name: string;
  /** A member's id, `token` for the owner's token, or a blog's key by its number, `key:3`; undefined: Hamlet itself, or a link. */
  readonly member?: string | undefined;
}

/** Whose doing something on a comment is: of whoever proved who she is, or of a link, which says a name alone. */
export type By = string | Actor;

/** Stands for a member in the record where the owner's token was the proof. */
export const BY_TOKEN = "token";

/** Commands, with the owner's token. */
export const COMMANDS: Actor = { name: "owner", member: BY_TOKEN };

export const HAMLET: Actor = { name: "Hamlet" };

/** Somebody who is signed in; `member` null: with the owner's token. */
export const actorOf = ({
  name,
  member,
}: {
  readonly name: string;
  readonly member: string | null;
}): Actor => ({
  name,
  member: member ?? BY_TOKEN,
});

/** The name of a blog that says nobody's. */
const BLOG = "blog";

/** A blog's key, whomever the blog says that it is for: that is no proof of who she is. */
export const byKey = (key: number, named = BLOG): Actor => ({ name: named, member: `key:${key}` });

/** Whose doing a line of the record is: a name and, of a blog's key, its number. */
export interface Doer {
  readonly by: string;
  readonly key?: number | undefined;
}

/** The number of the blog's key that somebody of the record is, if she is one. */
export function keyIn(member: string | null | undefined): Pick<Doer, "key"> {
  const [, key] = /^key:(\d{1,9})$/.exec(member ?? "") ?? [];
  return key === undefined ? {} : { key: Number(key) };
}

/** Whom the blog said that its key was for; undefined: it did not. */
export const namedFor = ({ by }: Doer): string | undefined => (by === BLOG ? undefined : by);

/** What was done to sites, keys and people: what is decided on comments stands with the comments. */
export const changes = [
  "site made",
  "site changed",
  "site deleted",
  "site restored",
  "key made",
  "key revoked",
  "code made",
  "past opened",
  "past closed",
  "backup read",
  "commenter exported",
  "commenter erased",
  "person added",
  "person changed",
  "person removed",
  "invitation made",
  "invitation withdrawn",
  "invitation used",
  "passkey added",
  "passkey removed",
  "personal token made",
  "personal token removed",
  "sessions ended",
  "Telegram linked",
  "Telegram unlinked",
  "owner's token used",
  "owner's token for daily use",
  "owner's token as the way back",
] as const;

export interface Change {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actor: Actor;
  readonly what: (typeof changes)[number];
  readonly site?: string | undefined;
  /** Of what or whom, in a few words. */
  readonly about?: string | undefined;
}

/** A line of that record. */
export interface ChangeLine extends Change {
  readonly sequence: number;
}
