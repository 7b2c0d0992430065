import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { confirmReplies, leaveReplies, lookAt } from "../../service/readers.ts";
import { messagesOf } from "../messages/language.ts";
import { render } from "../parts/render.tsx";
import { AskPage, DonePage, GonePage } from "./reader-pages.tsx";

/** What links in mails to readers open. To fetch one, as a mail's scanner does, changes nothing; its form does. */
export function readerRoutes(app: Hono<App>): void {
  app.get("/answers/:token", async (c) => {
    const found = await lookAt(c.var.services, "confirm", c.req.param("token"));
    if (!found) return gone(c);
    const { confirmTitle, confirmHint, confirm, confirmed, confirmedHint } = messagesOf(c).readers;
    const { site, page } = found;
    if (found.confirmed)
      return render(c, <DonePage title={confirmed(site)} text={confirmedHint} page={page} />);
    return render(c, <AskPage title={confirmTitle(site)} text={confirmHint} page={page} button={confirm} />);
  });

  app.post("/answers/:token", async (c) => {
    const found = await confirmReplies(c.var.services, c.req.param("token"));
    if (!found) return gone(c);
    const { confirmed, confirmedHint } = messagesOf(c).readers;
    return render(c, <DonePage title={confirmed(found.site)} text={confirmedHint} page={found.page} />);
  });

  app.get("/leave/:token", async (c) => {
    const found = await lookAt(c.var.services, "leave", c.req.param("token"));
    if (!found) return gone(c);
    const { leaveTitle, leaveHint, leave } = messagesOf(c).readers;
    const { site, page } = found;
    return render(c, <AskPage title={leaveTitle(site)} text={leaveHint} page={page} button={leave} />);
  });

  // A mail program may send it by itself when its reader asks to be unsubscribed (RFC 8058).
  app.post("/leave/:token", async (c) => {
    const site = await leaveReplies(c.var.services, c.req.param("token"));
    if (site === undefined) return gone(c);
    const { left, leftHint } = messagesOf(c).readers;
    return render(c, <DonePage title={left(site)} text={leftHint} />);
  });
}

const gone = (c: AppContext) => render(c, <GonePage />, 410);
