import type { FC } from "hono/jsx";
import type { Site } from "../contract/site.ts";
import type { Outcome } from "../core/verdict.ts";
import type { Compared, Said } from "../site/compared.ts";
import { Layout } from "./layout.tsx";
import { commentPath } from "./paths.ts";
import { Reasons } from "./reasons.tsx";
import { Text } from "./text.tsx";

interface Props extends Compared {
  readonly site: Site;
  readonly session: { name: string; csrf: string };
}

const woulds: readonly [Outcome, string][] = [
  ["publish", "published"],
  ["review", "held for a person"],
  ["reject", "rejected"],
];
const saids: readonly [Said, string][] = [
  ["published", "approved"],
  ["spam", "spam"],
  ["discarded", "discarded"],
  ["nothing", "nothing said"],
];

/** Log-only mode: what Hamlet would have done beside what people did. */
export const ComparedPage: FC<Props> = ({ site, session, counts, differing }) => {
  const count = (would: Outcome, said: Said) =>
    counts.find((one) => one.would === would && one.said === said)?.count ?? 0;
  const total = counts.reduce((sum, one) => sum + one.count, 0);
  return (
    <Layout title="Log-only" name={session.name} csrf={session.csrf} here="sites">
      <p>
        <a href={`/sites/${site.id}`}>← {site.settings.name}</a>
      </p>
      <h1>What Hamlet would have done</h1>
      <section class="card">
        {total === 0 ? (
          <p>
            Nothing to compare.{" "}
            {site.settings.mode === "log-only"
              ? "No comment has come yet."
              : "The site’s mode is enforce: in log-only mode everything is published, and what Hamlet would have done is counted here."}
          </p>
        ) : (
          <>
            <Matrix count={count} />
            <p>
              Good comments that it would have lost: <b>{count("reject", "published")}</b>. Spam that it would
              have published: <b>{count("publish", "spam")}</b>. For a person to look at:{" "}
              <b>{saids.reduce((sum, [said]) => sum + count("review", said), 0)}</b> of {total}.
            </p>
            <p class="hint">
              “Nothing said” is no judgement: nobody decided on these comments here, nor told Hamlet what was
              decided on the blog.
            </p>
          </>
        )}
      </section>
      {differing.length === 0 ? null : (
        <section>
          <h2>Where people said otherwise</h2>
          <ol class="rows">
            {differing.map((item) => (
              <li class="row card">
                <p>
                  Hamlet would have {woulds.find(([would]) => would === item.would)?.[1]} it;{" "}
                  {item.decided?.by} said {item.decided?.decision}. <a href={commentPath(item)}>Why?</a>
                </p>
                <p class="text" dir="auto">
                  <Text text={item.comment.content.slice(0, 500)} />
                </p>
                <Reasons verdict={item.verdict} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </Layout>
  );
};

const Matrix: FC<{ count: (would: Outcome, said: Said) => number }> = ({ count }) => (
  <section class="scroll" tabindex={0} aria-label="Comparison">
    <table>
      <thead>
        <tr>
          <th>Hamlet would have</th>
          {saids.map(([, label]) => (
            <th class="number">{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {woulds.map(([would, label]) => (
          <tr>
            <th>{label}</th>
            {saids.map(([said]) => (
              <td class="number">{count(would, said)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
