import { type FC, useContext } from "hono/jsx";
import { type NoticeState, type Notify, notifyKinds } from "../../contract/notify.ts";
import type { OutboundCall } from "../../contract/outbound.ts";
import type { Reply } from "../../contract/outgoing.ts";
import type { SiteView } from "../../contract/site.ts";
import { DEFAULT_LANGUAGE, languages, PageLanguage, useMessages } from "../messages/messages.ts";
import { answerText } from "../parts/answer-text.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Form } from "../parts/form.tsx";
import { Time } from "../parts/words.tsx";
import { SiteFrame } from "../sites/site-frame.tsx";

interface Props {
  readonly site: SiteView;
  readonly state: NoticeState;
  readonly outbound: readonly OutboundCall[];
  /** Whether this Hamlet has a way to send mail. */
  readonly canMail: boolean;
  readonly errors?: readonly FieldError[];
  readonly saved?: boolean;
  /** What came back to a message just sent. */
  readonly tested?: Reply | undefined;
}

/** How the owner is told that comments wait, and every call that the site makes to elsewhere. */
export const NoticesPage: FC<Props> = ({ site, state, outbound, canMail, errors = [], saved, tested }) => {
  const { notices: text } = useMessages();
  const { notify } = site.settings;
  return (
    <SiteFrame site={site} tab="messages" title={text.title}>
      {saved ? (
        <p class="notice" role="status">
          {text.saved}
        </p>
      ) : null}
      <section class="card narrow">
        <p>{text.intro}</p>
        <FieldErrors errors={errors} />
        <NotifyForm site={site.id} notify={notify} />
      </section>
      {notify ? <State site={site.id} state={state} tested={tested} /> : null}
      <Mails site={site} canMail={canMail} />
      <Outbound calls={outbound} />
    </SiteFrame>
  );
};

/** Each in itself. */
const languageNames = Object.fromEntries(Object.entries(languages).map(([tag, { name }]) => [tag, name]));

const NotifyForm: FC<{ site: string; notify: Notify | null }> = ({ site, notify }) => {
  const { notices: text } = useMessages();
  const { tag } = useContext(PageLanguage);
  return (
    <Form action={`/sites/${site}/notices`} class="fields">
      <Choice
        name="kind"
        label={text.kind}
        value={notify?.kind ?? "none"}
        options={["none", ...notifyKinds] as const}
        names={text.kinds}
      />
      <label>
        {text.url}
        <input
          name="url"
          type="text"
          inputmode="url"
          autocomplete="off"
          dir="ltr"
          value={notify?.url ?? ""}
        />
        <small>{text.urlHint.secret}</small>
        <small dir="auto">{text.urlHint.slack}</small>
        <small dir="auto">{text.urlHint.discord}</small>
        <small dir="auto">{text.urlHint.telegram}</small>
      </label>
      <Choice
        name="when"
        label={text.when}
        value={notify?.when ?? "daily"}
        options={["daily", "hourly", "at-once"] as const}
        names={text.whens}
      />
      <label>
        {text.hour}
        <input name="hour" type="number" min={0} max={23} value={String(notify?.hour ?? 7)} />
      </label>
      <Choice
        name="language"
        label={text.language}
        value={notify ? (notify.language ?? DEFAULT_LANGUAGE) : tag}
        options={Object.keys(languages)}
        names={languageNames}
      />
      <Check name="text" label={text.text} value={notify?.text ?? false} />
      <Check name="act" label={text.act} value={notify?.act ?? false} />
      <Check name="buttons" label={text.buttons} value={notify?.buttons ?? false} />
      <button class="primary" type="submit">
        {text.save}
      </button>
    </Form>
  );
};

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly names: Readonly<Record<string, string>>;
}

const Choice: FC<ChoiceProps> = ({ name, label, value, options, names }) => (
  <label>
    {label}
    <select name={name}>
      {options.map((option) => (
        <option value={option} selected={option === value}>
          {names[option]}
        </option>
      ))}
    </select>
  </label>
);

const Check: FC<{ name: string; label: string; value: boolean }> = ({ name, label, value }) => (
  <label class="check">
    <input type="checkbox" name={name} value="true" checked={value} /> {label}
  </label>
);

const State: FC<{ site: string; state: NoticeState; tested: Reply | undefined }> = ({
  site,
  state,
  tested,
}) => {
  const { notices: text, deliveries } = useMessages();
  const taken = tested?.status !== undefined && tested.status >= 200 && tested.status < 300;
  return (
    <section class="card narrow">
      {state.until > 0 ? (
        <p>
          {text.last} <Time at={state.at} />
        </p>
      ) : null}
      {state.failure ? <p class="fault">{text.failed(state.failure)}</p> : null}
      <Form action={`/sites/${site}/notices/test`}>
        <button type="submit">{text.test}</button>
      </Form>
      {tested ? (
        <p class={taken ? "notice" : "fault"} role="status">
          {(taken ? text.taken : text.notTaken)(answerText(tested, deliveries))}
        </p>
      ) : null}
    </section>
  );
};

/** What may stand in mails to the site's people. */
const Mails: FC<{ site: SiteView; canMail: boolean }> = ({ site, canMail }) => {
  const { mails, notices } = useMessages();
  const { mailText, mailAct } = site.settings;
  return (
    <section class="card narrow">
      <h2>{mails.siteTitle}</h2>
      <p>{mails.siteIntro}</p>
      {canMail ? null : <p class="hint">{mails.none}</p>}
      <Form action={`/sites/${site.id}/notices/mails`} class="fields">
        <Check name="text" label={mails.siteText} value={mailText} />
        <Check name="act" label={mails.siteAct} value={mailAct} />
        <button type="submit">{notices.save}</button>
      </Form>
    </section>
  );
};

const Outbound: FC<{ calls: readonly OutboundCall[] }> = ({ calls }) => {
  const { notices: text } = useMessages();
  const nameless: Partial<Record<OutboundCall["what"], string>> = {
    mails: text.ownAddresses,
    readers: text.readers,
    webmentions: text.mentioning,
  };
  return (
    <section class="card narrow">
      <h2>{text.outbound}</h2>
      <p>{calls.length === 0 ? text.noOutbound : text.outboundHint}</p>
      <ul>
        {calls.map(({ what, host = text.ownHosts, texts }) => (
          <li>
            {text.what[what]} <code>{nameless[what] ?? host}</code>, {texts ? text.texts : text.noTexts}
          </li>
        ))}
      </ul>
    </section>
  );
};
