import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppContext } from "../../context.ts";
import { pathOf } from "../../platform/address.ts";
import { languageOf } from "../messages/language.ts";
import { PageLanguage } from "../messages/messages.ts";
import { SignedIn } from "./form.tsx";
import { safePath } from "./paths.ts";

/** In which language a page is read, and where; the answer depends on both headers that tell it. */
export function whereabouts(c: AppContext) {
  c.header("vary", "accept-language, cookie");
  const path = c.req.method === "GET" ? safePath(pathOf(c.req.url)) : "/queue";
  return { tag: languageOf(c), path };
}

/** Answers with a page in the reader's language. */
export function render(c: AppContext, page: Child, status: ContentfulStatusCode = 200) {
  return c.html(
    <PageLanguage.Provider value={whereabouts(c)}>
      <SignedIn.Provider value={c.var.session}>{page}</SignedIn.Provider>
    </PageLanguage.Provider>,
    status,
  );
}
