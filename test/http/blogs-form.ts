import { call, type Reply } from "../site/blog.ts";

export const POST = "https://blog.example/posts/loops/";
export const BLOG = "https://blog.example";

type Fields = Readonly<Record<string, string>>;
type Headers = Readonly<Record<string, string>>;

/** Posts a form as a browser does from a page of the blog. */
export const send = (fields: Fields, headers: Headers = {}, path = "/f/demo") =>
  call<string>("POST", path, {
    body: new URLSearchParams({ post: POST, ...fields }).toString(),
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      origin: BLOG,
      "cf-connecting-ip": "203.0.113.7",
      ...headers,
    },
  });

export const asScript = { accept: "application/json" };

/** The same as the page's script does. */
export async function sendJson<T = Record<string, unknown>>(
  fields: Fields,
  headers: Headers = {},
  path = "/f/demo",
): Promise<Reply<T>> {
  return (await send(fields, { ...asScript, ...headers }, path)) as unknown as Reply<T>;
}
