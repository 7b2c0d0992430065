import { type FC, useContext } from "hono/jsx";
import { BY_ACCESS } from "../../service/people/step-up.ts";
import { useMessages } from "../messages/messages.ts";
import { Form, SignedIn } from "./form.tsx";
import { Layout } from "./layout.tsx";

/** The field in which a form brings another proof of who sends it. */
export const PROOF = "proof";

interface Props {
  /** Where the form was sent, and what was in it: it is sent again with the proof. */
  readonly action: string;
  readonly form: Readonly<Record<string, unknown>>;
  readonly fault: string | undefined;
  /** What a browser asks of her passkeys; undefined: she has none here. */
  readonly options: string | undefined;
}

/** Asks somebody to prove again who she is, before something that cannot be taken back; her form is not lost. */
export const ProvePage: FC<Props> = ({ action, form, fault, options }) => {
  const { people } = useMessages();
  const session = useContext(SignedIn);
  return (
    <Layout title={people.proveTitle} module="passkey">
      <section class="card narrow login">
        <h1>{people.proveTitle}</h1>
        <p>{people.proveHint}</p>
        {fault ? (
          <p class="fault" role="alert">
            {fault}
          </p>
        ) : null}
        {options === undefined ? null : (
          <Form action={action} data-passkey="get" data-options={options} data-failed={people.passkeyFailed}>
            <Carried form={form} />
            <input type="hidden" name={PROOF} />
            <button class="primary needs-script" type="submit" hidden>
              {people.byPasskey}
            </button>
          </Form>
        )}
        {session?.way === "access" ? (
          <Form action={action}>
            <Carried form={form} />
            <p class="hint">
              <a href="/cdn-cgi/access/logout">{people.accessAgain}</a>
            </p>
            <button type="submit" name={PROOF} value={BY_ACCESS}>
              {people.accessDone}
            </button>
          </Form>
        ) : null}
        <Form action={action} class="fields">
          <Carried form={form} />
          <label>
            {session?.member === null ? people.ownersToken : people.anyToken}
            <input type="password" name={PROOF} required autocomplete="current-password" autofocus />
          </label>
          <button class="primary" type="submit">
            {people.goOn}
          </button>
        </Form>
        <p class="hint">{people.noMeans}</p>
      </section>
    </Layout>
  );
};

const Carried: FC<Pick<Props, "form">> = ({ form }) => (
  <>
    {carried(form).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

/** What was in a form, but for what each form brings anew. */
const carried = (form: Props["form"]): [string, string][] =>
  Object.entries(form)
    .filter(([name]) => name !== "csrf" && name !== PROOF)
    .flatMap(([name, value]) =>
      [value].flat().flatMap((one): [string, string][] => (typeof one === "string" ? [[name, one]] : [])),
    );
