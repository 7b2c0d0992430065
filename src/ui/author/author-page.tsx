import type { FC } from "hono/jsx";
import type { AuthorView } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Layout } from "../parts/layout.tsx";
import { commentPath } from "../parts/paths.ts";
import { Text } from "../parts/text.tsx";
import { Time } from "../parts/words.tsx";
import { Freed } from "../sites/told.tsx";

interface Props {
  readonly author: AuthorView;
  readonly back: string;
  /** Comments that only entries had rejected which are in the lists no longer. */
  readonly freed?: number;
}

/** Who wrote a comment, on a page. */
export const AuthorPage: FC<Props> = ({ author, back, freed = 0 }) => {
  const { comment } = useMessages();
  return (
    <Layout title={comment.author} here="queue">
      <p class="back">
        <a href="/queue">{comment.back}</a>
      </p>
      {freed > 0 ? <Freed site={author.site} count={freed} /> : null}
      <section class="card narrow">
        <Author author={author} back={back} />
      </section>
    </Layout>
  );
};

/**
 * Who wrote a comment: past comments, how many were approved, when and under which names; trust and block.
 */
export const Author: FC<Props> = ({ author, back }) => {
  const { comment, words } = useMessages();
  const { published, spam, discarded } = author.counts;
  const decided = published + spam + discarded;
  const percent = `${Math.round((published * 100) / Math.max(1, decided))} %`;
  return (
    <>
      <h1>
        <bdi>{author.name || words.noName}</bdi>{" "}
        {author.email ? (
          <small>
            <bdi>{author.email}</bdi>
          </small>
        ) : null}
      </h1>
      <p class="dim">{comment.knownBy[author.knownBy]}</p>
      <p>{decided === 0 ? comment.nothingDecided : comment.approvalRate(percent, decided)}</p>
      <dl class="facts">
        <dt>{comment.firstSeen}</dt>
        <dd>
          <Time at={author.firstSeen} />
        </dd>
        <dt>{comment.lastSeen}</dt>
        <dd>
          <Time at={author.lastSeen} />
        </dd>
        <dt>{comment.names}</dt>
        <dd>
          {author.names.map((name, i) => (
            <>
              {i > 0 ? ", " : ""}
              <bdi>
                <Text text={name} />
              </bdi>
            </>
          ))}
        </dd>
      </dl>
      <Lists author={author} back={back} />
      <Past author={author} />
    </>
  );
};

const Lists: FC<{ author: AuthorView; back: string }> = ({ author, back }) => {
  const { comment } = useMessages();
  const { listed, entry, knownBy, marked } = author;
  if (entry === undefined) return <p class="hint">{comment.cannotList}</p>;
  return (
    <Form class="actions" action={`${commentPath(author)}/author`}>
      <input type="hidden" name="back" value={back} />
      {listed ? <p class="notice">{listed === "blocked" ? comment.blocked : comment.trusted}</p> : null}
      {listed === "allowed" || knownBy !== "mail" ? null : (
        <button class="approve" name="listing" value="allowed" type="submit">
          {comment.trust}{" "}
          <kbd class="wide">
            <span aria-hidden="true">t</span>
          </kbd>
        </button>
      )}
      {listed === "blocked" ? null : (
        <button class="spam" name="listing" value="blocked" type="submit">
          {comment.block}{" "}
          <kbd class="wide">
            <span aria-hidden="true">b</span>
          </kbd>
        </button>
      )}
      {listed ? (
        <button name="listing" value="" type="submit">
          {comment.unlist}
        </button>
      ) : null}
      {knownBy === "mail" ? null : <p class="hint">{comment.cannotTrust}</p>}
      {knownBy === "mail" && !marked ? <p class="hint">{comment.noMark}</p> : null}
    </Form>
  );
};

const MOST_TEXT = 160;

const Past: FC<{ author: AuthorView }> = ({ author }) => {
  const { comment, words } = useMessages();
  const total = Object.values(author.counts).reduce((sum, n) => sum + n, 0);
  return (
    <>
      <h2>
        {comment.past} <small>{comment.all(total)}</small>
      </h2>
      <ul class="plain past">
        {author.past.map((past) => (
          <li>
            <span class={`status ${past.status}`}>{words.statuses[past.status]}</span>{" "}
            <a href={commentPath(past)}>
              <bdi>
                <Text text={past.comment.content.slice(0, MOST_TEXT)} />
              </bdi>
            </a>{" "}
            <span class="dim">
              <Time at={past.arrived} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};
