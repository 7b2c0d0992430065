import type { FC } from "hono/jsx";
import { Layout } from "./layout.tsx";

/** Sign in with the owner's token and a name for the record. */
export const Login: FC<{ next: string; fault?: string | undefined; name?: string | undefined }> = ({
  next,
  fault,
  name,
}) => (
  <Layout title="Sign in">
    <section class="card narrow login">
      <h1>Sign in</h1>
      {fault ? (
        <p class="fault" role="alert">
          {fault}
        </p>
      ) : null}
      <form method="post" action="/login" class="fields">
        <input type="hidden" name="next" value={next} />
        <label>
          Owner’s token
          <input type="password" name="token" required autocomplete="current-password" />
        </label>
        <label>
          Your name
          <input name="name" required maxlength={60} autocomplete="nickname" value={name ?? ""} />
          <small>Stands beside your decisions.</small>
        </label>
        <button class="primary" type="submit">
          Sign in
        </button>
      </form>
      <p class="hint">
        The token is <code>ADMIN_TOKEN</code>: in <code>.dev.vars</code> on your own machine, among the
        Worker’s secrets when deployed.
      </p>
    </section>
  </Layout>
);
