import type { FC } from "hono/jsx";
import type { Actor } from "../../contract/actor.ts";
import type { ImportReport, Imports, ImportTrial } from "../../contract/import.ts";
import type { SiteView } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Time, useNumber } from "../parts/words.tsx";
import { SiteFrame } from "../sites/site-frame.tsx";
import { Suspects } from "./suspects.tsx";

interface Props extends Imports {
  readonly site: SiteView;
  /** Until when the blog may send its past by itself, milliseconds since 1970. */
  readonly openUntil: number | undefined;
  /** Who looks at it. */
  readonly me: Actor;
}

/** What a blog's past taught, what the filter would have done with it, and what of it a person should look at. */
export const ImportsPage: FC<Props> = ({ site, openUntil, imports, suspects, me }) => {
  const { imports: text, script } = useMessages();
  return (
    <SiteFrame site={site} tab="data" title={text.title} isPart words={script}>
      {imports.length === 0 ? <Nothing site={site.id} /> : null}
      {site.settings.form ? <Keeping site={site.id} /> : null}
      <ByBlog site={site.id} openUntil={openUntil} />
      {imports.map((report) => (
        <Brought site={site.id} report={report} />
      ))}
      <Suspects site={site.id} suspects={suspects} me={me} />
    </SiteFrame>
  );
};

const Nothing: FC<{ site: string }> = ({ site }) => {
  const { imports: text } = useMessages();
  return (
    <section class="card narrow">
      <p>
        {text.none} {site}
      </p>
      <p class="hint">{text.how}</p>
    </section>
  );
};

/** How what was published before comes to the blog's pages again. */
const Keeping: FC<{ site: string }> = ({ site }) => {
  const { imports: text } = useMessages();
  return (
    <section class="card narrow">
      <h2>{text.keeping}</h2>
      <p>{text.keepingHow}</p>
      <p>
        <code dir="ltr">npm run import -- --site {site} --keep FILE…</code>
      </p>
    </section>
  );
};

/** The blog sends its past itself, with its key, while the owner lets it. */
const ByBlog: FC<{ site: string; openUntil: number | undefined }> = ({ site, openUntil }) => {
  const { imports: text } = useMessages();
  return (
    <section class="card narrow">
      <h2>{text.byBlog}</h2>
      {openUntil === undefined ? (
        <Form action={`/sites/${site}/imports/open`}>
          <p>{text.byBlogHow}</p>
          <button type="submit">{text.open}</button>
        </Form>
      ) : (
        <Form action={`/sites/${site}/imports/close`}>
          <p>
            {text.isOpen} <Time at={openUntil} /> {text.thenRun} <code>wp hamlet import</code>
          </p>
          <button type="submit">{text.close}</button>
        </Form>
      )}
    </section>
  );
};

const Brought: FC<{ site: string; report: ImportReport }> = ({ site, report }) => {
  const { imports: text, sites, preview } = useMessages();
  const number = useNumber();
  const { source, taught, weak, kept, oldest, newest, trial, quarters, presets } = report;
  return (
    <section class="card">
      <h2>
        <bdi>{source}</bdi>
      </h2>
      <p>
        {text.learned(number(taught), number(weak))}{" "}
        {oldest && newest ? text.span(oldest.slice(0, 10), newest.slice(0, 10)) : null}
      </p>
      {kept > 0 ? <p>{text.kept(number(kept))}</p> : null}
      <p>{text.wouldHave(number(trial.comments), number(trial.seen))}</p>
      <p>
        {text.hamRejected(trial.hamRejected, number(trial.ham))}{" "}
        {text.spamPublished(trial.spamPublished, number(trial.spam))}
      </p>
      <Trials
        caption={text.quarters}
        first={text.quarter}
        rows={quarters.map((trial, i) => [number(i + 1), trial])}
      />
      <Trials
        caption={text.presets}
        first={preview.settings}
        rows={(["careful", "balanced", "light"] as const).map((name) => [
          sites.settingNames[name],
          presets[name],
        ])}
      />
      <Form action={`/sites/${site}/imports/remove`}>
        <input type="hidden" name="source" value={source} />
        <button type="submit">{text.takeOut}</button>{" "}
        <span class="hint">{kept > 0 ? text.takeOutKeptHint : text.takeOutHint}</span>
      </Form>
    </section>
  );
};

interface Trials {
  readonly caption: string;
  readonly first: string;
  readonly rows: readonly (readonly [string, ImportTrial])[];
}

/** What the filter would have done, a line for each part of the history or each setting. */
const Trials: FC<Trials> = ({ caption, first, rows }) => {
  const { imports: text } = useMessages();
  const number = useNumber();
  return (
    <section class="scroll" tabindex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {[text.comments, text.seen, text.goodStopped, text.spamOut].map((name) => (
              <th scope="col" class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, { comments, seen, hamRejected, spamPublished }]) => (
            <tr>
              <th scope="row">{name}</th>
              {[comments, seen, hamRejected, spamPublished].map((n) => (
                <td class="number">{number(n)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
