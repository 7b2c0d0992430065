import type { FC } from "hono/jsx";
import { type MailsChosen, type MailsView, mailsChosen, mailWhens, noMails } from "../../contract/mail.ts";
import type { SiteView } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";

type Site = Pick<SiteView, "id" | "settings">;

/** What the form's fields hold; what was typed and not accepted stands there again. */
type Typed = Readonly<Record<string, string>>;

const BEFORE = "when ";
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

/** In the reader's list of zones, UTC first: it is no place. */
const zones = (): readonly string[] => [
  "UTC",
  ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC"),
];

function typedOf({ sites, quiet, ...rest }: MailsChosen): Typed {
  const whens = Object.entries(sites).map(([site, when]) => [BEFORE + site, when] as const);
  const others = Object.entries(rest).map(([name, value]) => [name, String(value)] as const);
  const hours = [
    ["quietFrom", quiet === null ? "" : String(quiet.from)],
    ["quietTo", quiet === null ? "" : String(quiet.to)],
  ] as const;
  return Object.fromEntries([...whens, ...others, ...hours]);
}

/** What somebody chose, as the form shows it. */
export function typedFrom({ choices }: MailsView): Typed {
  if (!choices) return typedOf(noMails);
  const { link: _, sites, ...rest } = choices;
  const whens = Object.entries(sites).map(([site, { when }]) => [site, when] as const);
  return typedOf({ ...rest, sites: Object.fromEntries(whens) });
}

/** What a form says of mails, checked. */
export function readMails(form: Readonly<Record<string, unknown>>) {
  const number = (name: string) => Number(String(form[name] ?? "").trim() || Number.NaN);
  const sites = Object.entries(form).flatMap(([name, when]) =>
    name.startsWith(BEFORE) && when !== "never" ? [[name.slice(BEFORE.length), when]] : [],
  );
  const isQuiet = form.quietFrom !== "" && form.quietTo !== "";
  return mailsChosen.safeParse({
    zone: form.zone,
    hour: number("hour"),
    weekday: number("weekday"),
    hours: number("hours"),
    most: number("most"),
    quiet: isQuiet ? { from: number("quietFrom"), to: number("quietTo") } : null,
    sites: Object.fromEntries(sites),
  });
}

interface Props {
  readonly sites: readonly Site[];
  readonly typed: Typed;
  /** Nothing was chosen yet: the browser's time zone is the likely one. */
  readonly isNew: boolean;
}

/** When somebody wants mails: for each of her sites, and at what hours. */
export const MailForm: FC<Props> = ({ sites, typed, isNew }) => {
  const { mails } = useMessages();
  const hours = HOURS.map((hour) => [String(hour), clock(hour)]);
  const whens = ["never" as const, ...mailWhens].map((when) => [when, mails.whens[when]]);
  const weekdays = mails.weekdays.map((day, n) => [String(n), day]);
  return (
    <Form action="/account/mails" class="fields">
      <fieldset>
        <legend>{mails.perSite}</legend>
        {sites.map(({ id, settings }) => (
          <Choice
            label={settings.name}
            name={BEFORE + id}
            value={typed[BEFORE + id] ?? "never"}
            options={whens}
          />
        ))}
      </fieldset>
      <label>
        {mails.zone}
        <select name="zone" dir="ltr" data-guess={isNew ? "zone" : undefined}>
          {zones().map((zone) => (
            <option value={zone} selected={zone === typed.zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </select>
      </label>
      <Choice label={mails.hour} name="hour" value={typed.hour} options={hours} />
      <Choice label={mails.weekday} name="weekday" value={typed.weekday} options={weekdays} />
      <label>
        {mails.hours}
        <input name="hours" type="number" min={1} max={168} required value={typed.hours ?? ""} />
      </label>
      <fieldset>
        <legend>{mails.quiet}</legend>
        {(["quietFrom", "quietTo"] as const).map((name) => (
          <Choice
            label={mails[name]}
            name={name}
            value={typed[name]}
            options={[["", mails.noQuiet], ...hours]}
          />
        ))}
      </fieldset>
      <label>
        {mails.most}
        <input name="most" type="number" min={1} max={50} required value={typed.most ?? ""} />
        <small>{mails.mostHint}</small>
      </label>
      <button class="primary" type="submit">
        {mails.save}
      </button>
    </Form>
  );
};

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly string[])[];
}

const Choice: FC<ChoiceProps> = ({ label, name, value, options }) => (
  <label>
    <bdi>{label}</bdi>
    <select name={name}>
      {options.map(([key, text]) => (
        <option value={key} selected={key === value}>
          {text}
        </option>
      ))}
    </select>
  </label>
);
