import { raw } from "hono/html";
import { type Child, type FC, useContext } from "hono/jsx";
import { ownsAll } from "../../contract/roles.ts";
import { languages, PageLanguage, useMessages } from "../messages/messages.ts";
import { Form, SignedIn } from "./form.tsx";

interface LayoutProps {
  readonly title: string;
  readonly here?: "queue" | "history" | "sites" | "people" | "account";
  /** The page holds comments to decide on: its script is told what to say. */
  readonly script?: boolean;
  /** The page's own script, where it has one: `preview` for /preview.js. */
  readonly module?: string;
  readonly children?: Child;
}

/** What /queue.js is made of: fetched at once, rather than one after the other. */
const modules = [
  ...["words", "times", "rows", "api", "live", "lines", "toast", "dialog", "batch", "decide"],
  ...["selection", "bulk", "panels", "key-name", "keys", "focus-view"],
];

/** The frame of every page. */
export const Layout: FC<LayoutProps> = ({ title, here, script, module, children }) => {
  const { tag } = useContext(PageLanguage);
  const session = useContext(SignedIn);
  const { frame, people, script: words } = useMessages();
  return (
    <>
      {raw("<!DOCTYPE html>")}
      <html lang={tag} dir={languages[tag].dir}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${title} · Hamlet`}</title>
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/style.css" />
          {script ? modules.map((name) => <link rel="modulepreload" href={`/${name}.js`} />) : null}
          <script type="module" src={`/${script ? "queue" : (module ?? "times")}.js`} />
        </head>
        <body data-words={script ? JSON.stringify(words) : undefined}>
          <a class="skip" href="#main">
            {frame.skip}
          </a>
          <header class="top">
            <a class="brand" href="/queue">
              <img src="/icon.svg" alt="" width="26" height="26" />
              Hamlet
            </a>
            {session === undefined ? null : (
              <nav aria-label={frame.pages}>
                <a href="/queue" aria-current={here === "queue" ? "page" : undefined}>
                  {frame.queue}
                </a>
                <a href="/history" aria-current={here === "history" ? "page" : undefined}>
                  {frame.history}
                </a>
                <a href="/sites" aria-current={here === "sites" ? "page" : undefined}>
                  {frame.sites}
                </a>
                {session.isWayBack || ownsAll(session.roles) ? (
                  <a href="/people" aria-current={here === "people" ? "page" : undefined}>
                    {frame.people}
                  </a>
                ) : null}
                <a href="/account" aria-current={here === "account" ? "page" : undefined}>
                  {people.account}
                </a>
                <Form action="/logout">
                  <button class="quiet" type="submit">
                    {frame.signOut} <bdi class="wide">{session.name}</bdi>
                  </button>
                </Form>
              </nav>
            )}
          </header>
          <main id="main">{children}</main>
          <LanguageChoice />
          <p id="live" class="unseen" role="status" />
        </body>
      </html>
    </>
  );
};

/** A link for each language, named in itself. */
const LanguageChoice: FC = () => {
  const { tag, path } = useContext(PageLanguage);
  const { frame } = useMessages();
  return (
    <footer class="foot">
      <nav aria-label={frame.language}>
        {Object.entries(languages).map(([other, { name }]) =>
          other === tag ? (
            <span lang={other}>{name}</span>
          ) : (
            <a
              href={`/language?${new URLSearchParams({ to: other, next: path })}`}
              lang={other}
              hreflang={other}
            >
              {name}
            </a>
          ),
        )}
      </nav>
    </footer>
  );
};
