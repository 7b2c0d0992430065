import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";

interface Props {
  readonly next: string;
  /** What a browser asks of her passkeys. */
  readonly options: string;
  /** Whom Cloudflare Access let through. */
  readonly access?: { readonly email: string; readonly name: string | undefined } | undefined;
  readonly fault?: string | undefined;
  readonly name?: string | undefined;
}

/** Sign in by a passkey, by Cloudflare Access where it stands in front, or by a token. */
export const LoginPage: FC<Props> = ({ next, options, access, fault, name }) => {
  const { frame, people } = useMessages();
  return (
    <Layout title={frame.signIn} module="passkey">
      <section class="card narrow login">
        <h1>{frame.signIn}</h1>
        {fault ? (
          <p class="fault" role="alert">
            {fault}
          </p>
        ) : null}
        <form
          method="post"
          action="/login/passkey"
          data-passkey="get"
          data-options={options}
          data-failed={people.passkeyFailed}
        >
          <input type="hidden" name="next" value={next} />
          <input type="hidden" name="proof" />
          <button class="primary needs-script" type="submit" hidden>
            {people.byPasskey}
          </button>
        </form>
        {access ? <ByAccess next={next} {...access} /> : null}
        <form method="post" action="/login" class="fields">
          <input type="hidden" name="next" value={next} />
          <label>
            {frame.token}
            <input type="password" name="token" required autocomplete="current-password" />
          </label>
          <label>
            {frame.yourName}
            <input name="name" maxlength={60} autocomplete="nickname" value={name ?? ""} />
            <small>{frame.nameHint}</small>
          </label>
          <button class="primary" type="submit">
            {frame.signIn}
          </button>
        </form>
        <p class="hint">
          {frame.tokenHint.before} <code>ADMIN_TOKEN</code>
          {frame.tokenHint.middle} <code>.dev.vars</code> {frame.tokenHint.after}
        </p>
      </section>
    </Layout>
  );
};

const ByAccess: FC<NonNullable<Props["access"]> & { next: string }> = ({ next, email, name }) => {
  const { people } = useMessages();
  if (name === undefined) return <p class="notice">{people.accessUnknown(email)}</p>;
  return (
    <form method="post" action="/login/access">
      <input type="hidden" name="next" value={next} />
      <button class="primary" type="submit">
        {people.acceptAs(name)} ({people.ways.access})
      </button>
    </form>
  );
};
