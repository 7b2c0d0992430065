import { createServer, type Server } from "node:http";
import type { LabComment } from "./comments.ts";

export interface Post {
  readonly id: number;
  readonly url: string;
}

/** The wait before a filled-in form is sent: people do not type in no time. */
const READING = 7_000;

/** Pages of other blogs that link to this one, for pingbacks. */
export class OtherBlog {
  readonly #pages = new Map<string, string>();
  readonly #server: Server = createServer((request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(this.#pages.get(request.url ?? "") ?? "");
  });
  #origin = "";

  /** Serves them on this machine, under another name than the blog's: what comes from its own host is its own. */
  async listen(blog: string): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    const name = new URL(blog).hostname === "localhost" ? "127.0.0.1" : "localhost";
    if (address && typeof address === "object") this.#origin = `http://${name}:${address.port}`;
  }

  /** A page about a post, and its address. */
  publish({ author, text }: LabComment, post: Post): string {
    const path = `/${encodeURIComponent(author)}`;
    const link = `<a href="${post.url}">here</a>`;
    this.#pages.set(
      path,
      `<html><head><title>${author}</title></head><body><p>${text} Read it ${link}. ${text}</p></body></html>`,
    );
    return this.#origin + path;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** Posts comments to a blog as readers, programs and other blogs do. */
export class Ways {
  readonly #blog: string;
  readonly #other: OtherBlog;
  #people = 0;

  constructor(blog: string, other: OtherBlog) {
    this.#blog = blog;
    this.#other = other;
  }

  /** The same to another blog of the network. */
  at(blog: string): Ways {
    return new Ways(blog, this.#other);
  }

  /** Posts a comment; answers the HTTP status, or what a fault says. */
  async post(comment: LabComment, post: Post): Promise<string> {
    switch (comment.way) {
      case "form":
        return (await this.form([comment], post))[0] as string;
      case "rest":
        return this.#rest(comment, post);
      case "xmlrpc":
        return this.#call("wp.newComment", newComment(comment, post, "", ""));
      case "pingback":
        return this.ping(this.#other.publish(comment, post), post);
      case "trackback":
        return this.#trackback(comment, post);
    }
  }

  /** Tells a post that another page links to it. */
  ping(page: string, post: Post): Promise<string> {
    return this.#call("pingback.ping", text(page) + text(post.url));
  }

  /** Posts a comment as somebody with an account, as the app does. */
  account(comment: LabComment, post: Post, user: string, password: string): Promise<string> {
    return this.#call("wp.newComment", newComment(comment, post, user, password));
  }

  /** Shows the form once, and sends it for each comment after a while, with other fields if there are; spammers do not wait. */
  async form(
    comments: readonly LabComment[],
    post: Post,
    others: Readonly<Record<string, string>> = {},
  ): Promise<string[]> {
    const page = await (await fetch(post.url)).text();
    const hidden = hiddenFields(page);
    if (comments.some(({ kind }) => kind !== "spam"))
      await new Promise((resolve) => setTimeout(resolve, READING));
    const answers: string[] = [];
    for (const comment of comments) {
      const { author, email, url = "", text: content } = comment;
      const fields = {
        comment_post_ID: String(post.id),
        comment_parent: "0",
        author,
        email,
        url,
        comment: content,
      };
      const response = await fetch(`${this.#blog}/wp-comments-post.php`, {
        method: "POST",
        body: new URLSearchParams({ ...Object.fromEntries(hidden), ...fields, ...others }),
        headers: this.#headers({ referer: post.url }),
        redirect: "manual",
      });
      answers.push(String(response.status));
      await response.body?.cancel();
    }
    return answers;
  }

  /** Each comment comes from an address of its own. */
  #headers(more: Record<string, string> = {}): Record<string, string> {
    this.#people++;
    const agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    return { "x-lab-address": `198.51.${this.#people}.7`, "user-agent": agent, ...more };
  }

  async #rest({ author, email, url = "", text: content }: LabComment, post: Post): Promise<string> {
    const response = await fetch(`${this.#blog}/wp-json/wp/v2/comments`, {
      method: "POST",
      headers: this.#headers({ "content-type": "application/json" }),
      body: JSON.stringify({
        post: post.id,
        author_name: author,
        author_email: email,
        author_url: url,
        content,
      }),
    });
    await response.body?.cancel();
    return String(response.status);
  }

  async #call(method: string, parameters: string): Promise<string> {
    const response = await fetch(`${this.#blog}/xmlrpc.php`, {
      method: "POST",
      headers: this.#headers({ "content-type": "text/xml" }),
      body: `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${parameters}</params></methodCall>`,
    });
    const body = await response.text();
    return /<name>faultString<\/name>\s*<value><string>([^<]*)/.exec(body)?.[1] ?? String(response.status);
  }

  async #trackback({ author, url = "", text: excerpt }: LabComment, post: Post): Promise<string> {
    const response = await fetch(`${post.url}trackback/`, {
      method: "POST",
      headers: this.#headers(),
      body: new URLSearchParams({ title: author, blog_name: author, url, excerpt, charset: "UTF-8" }),
    });
    return /<message>([^<]*)/.exec(await response.text())?.[1] ?? String(response.status);
  }
}

/** The fields of a page's forms that nobody sees, as a browser sends them. */
function hiddenFields(page: string): [string, string][] {
  return [...page.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]) => {
    const of = (name: string) => new RegExp(`\\b${name}=["']?([^"'\\s>]*)`).exec(tag)?.[1];
    const name = of("name");
    return of("type") === "hidden" && name !== undefined
      ? [[name, of("value") ?? ""] as [string, string]]
      : [];
  });
}

const escaped = (value: string) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const text = (value: string) => `<param><value><string>${escaped(value)}</string></value></param>`;

function newComment(
  { author, email, url = "", text: content }: LabComment,
  post: Post,
  user: string,
  password: string,
): string {
  const fields = { author, author_email: email, author_url: url, content };
  const members = Object.entries(fields)
    .map(
      ([name, value]) =>
        `<member><name>${name}</name><value><string>${escaped(value)}</string></value></member>`,
    )
    .join("");
  const number = (value: number) => `<param><value><int>${value}</int></value></param>`;
  return `${number(1)}${text(user)}${text(password)}${number(post.id)}<param><value><struct>${members}</struct></value></param>`;
}
