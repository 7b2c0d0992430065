import type { FC } from "hono/jsx";
import type { Preview } from "../../contract/preview.ts";
import type { SettingsPatch } from "../../contract/site.ts";
import type { Setting } from "../../core/judging/policy.ts";
import { useMessages } from "../messages/messages.ts";
import { commentPath } from "../parts/paths.ts";
import { Text } from "../parts/text.tsx";
import { useNumber } from "../parts/words.tsx";

/** What each named setting, and what is typed, would have meant. */
export interface Previews extends Readonly<Record<Setting | "typed", Preview>> {
  /** What was typed, or nothing. */
  readonly limits: Pick<SettingsPatch, "setting" | "publishBelow" | "publishBareBelow" | "rejectAbove">;
}

interface Props {
  readonly site: string;
  /** Undefined: it has not been asked for. */
  readonly preview: Preview | undefined;
}

/** What a change of the lists would have meant for the newest comments, before it is saved. */
export const PreviewCard: FC<Props> = ({ site, preview }) => {
  const { preview: text } = useMessages();
  const number = useNumber();
  return (
    <section class="sheet" id="preview">
      <h2>{text.title}</h2>
      <div class="pad">
        {preview === undefined ? (
          <p class="dim">{text.ask}</p>
        ) : preview.comments === 0 ? (
          <p class="dim">{text.nothing}</p>
        ) : (
          <>
            <p>{text.about(number(preview.comments))}</p>
            <Table preview={preview} />
            <Examples site={site} preview={preview} />
          </>
        )}
      </div>
    </section>
  );
};

const Table: FC<{ preview: Preview }> = ({ preview }) => {
  const { preview: text, filter } = useMessages();
  const number = useNumber();
  const figures = [preview.seen, preview.spamPublished, preview.hamRejected];
  return (
    <section class="scroll" tabindex={0} aria-label={text.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.settings}</th>
            {[filter.seen, filter.spamOut, filter.goodStopped].map((name) => (
              <th scope="col" class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(["now", "then"] as const).map((when) => (
            <tr>
              <th scope="row">{when === "now" ? text.now : text.typed}</th>
              {figures.map((figure) => (
                <td class="number">{number(figure[when])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** Comments that would go elsewhere, mistakes first. */
export const Examples: FC<{ site: string; preview: Preview }> = ({ site, preview: { examples } }) => {
  const { preview: text } = useMessages();
  if (examples.length === 0) return null;
  return (
    <section class="examples" id="examples">
      <h3>{text.examples}</h3>
      {examples.map(({ id, label, now, then, author, content }) => (
        <article>
          <p>
            <b>
              <bdi>{author ?? text.nobody}</bdi>
            </b>{" "}
            · {text.would(text.outcomes[now], text.outcomes[then])} · {text.labels[label ?? "none"]}{" "}
            <a href={commentPath({ site, id })}>{text.open}</a>
          </p>
          <p class="text" dir="auto">
            <Text text={content} most={MOST_SHOWN} />
          </p>
        </article>
      ))}
    </section>
  );
};

/** Characters of an example that are shown. */
const MOST_SHOWN = 300;
