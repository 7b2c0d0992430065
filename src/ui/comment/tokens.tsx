import type { FC } from "hono/jsx";
import type { TokenView } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { points } from "../parts/words.tsx";

/** The classifier's strongest words, with the comments they stood in. */
export const Tokens: FC<{ tokens: readonly TokenView[] }> = ({ tokens }) => {
  const { comment } = useMessages();
  return (
    <section class="card">
      <h2>{comment.words}</h2>
      {tokens.length === 0 ? (
        <p class="dim">{comment.noWords}</p>
      ) : (
        <section class="scroll" tabindex={0} aria-label={comment.words}>
          <table>
            <thead>
              <tr>
                <th>{comment.word}</th>
                <th>{comment.inTraining}</th>
                <th>{comment.here}</th>
                <th class="number">{comment.points}</th>
              </tr>
            </thead>
            <tbody>
              {tokens.map((token) => (
                <Row {...token} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
};

const Row: FC<TokenView> = ({ token, starter, site, points: share }) => {
  const { comment } = useMessages();
  const at = token.indexOf(":");
  return (
    <tr>
      <td>
        <bdi>{token.slice(at + 1)}</bdi> <small>{comment.families[token.slice(0, at)]}</small>
      </td>
      <td>{starter ? comment.counts(starter.spam, starter.ham) : comment.unknown}</td>
      <td>{comment.counts(site.spam, site.ham)}</td>
      <td class="number" dir="ltr">
        {points(share)}
      </td>
    </tr>
  );
};
