import { ADMIN_TOKEN, call, type Reply } from "../site/blog.ts";

/** Fields of a form; several of one name are many. */
type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A signed-in moderator: her pages, and forms sent with the token that the pages hold. */
export async function signIn(name = "Anna") {
  const form = (fields: Fields) =>
    new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    ).toString();
  const send = (path: string, cookie: string, fields: Fields, headers: object = {}) =>
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
    post: (path: string, fields: Fields = {}) => send(path, cookie, { csrf, ...fields }),
    /** The same as the page's script sends it. */
    ask: async (path: string, fields: Fields = {}): Promise<object> => {
      const { body } = await send(path, cookie, { csrf, ...fields }, { accept: "application/json" });
      return typeof body === "string" ? JSON.parse(body) : body;
    },
  };
}
