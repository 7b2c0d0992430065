import { ADMIN_TOKEN, call, type Reply } from "../site/blog.ts";

/** A signed-in moderator: her pages, and forms sent with the token that the pages hold. */
export async function signIn(name = "Anna") {
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
  const send = (path: string, cookie: string, fields: Record<string, string>, headers: object = {}) =>
    call<string>("POST", path, {
      body: form(fields),
      headers: {
        cookie,
        origin: "https://hamlet.example",
        "content-type": "application/x-www-form-urlencoded",
        ...headers,
      },
    });
  const opened = await send("/login", "", { token: ADMIN_TOKEN, name });
  const cookie = (opened.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const get = (path: string): Promise<Reply<string>> => call<string>("GET", path, { headers: { cookie } });
  const csrf = /name="csrf" value="([0-9a-f]+)"/.exec((await get("/sites")).body)?.[1] ?? "";
  return {
    cookie,
    csrf,
    get,
    post: (path: string, fields: Record<string, string> = {}) => send(path, cookie, { csrf, ...fields }),
    /** The same as the page's script sends it. */
    ask: async (path: string, fields: Record<string, string> = {}): Promise<object> => {
      const { body } = await send(path, cookie, { csrf, ...fields }, { accept: "application/json" });
      return typeof body === "string" ? JSON.parse(body) : body;
    },
  };
}
