import type { FC } from "hono/jsx";
import { type Member, memberLanguages, memberRequest } from "../../contract/members.ts";
import { EVERYWHERE, roleNames } from "../../contract/roles.ts";
import type { SiteView } from "../../contract/site.ts";
import { languages, useMessages } from "../messages/messages.ts";

/** What somebody typed of a person. */
export type TypedMember = Pick<Member, "name" | "email" | "language" | "roles">;

export const nobodyYet: TypedMember = { name: "", email: null, language: null, roles: {} };

interface Props {
  readonly typed: TypedMember;
  readonly sites: readonly Pick<SiteView, "id" | "settings">[];
}

/** The fields of a person: name, address, language and a role for each site or all. */
export const MemberFields: FC<Props> = ({ typed, sites }) => {
  const { people } = useMessages();
  return (
    <>
      <label>
        {people.name}
        <input name="name" required maxlength={60} value={typed.name} autocomplete="off" dir="auto" />
        <small>{people.nameHint}</small>
      </label>
      <label>
        {people.email}
        <input
          name="email"
          type="email"
          dir="ltr"
          maxlength={254}
          value={typed.email ?? ""}
          autocomplete="off"
        />
        <small>{people.emailHint}</small>
      </label>
      <label>
        {people.language}
        <select name="language">
          <option value="">{people.browsersLanguage}</option>
          {memberLanguages.map((tag) => (
            <option value={tag} lang={tag} selected={typed.language === tag}>
              {languages[tag].name}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>{people.roles}</legend>
        <Role site={EVERYWHERE} label={people.allSites} typed={typed} />
        {sites.map(({ id, settings }) => (
          <Role site={id} label={settings.name} typed={typed} />
        ))}
        <small>{people.rolesHint}</small>
      </fieldset>
    </>
  );
};

const Role: FC<{ site: string; label: string; typed: TypedMember }> = ({ site, label, typed }) => {
  const { people } = useMessages();
  const role = Object.hasOwn(typed.roles, site) ? typed.roles[site] : undefined;
  return (
    <label>
      <bdi>{label}</bdi>
      <select name={fieldOf(site)}>
        <option value="">{people.noRole}</option>
        {roleNames.map((name) => (
          <option value={name} selected={name === role}>
            {people.roleNames[name]}
          </option>
        ))}
      </select>
    </label>
  );
};

const BEFORE = "role ";
const fieldOf = (site: string) => `${BEFORE}${site}`;

/** What a form says of a person, as it was typed and as it is understood. */
export function readMember(form: Readonly<Record<string, unknown>>) {
  const text = (name: string) => String(form[name] ?? "");
  const roles = Object.fromEntries(
    Object.entries(form).flatMap(([name, role]) =>
      name.startsWith(BEFORE) && role !== "" ? [[name.slice(BEFORE.length), role]] : [],
    ),
  );
  const given = {
    name: text("name"),
    email: text("email").trim() === "" ? null : text("email"),
    language: text("language") === "" ? null : text("language"),
    roles,
  };
  return { typed: given as unknown as TypedMember, parsed: memberRequest.safeParse(given) };
}
