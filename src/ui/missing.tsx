import type { FC } from "hono/jsx";
import { Layout } from "./layout.tsx";

/** Something that is not, or no longer, there. */
export const Missing: FC<{ what: string; session: { name: string; csrf: string } }> = ({ what, session }) => (
  <Layout title="Not found" name={session.name} csrf={session.csrf}>
    <section class="empty">
      <h1 class="big">There is no such {what}.</h1>
      <p>
        It may have been deleted. <a href="/queue">Back to the queue</a>
      </p>
    </section>
  </Layout>
);
