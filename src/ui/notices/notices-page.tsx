import type { FC } from "hono/jsx";
import { type Notify, notifyKinds } from "../../contract/notify.ts";
import type { OutboundCall } from "../../contract/outbound.ts";
import type { Site } from "../../contract/site.ts";
import type { Reply } from "../../site/delivery/exchange.ts";
import type { NoticeState } from "../../site/tables/meta.ts";
import { answerText } from "../deliveries/deliveries-page.tsx";
import { useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Form } from "../parts/form.tsx";
import { Layout } from "../parts/layout.tsx";
import { Time } from "../parts/time.tsx";

interface Props {
  readonly site: Site;
  readonly state: NoticeState;
  readonly outbound: readonly OutboundCall[];
  readonly errors?: readonly FieldError[];
  readonly saved?: boolean;
  /** What came back to a message just sent. */
  readonly tested?: Reply | undefined;
}

/** How the owner is told that comments wait, and every call that the site makes to elsewhere. */
export const NoticesPage: FC<Props> = ({ site, state, outbound, errors = [], saved, tested }) => {
  const { notices: told } = useMessages();
  const { notify } = site.settings;
  return (
    <Layout title={told.title} here="sites">
      <p>
        <a href={`/sites/${site.id}`}>← {site.settings.name}</a>
      </p>
      <h1>{told.title}</h1>
      {saved ? (
        <p class="notice" role="status">
          {told.saved}
        </p>
      ) : null}
      <section class="card narrow">
        <p>{told.intro}</p>
        <FieldErrors errors={errors} />
        <NotifyForm site={site.id} notify={notify} />
      </section>
      {notify ? <State site={site.id} state={state} tested={tested} /> : null}
      <Outbound calls={outbound} />
    </Layout>
  );
};

const NotifyForm: FC<{ site: string; notify: Notify | null }> = ({ site, notify }) => {
  const { notices: told } = useMessages();
  return (
    <Form action={`/sites/${site}/notices`} class="fields">
      <Choice
        name="kind"
        label={told.kind}
        value={notify?.kind ?? "none"}
        options={["none", ...notifyKinds] as const}
        names={told.kinds}
      />
      <label>
        {told.url}
        <input
          name="url"
          type="text"
          inputmode="url"
          autocomplete="off"
          dir="ltr"
          value={notify?.url ?? ""}
        />
        <small>{told.urlHint.secret}</small>
        <small>{told.urlHint.slack}</small>
        <small>{told.urlHint.discord}</small>
        <small>{told.urlHint.telegram}</small>
      </label>
      <Choice
        name="when"
        label={told.when}
        value={notify?.when ?? "daily"}
        options={["daily", "hourly", "at-once"] as const}
        names={told.whens}
      />
      <label>
        {told.hour}
        <input name="hour" type="number" min={0} max={23} value={String(notify?.hour ?? 7)} />
      </label>
      <Check name="text" label={told.text} value={notify?.text ?? false} />
      <Check name="act" label={told.act} value={notify?.act ?? false} />
      <button class="primary" type="submit">
        {told.save}
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
  const { notices: told, deliveries } = useMessages();
  const taken = tested?.status !== undefined && tested.status >= 200 && tested.status < 300;
  return (
    <section class="card narrow">
      {state.until > 0 ? (
        <p>
          {told.last} <Time at={state.at} />
        </p>
      ) : null}
      {state.failure ? <p class="fault">{told.failed(state.failure)}</p> : null}
      <Form action={`/sites/${site}/notices/test`}>
        <button type="submit">{told.test}</button>
      </Form>
      {tested ? (
        <p class={taken ? "notice" : "fault"} role="status">
          {(taken ? told.taken : told.notTaken)(answerText(tested, deliveries))}
        </p>
      ) : null}
    </section>
  );
};

const Outbound: FC<{ calls: readonly OutboundCall[] }> = ({ calls }) => {
  const { notices: told } = useMessages();
  return (
    <section class="card narrow">
      <h2>{told.outbound}</h2>
      <p>{calls.length === 0 ? told.noOutbound : told.outboundHint}</p>
      <ul>
        {calls.map(({ what, host, texts }) => (
          <li>
            {told.what[what]} <code>{host ?? told.ownHosts}</code>, {texts ? told.texts : told.noTexts}
          </li>
        ))}
      </ul>
    </section>
  );
};
