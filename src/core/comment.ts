/** What kind of contribution a comment is; servers send the federated kinds, so form and link-count checks skip them. */
export const commentTypes = [
  "comment",
  "reply",
  "pingback",
  "trackback",
  "webmention",
  "contact-form",
  "forum-post",
  "signup",
  "message",
] as const;

export type CommentType = (typeof commentTypes)[number];

export const formats = ["text", "html", "markdown"] as const;

export type Format = (typeof formats)[number];

/** The page that is commented on. */
interface Post {
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly excerpt?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly modifiedAt?: string | undefined;
  readonly tags?: readonly string[] | undefined;
}

/** Who wrote the comment, as the blog tells it. Network addresses never reach the core. */
export interface Author {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly url?: string | undefined;
  readonly userAgent?: string | undefined;
  readonly role?: string | undefined;
  readonly id?: string | undefined;
}

/** What the blog's form noticed. Times in milliseconds. */
interface FormTrace {
  /** The value of a field that people do not see. */
  readonly honeypot?: string | undefined;
  /** From showing the form to sending it; below zero: a clock is wrong. */
  readonly elapsed?: number | undefined;
  /** Whether the form's one-time token was right. */
  readonly token?: "passed" | "failed" | undefined;
  /** Key presses, clicks and touches that a script in the form counted. */
  readonly inputs?: number | undefined;
  /** What became of the proof that the owner asks for; undefined: she asks for none. */
  readonly proof?: FormProved | undefined;
}

/** "missing": it came without; "unreachable": whoever verifies it did not answer. */
export const formProved = ["passed", "missing", "failed", "late", "spent", "unreachable"] as const;

export type FormProved = (typeof formProved)[number];

/** One comment as the filter reads it: fields as sent, times RFC 3339. Absent means unknown, never suspicious. */
export interface Comment {
  readonly type: CommentType;
  readonly format: Format;
  readonly content: string;
  /** The content is the start of a longer one. */
  readonly cut?: true | undefined;
  readonly post: Post;
  readonly parent?: { readonly id?: string | undefined; readonly content?: string | undefined } | undefined;
  readonly author: Author;
  readonly referrer?: string | undefined;
  readonly language?: string | undefined;
  readonly form?: FormTrace | undefined;
}
