import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";

interface Props {
  readonly next: string;
  /** What a browser asks of her passkeys. */
  readonly options: string;
  /** Whom Cloudflare Access let through. */
  readonly access?: { readonly email: string; readonly name: string | undefined } | undefined;
  /** In this browser somebody came by a passkey before. */
  readonly byPasskey: boolean;
  readonly fault?: string | undefined;
  readonly name?: string | undefined;
}

/** Sign in by a token, by a passkey, or by Cloudflare Access where it stands in front; first the way that served before. */
export const LoginPage: FC<Props> = ({ next, options, access, byPasskey, fault, name }) => {
  const { frame } = useMessages();
  const passkey = <ByPasskey next={next} options={options} isFirst={byPasskey} />;
  return (
    <Layout title={frame.signIn} module="passkey">
      <section class="card narrow login">
        <h1>{frame.signIn}</h1>
        {fault ? (
          <p class="fault" role="alert">
            {fault}
          </p>
        ) : null}
        {byPasskey ? passkey : null}
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
        {byPasskey ? null : passkey}
      </section>
    </Layout>
  );
};

const ByPasskey: FC<Pick<Props, "next" | "options"> & { isFirst: boolean }> = ({
  next,
  options,
  isFirst,
}) => {
  const { people } = useMessages();
  return (
    <form
      method="post"
      action="/login/passkey"
      data-passkey="get"
      data-options={options}
      data-failed={people.passkeyFailed}
    >
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="proof" />
      <button class={isFirst ? "primary needs-script" : "needs-script"} type="submit" hidden>
        {people.byPasskey}
      </button>
    </form>
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
