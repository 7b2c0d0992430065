import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";

interface AskProps {
  readonly title: string;
  /** What happens by the button; to open the page changes nothing. */
  readonly text: string;
  readonly page?: string;
  readonly button: string;
  readonly danger?: boolean;
}

/** What a link out of a mail asks before it does anything. */
export const AskPage: FC<AskProps> = ({ title, text, page, button, danger = false }) => (
  <Layout title={title}>
    <section class="card narrow login">
      <h1>{title}</h1>
      <p>{text}</p>
      {page ? <PageLink page={page} /> : null}
      <form method="post" class="fields">
        <button class={danger ? "spam" : "primary"} type="submit">
          {button}
        </button>
      </form>
    </section>
  </Layout>
);

interface DoneProps {
  readonly title: string;
  readonly text: string;
  readonly page?: string;
}

/** What became of it. */
export const DonePage: FC<DoneProps> = ({ title, text, page }) => (
  <Layout title={title}>
    <section class="card narrow login">
      <h1 role="status">{title}</h1>
      <p>{text}</p>
      {page ? <PageLink page={page} /> : null}
    </section>
  </Layout>
);

interface EraseProps {
  readonly action: string;
  readonly site: string;
  readonly email?: string;
  readonly fault?: string;
}

/** The form by which somebody asks to be erased. */
export const ErasePage: FC<EraseProps> = ({ action, site, email, fault }) => {
  const { readers, privacy } = useMessages();
  return (
    <Layout title={readers.eraseTitle(site)}>
      <section class="card narrow login">
        <h1>{readers.eraseTitle(site)}</h1>
        <p>{readers.eraseForm}</p>
        {fault ? (
          <p class="fault" role="alert">
            {fault}
          </p>
        ) : null}
        <form method="post" action={action} class="fields">
          <label>
            {privacy.email}
            <input name="email" type="email" required autocomplete="email" value={email ?? ""} />
          </label>
          <button class="primary" type="submit">
            {readers.eraseAsk}
          </button>
        </form>
      </section>
    </Layout>
  );
};

export const GonePage: FC = () => {
  const { readers } = useMessages();
  return (
    <Layout title={readers.gone}>
      <section class="empty">
        <h1 class="big">{readers.gone}</h1>
        <p>{readers.goneHint}</p>
      </section>
    </Layout>
  );
};

const PageLink: FC<{ page: string }> = ({ page }) => (
  <p>
    <a href={page} rel="noreferrer" dir="ltr">
      {page}
    </a>
  </p>
);
