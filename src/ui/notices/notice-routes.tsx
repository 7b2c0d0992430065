import type { Context, Hono } from "hono";
import { type Notify, notify } from "../../contract/notify.ts";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import type { Ui } from "../parts/session.ts";
import { NoticesPage } from "./notices-page.tsx";

type Shown = Partial<Pick<Parameters<typeof NoticesPage>[0], "errors" | "saved" | "tested">>;

/** The page on which the owner says how she wants to be told that comments wait. */
export function noticeRoutes(app: Hono<Ui>): void {
  app.get("/sites/:site/notices", (c) => show(c, { saved: c.req.query("saved") === "1" }));
  app.post("/sites/:site/notices", save);
  app.post("/sites/:site/notices/test", async (c) =>
    show(c, { tested: await c.var.page.desk.sendNotice(c.req.param("site")) }),
  );
}

async function show(c: Context<Ui>, shown: Shown): Promise<Response> {
  const id = c.req.param("site") ?? "";
  const { desk } = c.var.page;
  const site = (await desk.sites()).find((one) => one.id === id);
  const notices = site && (await desk.notices(id));
  if (!notices) return render(c, <Missing session={c.var.session} what="site" />, 404);
  const page = <NoticesPage site={site} session={c.var.session} {...notices} {...shown} />;
  return render(c, page, shown.errors ? 422 : 200);
}

async function save(c: Context<Ui>): Promise<Response> {
  const site = c.req.param("site") ?? "";
  const form = await c.req.parseBody();
  const read = readNotify(form);
  if ("errors" in read) return show(c, read);
  const saved = await c.var.page.desk.saveSettings(site, { notify: read.value });
  return saved.ok ? c.redirect(`/sites/${site}/notices?saved=1`, 303) : show(c, { errors: saved.errors });
}

function readNotify(
  form: Readonly<Record<string, unknown>>,
): { value: Notify | null } | { errors: { pointer: string; detail: string }[] } {
  if (form.kind === "none") return { value: null };
  const parsed = notify.safeParse({
    kind: form.kind,
    url: String(form.url ?? "").trim(),
    when: form.when,
    hour: Number(form.hour),
    text: form.text === "true",
    act: form.act === "true",
  });
  if (parsed.success) return { value: parsed.data };
  return {
    errors: parsed.error.issues.map(({ path, message }) => ({
      pointer: `#/${path.join("/")}`,
      detail: message,
    })),
  };
}
