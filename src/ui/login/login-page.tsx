import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";

/** Sign in with the owner's token and a name for the record. */
export const LoginPage: FC<{ next: string; fault?: string | undefined; name?: string | undefined }> = ({
  next,
  fault,
  name,
}) => {
  const { frame } = useMessages();
  return (
    <Layout title={frame.signIn}>
      <section class="card narrow login">
        <h1>{frame.signIn}</h1>
        {fault ? (
          <p class="fault" role="alert">
            {fault}
          </p>
        ) : null}
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
