import type { FC } from "hono/jsx";
import { useContext } from "hono/jsx";
import type { MemberView, SessionView } from "../../contract/members.ts";
import type { TelegramCode } from "../../service/people/telegram.ts";
import { useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Form, SignedIn } from "../parts/form.tsx";
import { Layout } from "../parts/layout.tsx";
import { Preferences } from "../parts/preferences.tsx";
import { Devices, type DevicesProps } from "./devices.tsx";
import { Mails, type MailsProps } from "./mails.tsx";
import { Means, Once, Sessions } from "./means.tsx";
import { Telegram, type TelegramProps } from "./telegram.tsx";

interface Props {
  /** Undefined: signed in with the owner's token, which is nobody's account. */
  readonly view: MemberView | undefined;
  readonly sessions: readonly SessionView[];
  readonly here: string;
  readonly host: string;
  /** What a browser asks of an authenticator to make a passkey. */
  readonly options?: string | undefined;
  readonly errors?: readonly FieldError[];
  readonly saved?: boolean;
  /** A token that was just made: told now and never again. */
  readonly token?: string | undefined;
  /** Undefined: signed in with the owner's token. */
  readonly told?:
    | {
        readonly mails: MailsProps;
        readonly devices: DevicesProps;
        /** Undefined: none of her sites' messages has buttons, and no account is linked. */
        readonly telegram: TelegramProps | undefined;
      }
    | undefined;
  /** Links a Telegram account: told now and never again. */
  readonly code?: TelegramCode | undefined;
}

/** Somebody's own account: what opens it, and where it is open. */
export const AccountPage: FC<Props> = ({
  view,
  sessions,
  here,
  host,
  options,
  errors = [],
  saved,
  token,
  told,
  code,
}) => {
  const { people, mails } = useMessages();
  const session = useContext(SignedIn);
  return (
    <Layout title={people.account} here="account" module="account">
      <h1>
        <bdi>{session?.name}</bdi>
      </h1>
      {saved ? (
        <p class="notice" role="status">
          {people.saved}
        </p>
      ) : null}
      {token === undefined ? null : <Once title={people.tokenTitle} hint={people.tokenOnce} value={token} />}
      {code === undefined ? null : (
        <Once
          title={mails.telegram.codeTitle}
          hint={mails.telegram.codeHint(code.sites.join(", "))}
          value={code.code}
        />
      )}
      {view ? (
        <OwnMeans view={view} host={host} options={options} errors={errors} />
      ) : (
        <p class="notice">{people.byToken}</p>
      )}
      {told ? (
        <>
          <Mails {...told.mails} />
          <Devices {...told.devices} />
          {told.telegram ? <Telegram {...told.telegram} /> : null}
        </>
      ) : null}
      <section class="card narrow">
        <h2>{people.sessions}</h2>
        <Sessions path="/account" sessions={sessions} here={here} />
      </section>
      <Preferences />
      <Form action="/logout" data-unsent={people.signOutUnsent}>
        <button type="submit">{people.signOutHere}</button>
      </Form>
    </Layout>
  );
};

const OwnMeans: FC<Pick<Props, "host" | "options"> & { view: MemberView; errors: readonly FieldError[] }> = ({
  view,
  host,
  options,
  errors,
}) => {
  const { people } = useMessages();
  return (
    <>
      {view.passkeys.length + view.tokens.length === 0 ? <p class="notice">{people.addOne}</p> : null}
      <FieldErrors errors={errors} />
      <section class="card narrow">
        <h2>{people.passkeys}</h2>
        <p class="hint">
          {people.passkeysHint} {people.passkeysHost(host)}
        </p>
        <Means path="/account" kind="passkeys" means={view.passkeys} host={host} />
        <Form
          action="/account/passkeys"
          class="fields"
          data-passkey="create"
          data-options={options ?? ""}
          data-failed={people.passkeyFailed}
        >
          <input type="hidden" name="answer" />
          <label>
            {people.meansName}
            <input name="name" required maxlength={60} autocomplete="off" dir="auto" />
          </label>
          <button class="needs-script" type="submit" hidden>
            {people.addPasskey}
          </button>
          <noscript>{people.needsScript}</noscript>
        </Form>
      </section>
      <section class="card narrow">
        <h2>{people.tokens}</h2>
        <p class="hint">{people.tokensHint}</p>
        <Means path="/account" kind="tokens" means={view.tokens} host={host} />
        <Form action="/account/tokens" class="fields">
          <label>
            {people.meansName}
            <input name="name" required maxlength={60} autocomplete="off" dir="auto" />
          </label>
          <button type="submit">{people.makeToken}</button>
        </Form>
      </section>
    </>
  );
};
