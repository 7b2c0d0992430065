import type { FC } from "hono/jsx";
import type { PersonErased, PersonExport } from "../../contract/privacy.ts";
import type { SiteView } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { commentPath } from "../parts/paths.ts";
import { SiteFrame } from "../sites/site-frame.tsx";

interface Props {
  readonly site: SiteView;
  readonly fault?: string;
  /** The address asked for; it is in the page alone, never in an address. */
  readonly email?: string;
  readonly found?: PersonExport | undefined;
  readonly erased?: PersonErased | undefined;
}

/** What is found of one commenter, and the button that erases it. */
export const PersonPage: FC<Props> = ({ site, fault, email, found, erased }) => {
  const { privacy: text } = useMessages();
  const path = `/sites/${site.id}/person`;
  return (
    <SiteFrame site={site} tab="data" title={text.person} isPart>
      <section class="card narrow">
        {fault ? (
          <p class="fault" role="alert">
            {fault}
          </p>
        ) : null}
        <Form action={path} class="fields">
          <label>
            {text.email}
            <input name="email" type="email" required autocomplete="off" value={email ?? ""} />
            <small>{text.personHint}</small>
          </label>
          <button class="primary" type="submit">
            {text.show}
          </button>
        </Form>
      </section>
      {found && email !== undefined ? <Found found={found} path={path} email={email} /> : null}
      {erased ? <Erased erased={erased} site={site.id} /> : null}
    </SiteFrame>
  );
};

const Found: FC<{ found: PersonExport; path: string; email: string }> = ({ found, path, email }) => {
  const { privacy: text } = useMessages();
  const { approved, spam, discarded } = found.standing;
  return (
    <section class="card">
      <p role="status">
        {text.found(found.comments.length, found.inbox)} {text.standing(approved, spam, discarded)}
      </p>
      <label>
        {text.download}
        <textarea readonly rows={12} dir="ltr">
          {JSON.stringify(found, null, 2)}
        </textarea>
      </label>
      <Form action={`${path}/erase`} class="fields">
        <input type="hidden" name="email" value={email} />
        <label class="check">
          <input type="checkbox" required /> {text.eraseConfirm}
        </label>
        <button class="spam" type="submit">
          {text.erase}
        </button>
      </Form>
    </section>
  );
};

const Erased: FC<{ erased: PersonErased; site: string }> = ({ erased, site }) => {
  const { privacy: text } = useMessages();
  return (
    <section class="card">
      <p class="notice" role="status">
        {text.erased(erased.comments, erased.inbox)}
      </p>
      <h2>{text.remains}</h2>
      <ul>
        {erased.remains.map(({ what }) => (
          <li>{text.left[what]}</li>
        ))}
      </ul>
      {erased.mentions.length > 0 ? <p>{text.mentions}</p> : null}
      <ul>
        {erased.mentions.map((id) => (
          <li>
            <a href={commentPath({ site, id })}>{id}</a>
          </li>
        ))}
      </ul>
    </section>
  );
};
