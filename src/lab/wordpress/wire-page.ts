/** What the owner sees when she asks for a one-time code on a page "Wire your blog". */
export async function wirePage(url: string, token: string, path: string): Promise<string> {
  const headers = { origin: url, "content-type": "application/x-www-form-urlencoded" };
  const post = (to: string, fields: Record<string, string>, cookie = "") =>
    fetch(url + to, {
      method: "POST",
      headers: { ...headers, cookie },
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  const signedIn = await post("/login", { token, name: "Olga", next: "/sites" });
  const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const page = await (await fetch(url + path, { headers: { cookie } })).text();
  const csrf = /name="csrf" value="([0-9a-f]+)"/.exec(page)?.[1] ?? "";
  const made = await post(path, { csrf }, cookie);
  const permit = made.headers.getSetCookie().map((one) => one.split(";")[0]);
  const shown = new URL(made.headers.get("location") ?? "/", url);
  return (await fetch(shown, { headers: { cookie: [cookie, ...permit].join("; ") } })).text();
}
