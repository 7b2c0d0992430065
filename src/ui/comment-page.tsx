import type { FC } from "hono/jsx";
import { signalText } from "../core/explain.ts";
import type { CommentDetail, TokenView } from "../site/view.ts";
import { Attempts } from "./attempts.tsx";
import { Layout } from "./layout.tsx";
import { Actions, commentPath } from "./row.tsx";
import { Text } from "./text.tsx";
import { ago, likelihood, points, statusWords } from "./words.ts";

interface Props {
  readonly item: CommentDetail;
  readonly session: { name: string; csrf: string };
  readonly now: number;
  /** A decision that was refused, and why. */
  readonly refusal?: string | undefined;
}

/** A comment opened: the whole story of its verdict. */
export const CommentPage: FC<Props> = ({ item, session, now, refusal }) => {
  const { comment, verdict } = item;
  const spans = verdict.hits.flatMap(({ signal, span }) =>
    span?.field === "content" ? [{ signal, span }] : [],
  );
  return (
    <Layout title="Comment" name={session.name} csrf={session.csrf} here="queue">
      <p>
        <a href="/queue">← Queue</a>
      </p>
      <article class="card">
        <h1>
          <bdi>{comment.author.name || "(no name)"}</bdi>{" "}
          <small class="dim">
            {statusWords[item.status]}, {ago(item.arrived, now)}
          </small>
        </h1>
        {refusal ? (
          <p class="fault" role="alert">
            {refusal}
          </p>
        ) : null}
        <p class="text whole" dir="auto">
          <Text text={comment.content} spans={spans} />
        </p>
        <Actions item={item} csrf={session.csrf} back={commentPath(item)} opened />
      </article>
      <Waterfall item={item} />
      <Tokens tokens={item.tokens} />
      <NotRun item={item} />
      <History item={item} />
      <Attempts item={item} csrf={session.csrf} />
      <Fields item={item} />
    </Layout>
  );
};

/** Every hit with its points and the sum so far: they add up to the score. */
const Waterfall: FC<{ item: CommentDetail }> = ({ item: { verdict, turning } }) => (
  <section class="card">
    <h2>
      Why: {likelihood(verdict)} {verdict.probability.toFixed(3)}
    </h2>
    {turning ? (
      <p>
        Without {turning.without.map((signal) => signalText(signal).label).join(", ")} the score would have
        said: <b>{turning.outcome}</b>.
      </p>
    ) : null}
    <section class="scroll" tabindex={0} aria-label="Points">
      <table>
        <thead>
          <tr>
            <th>Reason</th>
            <th>Evidence</th>
            <th class="number">Points</th>
          </tr>
        </thead>
        <tbody>
          {verdict.hits.map((hit) => (
            <tr>
              <td>
                {signalText(hit.signal).label}
                <small class="dim"> {signalText(hit.signal).description}</small>
              </td>
              <td>
                <bdi>{hit.evidence}</bdi>
              </td>
              <td class="number">
                <Bar value={hit.points} /> {points(hit.points)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th colspan={2}>Score in log-odds</th>
            <td class="number">{points(verdict.score)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  </section>
);

/** Half the width of a bar, and the points that fill it. */
const HALF = 32;
const FULL = 8;

/** Points as a bar from the middle: to the right against the comment, to the left for it. */
const Bar: FC<{ value: number }> = ({ value }) => {
  const length = Math.min(HALF, (Math.abs(value) * HALF) / FULL);
  return (
    <svg class="bar" width={2 * HALF} height="10" aria-hidden="true">
      <rect
        class={value > 0 ? "against" : "for"}
        x={value > 0 ? HALF : HALF - length}
        y="1"
        width={Math.max(1, length)}
        height="8"
        rx="2"
      />
    </svg>
  );
};

const families: Readonly<Record<string, string>> = {
  ws: "word",
  a: "in the name",
  A: "the whole name",
  h: "domain",
  t: "domain in the text",
  u: "author’s domain",
  f: "host",
  e: "mail domain",
  tld: "ending of a host",
  p: "word of an address",
  ls: "word in the site’s language",
};

const Token: FC<{ token: string }> = ({ token }) => {
  const at = token.indexOf(":");
  return (
    <>
      <bdi>{token.slice(at + 1)}</bdi> <small>{families[token.slice(0, at)]}</small>
    </>
  );
};

const Tokens: FC<{ tokens: readonly TokenView[] }> = ({ tokens }) =>
  tokens.length === 0 ? null : (
    <section class="card">
      <h2>The classifier’s strongest words, as it knows them now</h2>
      <section class="scroll" tabindex={0} aria-label="Words">
        <table>
          <thead>
            <tr>
              <th>Word, name or host</th>
              <th>In training, about</th>
              <th>Here, about</th>
              <th class="number">Points</th>
            </tr>
          </thead>
          <tbody>
            {tokens.map(({ token, starter, site, points: share }) => (
              <tr>
                <td>
                  <Token token={token} />
                </td>
                <td>{starter ? `${starter.spam} spam, ${starter.ham} ham` : "unknown"}</td>
                <td>
                  {site.spam} spam, {site.ham} ham
                </td>
                <td class="number">{points(share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );

const NotRun: FC<{ item: CommentDetail }> = ({ item: { verdict } }) =>
  verdict.notRun.length === 0 ? null : (
    <section class="card">
      <h2>Checks that were not made</h2>
      <ul class="plain">
        {verdict.notRun.map(({ signal, reason }) => (
          <li>
            {signalText(signal).label}: {reason}
          </li>
        ))}
      </ul>
    </section>
  );

const History: FC<{ item: CommentDetail }> = ({ item }) => (
  <section class="card">
    <h2>History</h2>
    <ol class="plain">
      <li>
        <time>{new Date(item.arrived).toISOString()}</time> Hamlet: {item.verdict.outcome}
      </li>
      {item.history.map((event) => (
        <li>
          <time>{event.at}</time> <bdi>{event.by}</bdi>: {event.decision ?? event.type}
          {event.because ? ` (${event.because})` : ""}, {statusWords[event.before]} →{" "}
          {statusWords[event.status]}
        </li>
      ))}
    </ol>
  </section>
);

const Fields: FC<{ item: CommentDetail }> = ({ item }) => (
  <section class="card">
    <h2>Fields as kept</h2>
    <pre class="raw" tabindex={0}>
      <Text text={JSON.stringify(item.comment, null, 2)} />
    </pre>
  </section>
);
