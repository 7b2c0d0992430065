import type { FC } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppContext } from "../../context.ts";
import { type LanguageTag, type Messages, PageLanguage, useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Layout } from "../parts/layout.tsx";
import { whereabouts } from "../parts/render.tsx";
import { type Typed, visible } from "./form-fields.ts";

export type Fault = keyof Messages["form"]["faults"];

interface Props {
  /** Where it is sent again. */
  readonly action: string;
  readonly fault: Fault;
  readonly typed: Typed;
  readonly page: URL | undefined;
  readonly errors: readonly FieldError[];
}

/** A comment that was not taken: why, and its text, to be sent again. */
export const NotSent: FC<Props> = ({ action, fault, typed, page, errors }) => {
  const { form: text } = useMessages();
  return (
    <Layout title={text.notSent}>
      <section class="card narrow">
        <h1 role="status">{text.notSent}</h1>
        <p>{text.faults[fault]}</p>
        <FieldErrors errors={errors} />
        {typed.comment === undefined ? null : <Again action={action} typed={typed} />}
        {page ? (
          <p>
            <a href={page.href}>{text.back}</a>
          </p>
        ) : null}
      </section>
    </Layout>
  );
};

const Again: FC<{ action: string; typed: Typed }> = ({ action, typed }) => {
  const { form: text } = useMessages();
  return (
    <form method="post" action={action} class="fields">
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

/** Pages that give nothing back, by language and fault. */
const pages = new Map<string, string>();

/** Answers with a page that gives nothing back: made once, since to make it takes longer than all else of a refusal. */
export async function nothingSent(
  c: AppContext,
  fault: Fault,
  status: ContentfulStatusCode,
): Promise<Response> {
  const { tag } = whereabouts(c);
  const key = `${tag} ${fault}`;
  const page = pages.get(key) ?? (await made(tag, fault));
  pages.set(key, page);
  return c.html(page, status);
}

/** A form that was posted leads nowhere that its page could be read again in another language. */
const PATH = "/queue";

const made = async (tag: LanguageTag, fault: Fault): Promise<string> =>
  String(
    await (
      <PageLanguage.Provider value={{ tag, path: PATH }}>
        <NotSent action="" fault={fault} typed={{}} page={undefined} errors={[]} />
      </PageLanguage.Provider>
    ).toString(),
  );
