import type { Hono } from "hono";
import type { App } from "../../context.ts";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";
import { render } from "../parts/render.tsx";

export function offlineRoutes(app: Hono<App>): void {
  app.get("/offline", (c) => render(c, <OfflinePage />));
}

/** What the service worker shows in place of a page that cannot be had. */
const OfflinePage = () => {
  const { frame } = useMessages();
  return (
    <Layout title={frame.offline}>
      <section class="card narrow">
        <h1>{frame.offline}</h1>
        <p>{frame.offlineHint}</p>
        <p>
          <a class="button" href="/queue">
            {frame.tryAgain}
          </a>
        </p>
      </section>
    </Layout>
  );
};
