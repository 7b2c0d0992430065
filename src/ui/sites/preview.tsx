import type { FC } from "hono/jsx";
import type { Preview } from "../../contract/preview.ts";
import { useMessages } from "../messages/messages.ts";
import { commentPath } from "../parts/paths.ts";
import { Text } from "../parts/text.tsx";
import { useNumber } from "../parts/words.tsx";

/** What each named setting, and what is typed, would have meant. */
export interface Previews {
  readonly careful: Preview;
  readonly balanced: Preview;
  readonly light: Preview;
  readonly typed: Preview;
}

interface Props {
  readonly site: string;
  /** Undefined: it has not been asked for. */
  readonly previews: Previews | undefined;
}

/** What a change of the settings would have meant for the newest comments, before it is saved. */
export const PreviewCard: FC<Props> = ({ site, previews }) => {
  const { preview: text } = useMessages();
  const number = useNumber();
  return (
    <section class="card narrow" id="preview">
      <h2>{text.title}</h2>
      {previews === undefined ? (
        <p class="hint">{text.ask}</p>
      ) : previews.typed.comments === 0 ? (
        <p class="hint">{text.nothing}</p>
      ) : (
        <>
          <p>{text.about(number(previews.typed.comments))}</p>
          <Table previews={previews} />
          <Examples site={site} preview={previews.typed} />
        </>
      )}
    </section>
  );
};

type Figures = Readonly<Record<"seen" | "hamRejected" | "spamPublished", number>>;

const at = (preview: Preview, when: "now" | "then"): Figures => ({
  seen: preview.seen[when],
  hamRejected: preview.hamRejected[when],
  spamPublished: preview.spamPublished[when],
});

const Table: FC<{ previews: Previews }> = ({ previews }) => {
  const { preview: text, sites, imports } = useMessages();
  const number = useNumber();
  const { typed } = previews;
  const rows: readonly (readonly [string, Figures])[] = [
    [text.now, at(typed, "now")],
    [text.typed, at(typed, "then")],
    ...(["careful", "balanced", "light"] as const).map(
      (name) => [sites.settingNames[name], at(previews[name], "then")] as const,
    ),
  ];
  return (
    <section class="scroll" tabindex={0} aria-label={text.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.settings}</th>
            <th scope="col" class="number">
              {imports.seen}
            </th>
            <th scope="col" class="number">
              {imports.spamOut}
            </th>
            <th scope="col" class="number">
              {imports.goodStopped}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, { seen, spamPublished, hamRejected }]) => (
            <tr>
              <th scope="row">{name}</th>
              {[seen, spamPublished, hamRejected].map((n) => (
                <td class="number">{number(n)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Examples: FC<{ site: string; preview: Preview }> = ({ site, preview: { examples } }) => {
  const { preview: text } = useMessages();
  if (examples.length === 0) return <p class="hint">{text.same}</p>;
  return (
    <>
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
    </>
  );
};

/** Characters of an example that are shown. */
const MOST_SHOWN = 300;
