import type { FC } from "hono/jsx";
import type { Site } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Form } from "../parts/form.tsx";
import { Layout } from "../parts/layout.tsx";

interface Props {
  readonly sites: readonly Site[];
  readonly errors?: readonly FieldError[];
  readonly given?: Readonly<Record<string, string>>;
}

/** All sites, and the form for another. */
export const SitesPage: FC<Props> = ({ sites, errors = [], given = {} }) => {
  const { sites: told } = useMessages();
  return (
    <Layout title={told.title} here="sites">
      <h1>{told.title}</h1>
      <ul class="plain cards">
        {sites.map(({ id, settings }) => (
          <li class="card">
            <a href={`/sites/${id}`}>{settings.name}</a> <span class="dim">{id}</span>
          </li>
        ))}
      </ul>
      <section class="card narrow">
        <h2>{told.another}</h2>
        <FieldErrors errors={errors} />
        <Form action="/sites" class="fields">
          <label>
            {told.id}
            <input name="id" required pattern="[a-z0-9\-]{1,40}" value={given.id ?? ""} />
            <small>{told.idHint}</small>
          </label>
          <label>
            {told.name}
            <input name="name" required maxlength={100} value={given.name ?? ""} />
          </label>
          <label>
            {told.address}
            <input name="url" type="url" placeholder="https://blog.example" value={given.url ?? ""} />
          </label>
          <button class="primary" type="submit">
            {told.make}
          </button>
        </Form>
      </section>
      <section class="card narrow">
        <h2>{told.sessions}</h2>
        <p class="dim">{told.sessionsHint}</p>
        <Form action="/logout/everywhere">
          <button type="submit">{told.signOutEverywhere}</button>
        </Form>
      </section>
    </Layout>
  );
};
