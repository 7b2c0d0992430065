import type { FC } from "hono/jsx";
import { type Messages, useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Layout } from "../parts/layout.tsx";
import { type Typed, visible } from "./form-fields.ts";

export type Fault = keyof Messages["form"]["faults"];

interface Props {
  readonly site: string;
  readonly fault: Fault;
  readonly typed: Typed;
  readonly page: URL | undefined;
  readonly errors: readonly FieldError[];
}

/** A comment that was not taken: why, and its text, to be sent again. */
export const NotSent: FC<Props> = ({ site, fault, typed, page, errors }) => {
  const { form: text } = useMessages();
  return (
    <Layout title={text.notSent}>
      <section class="card narrow">
        <h1 role="status">{text.notSent}</h1>
        <p>{text.faults[fault]}</p>
        <FieldErrors errors={errors} />
        {typed.comment === undefined ? null : <Again site={site} typed={typed} />}
        {page ? (
          <p>
            <a href={page.href}>{text.back}</a>
          </p>
        ) : null}
      </section>
    </Layout>
  );
};

const Again: FC<{ site: string; typed: Typed }> = ({ site, typed }) => {
  const { form: text } = useMessages();
  return (
    <form method="post" action={`/f/${site}`} class="fields">
      {visible.map((name) =>
        name === "comment" || typed[name] === undefined ? null : (
          <input type="hidden" name={name} value={typed[name]} />
        ),
      )}
      <label>
        {text.yours}
        <textarea name="comment" rows={8} dir="auto">
          {typed.comment}
        </textarea>
      </label>
      <button class="primary" type="submit">
        {text.again}
      </button>
    </form>
  );
};
