import type { Child, FC } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppContext } from "../../context.ts";
import { type LanguageTag, type Messages, PageLanguage, useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Layout } from "../parts/layout.tsx";
import { whereabouts } from "../parts/render.tsx";
import { type Typed, visible } from "./form-fields.ts";

export type Fault = keyof Messages["form"]["faults"];

/** What the page gives back of a comment that was not taken. */
export interface Given {
  /** Where it is sent again. */
  readonly action: string;
  readonly typed: Typed;
  readonly page: URL | undefined;
  readonly errors: readonly FieldError[];
}

/** A sign for what is given back: no text of a page holds it. */
const GIVEN = "\ue000";

/** Pages with the sign in them, by language and fault. */
const pages = new Map<string, string>();

/**
 * Answers with a page that says why a comment was not taken and gives it back, to be sent again. The page around it is
 * made once for each language and fault, since to make it takes longer than all else of a refusal.
 */
export async function notSent(
  c: AppContext,
  status: ContentfulStatusCode,
  fault: Fault,
  given?: Given,
): Promise<Response> {
  const { tag } = whereabouts(c);
  const key = `${tag} ${fault}`;
  const page = pages.get(key) ?? (await written(tag, <NotSent fault={fault} />));
  pages.set(key, page);
  const back = given === undefined ? "" : await written(tag, <GivenBack {...given} />);
  return c.html(
    page.replace(GIVEN, () => back),
    status,
  );
}

/** A form that was posted leads nowhere that its page could be read again in another language. */
const PATH = "/queue";

const written = async (tag: LanguageTag, part: Child): Promise<string> =>
  String(
    await (<PageLanguage.Provider value={{ tag, path: PATH }}>{part}</PageLanguage.Provider>).toString(),
  );

const NotSent: FC<{ fault: Fault }> = ({ fault }) => {
  const { form: text } = useMessages();
  return (
    <Layout title={text.notSent}>
      <section class="card narrow">
        <h1 role="status">{text.notSent}</h1>
        <p>{text.faults[fault]}</p>
        {GIVEN}
      </section>
    </Layout>
  );
};

const GivenBack: FC<Given> = ({ action, typed, page, errors }) => {
  const { form: text } = useMessages();
  return (
    <>
      <FieldErrors errors={errors} />
      {typed.comment === undefined ? null : <Again action={action} typed={typed} />}
      {page ? (
        <p>
          <a href={page.href}>{text.back}</a>
        </p>
      ) : null}
    </>
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
