import { Hono } from "hono";
import type { App } from "../context.ts";
import { akismetRoutes } from "./akismet/akismet-routes.tsx";
import { authorRoutes } from "./author/author-routes.tsx";
import { bulkRoutes } from "./bulk/bulk-routes.tsx";
import { commentRoutes } from "./comment/comment-routes.tsx";
import { dashboardRoutes } from "./dashboard/dashboard-routes.tsx";
import { deliveryRoutes } from "./deliveries/delivery-routes.tsx";
import { formRoutes } from "./form/form-routes.tsx";
import { ownCommentRoutes } from "./form/own-comment-routes.tsx";
import { historyRoutes } from "./history/history-routes.tsx";
import { importRoutes } from "./imports/import-routes.tsx";
import { linkRoutes } from "./link/link-routes.tsx";
import { loginRoutes } from "./login/login-routes.tsx";
import { languageRoutes } from "./messages/language-routes.ts";
import { noticeRoutes } from "./notices/notice-routes.tsx";
import { offlineRoutes } from "./offline/offline-routes.tsx";
import { accountRoutes } from "./people/account-routes.tsx";
import { mailRoutes } from "./people/mail-routes.tsx";
import { peopleRoutes } from "./people/people-routes.tsx";
import { personRoutes } from "./privacy/person-routes.tsx";
import { privacyRoutes } from "./privacy/privacy-routes.tsx";
import { queueRoutes } from "./queue/queue-routes.tsx";
import { erasureRoutes } from "./readers/erasure-routes.tsx";
import { readerRoutes } from "./readers/reader-routes.tsx";
import { replyRoutes } from "./reply/reply-routes.tsx";
import { keyRoutes } from "./sites/key-routes.tsx";
import { siteRoutes } from "./sites/site-routes.tsx";
import { wireRoutes } from "./sites/wire-routes.tsx";
import { stopRoutes } from "./stop/stop-routes.tsx";
import { systemRoutes } from "./system/system-routes.tsx";
import { waveRoutes } from "./waves/wave-routes.tsx";

/** The pages of people. */
export function pages(): Hono<App> {
  const app = new Hono<App>();
  app.get("/", (c) => c.redirect("/queue", 303));
  for (const routes of [
    loginRoutes,
    languageRoutes,
    privacyRoutes,
    linkRoutes,
    formRoutes,
    ownCommentRoutes,
    queueRoutes,
    commentRoutes,
    authorRoutes,
    replyRoutes,
    bulkRoutes,
    historyRoutes,
    siteRoutes,
    keyRoutes,
    wireRoutes,
    akismetRoutes,
    deliveryRoutes,
    dashboardRoutes,
    noticeRoutes,
    importRoutes,
    personRoutes,
    systemRoutes,
    peopleRoutes,
    accountRoutes,
    waveRoutes,
    mailRoutes,
    stopRoutes,
    readerRoutes,
    erasureRoutes,
    offlineRoutes,
  ])
    routes(app);
  return app;
}
