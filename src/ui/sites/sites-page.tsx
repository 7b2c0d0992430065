import { type FC, useContext } from "hono/jsx";
import { owns, ownsAll } from "../../contract/roles.ts";
import { useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Form, SignedIn } from "../parts/form.tsx";
import { Layout } from "../parts/layout.tsx";

interface Props {
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly errors?: readonly FieldError[];
  readonly given?: Readonly<Record<string, string>>;
}

/** All sites, and the form for another. */
export const SitesPage: FC<Props> = ({ sites, errors = [], given = {} }) => {
  const { sites: text } = useMessages();
  const session = useContext(SignedIn);
  return (
    <Layout title={text.title} here="sites">
      <h1>{text.title}</h1>
      <ul class="plain cards">
        {sites.map(({ id, name }) => (
          <li class="card">
            <a href={session && owns(session.roles, id) ? `/sites/${id}` : `/sites/${id}/dashboard`}>
              {name}
            </a>{" "}
            <span class="dim">{id}</span>
          </li>
        ))}
      </ul>
      {session && ownsAll(session.roles) ? <ForOwners errors={errors} given={given} /> : null}
    </Layout>
  );
};

/** Another site, a blog whose site is made when it connects, and everybody's sessions. */
const ForOwners: FC<Required<Pick<Props, "errors" | "given">>> = ({ errors, given }) => {
  const { sites: text, wire, people } = useMessages();
  return (
    <>
      <section class="card narrow">
        <h2>{text.another}</h2>
        <FieldErrors errors={errors} />
        <Form action="/sites" class="fields">
          <label>
            {text.id}
            <input name="id" required pattern="[a-z0-9\-]{1,40}" value={given.id ?? ""} />
            <small>{text.idHint}</small>
          </label>
          <label>
            {text.name}
            <input name="name" required maxlength={100} value={given.name ?? ""} />
          </label>
          <label>
            {text.address}
            <input name="url" type="url" placeholder="https://blog.example" value={given.url ?? ""} />
          </label>
          <button class="primary" type="submit">
            {text.make}
          </button>
        </Form>
      </section>
      <section class="card narrow">
        <h2>{wire.newBlog}</h2>
        <p class="dim">{wire.newBlogHint}</p>
        <p>
          <a class="button" href="/wire">
            {wire.title}
          </a>
        </p>
      </section>
      <section class="card narrow">
        <h2>{text.sessions}</h2>
        <p class="dim">{text.sessionsHint}</p>
        <Form action="/logout/everywhere" data-unsent={people.signOutUnsent}>
          <button type="submit">{text.signOutEverywhere}</button>
        </Form>
      </section>
    </>
  );
};
