/** A comment of the demonstration: a submission, and what it is an example of. All are written for this. */
export interface DemoComment {
  readonly about: string;
  readonly content: string;
  readonly type?: string;
  readonly post: { readonly url: string; readonly title: string; readonly excerpt: string };
  readonly author: { readonly name: string; readonly url?: string; readonly userAgent?: string };
  readonly parent?: { readonly content: string };
  readonly form?: { readonly honeypot: string; readonly elapsed: number };
}
