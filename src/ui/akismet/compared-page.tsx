import type { FC } from "hono/jsx";
import type { Compared, Said } from "../../contract/insight.ts";
import type { SiteView } from "../../contract/site.ts";
import type { Outcome } from "../../core/judging/verdict.ts";
import { useMessages } from "../messages/messages.ts";
import { commentPath } from "../parts/paths.ts";
import { Text } from "../parts/text.tsx";
import { useDoer } from "../parts/words.tsx";
import { Reasons } from "../reading/reasons.tsx";
import { SiteFrame } from "../sites/site-frame.tsx";
import { Trial } from "./trial.tsx";

interface Props extends Compared {
  readonly site: SiteView;
  readonly now: number;
}

const woulds: readonly Outcome[] = ["publish", "review", "reject"];
const saids: readonly Said[] = ["published", "spam", "discarded", "nothing"];

/** Log-only mode: what Hamlet would have done beside what people did. */
export const ComparedPage: FC<Props> = ({ site, now, counts, since, differing }) => {
  const { logOnly } = useMessages().akismet;
  const count = (would: Outcome, said: Said) =>
    counts.find((one) => one.would === would && one.said === said)?.count ?? 0;
  const total = counts.reduce((sum, one) => sum + one.count, 0);
  const held = saids.reduce((sum, said) => sum + count("review", said), 0);
  return (
    <SiteFrame site={site} tab="filter" title={logOnly.heading} isPart>
      {site.settings.mode === "log-only" ? (
        <Trial site={site.id} counts={counts} since={since} now={now} />
      ) : null}
      <section class="card">
        {total === 0 ? (
          <p>
            {logOnly.nothing} {site.settings.mode === "log-only" ? logOnly.noComment : logOnly.enforced}
          </p>
        ) : (
          <>
            <Matrix count={count} />
            <p>
              {logOnly.lost} <b>{count("reject", "published")}</b>. {logOnly.missed}{" "}
              <b>{count("publish", "spam")}</b>. {logOnly.held} <b>{logOnly.of(held, total)}</b>.
            </p>
            <p class="hint">{logOnly.silence}</p>
          </>
        )}
      </section>
      {differing.length === 0 ? null : <Differing items={differing} />}
    </SiteFrame>
  );
};

const Differing: FC<{ items: Compared["differing"] }> = ({ items }) => {
  const { akismet, words } = useMessages();
  const nameOf = useDoer();
  const { logOnly } = akismet;
  const difference = ({ would, decided }: Compared["differing"][number]) =>
    logOnly.differs(
      logOnly.woulds[would ?? "publish"],
      decided ? nameOf(decided) : words.noName,
      words.decisions[decided?.decision ?? "discard"],
    );
  return (
    <section>
      <h2>{logOnly.differing}</h2>
      <ol class="rows">
        {items.map((item) => (
          <li class="card">
            <p>
              <bdi>{difference(item)}</bdi> <a href={commentPath(item)}>{logOnly.why}</a>
            </p>
            <p class="text" dir="auto">
              <Text text={item.comment.content.slice(0, 500)} />
            </p>
            <Reasons verdict={item.verdict} />
          </li>
        ))}
      </ol>
    </section>
  );
};

const Matrix: FC<{ count: (would: Outcome, said: Said) => number }> = ({ count }) => {
  const { logOnly } = useMessages().akismet;
  return (
    <section class="scroll" tabindex={0} aria-label={logOnly.table}>
      <table>
        <thead>
          <tr>
            <th>{logOnly.would}</th>
            {saids.map((said) => (
              <th class="number">{logOnly.saids[said]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {woulds.map((would) => (
            <tr>
              <th>{logOnly.woulds[would]}</th>
              {saids.map((said) => (
                <td class="number">{count(would, said)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
