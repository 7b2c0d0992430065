import { raw } from "hono/html";
import type { Child, FC } from "hono/jsx";

interface LayoutProps {
  readonly title: string;
  /** The signed-in moderator; undefined: nobody is. */
  readonly name?: string | undefined;
  readonly csrf?: string | undefined;
  readonly here?: "queue" | "sites";
  readonly children?: Child;
}

/** The frame of every page. */
export const Layout: FC<LayoutProps> = ({ title, name, csrf, here, children }) => (
  <>
    {raw("<!DOCTYPE html>")}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · Hamlet`}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/style.css" />
        <script type="module" src="/queue.js" />
      </head>
      <body>
        <a class="skip" href="#main">
          To the comments
        </a>
        <header class="top">
          <a class="brand" href="/queue">
            <img src="/icon.svg" alt="" width="26" height="26" />
            Hamlet
          </a>
          {name === undefined ? null : (
            <nav aria-label="Pages">
              <a href="/queue" aria-current={here === "queue" ? "page" : undefined}>
                Queue
              </a>
              <a href="/sites" aria-current={here === "sites" ? "page" : undefined}>
                Sites
              </a>
              <form method="post" action="/logout">
                <input type="hidden" name="csrf" value={csrf} />
                <button class="quiet" type="submit">
                  Sign out<span class="wide"> {name}</span>
                </button>
              </form>
            </nav>
          )}
        </header>
        <main id="main">{children}</main>
        <p id="live" class="unseen" role="status" />
      </body>
    </html>
  </>
);
