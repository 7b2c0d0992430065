import { raw } from "hono/html";
import { type Child, type FC, useContext } from "hono/jsx";
import { languages, type Messages, PageLanguage, useMessages } from "../messages/messages.ts";
import { SignedIn } from "./form.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { type Here, Rail } from "./rail.tsx";

interface LayoutProps {
  readonly title: string;
  readonly here?: Here;
  /** The page holds comments to decide on: its script is told what to say. */
  readonly script?: boolean;
  /** The page's own script, where it has one: `site` for /site.js. */
  readonly module?: string;
  /** What the page's own script says. */
  readonly words?: Messages["script"] | undefined;
  /** What stands in the bar over the page, if it is not the title alone. */
  readonly bar?: Child;
  /** Classes of the page's main part. */
  readonly main?: string;
  readonly children?: Child;
}

/** The frame of every page. */
export const Layout: FC<LayoutProps> = (props) => {
  const { title, here, script, module, words: own, bar, main = "page", children } = props;
  const { tag } = useContext(PageLanguage);
  const session = useContext(SignedIn);
  const { frame, script: all } = useMessages();
  const words = script ? { ...all, keys: keyTable(all) } : own;
  return (
    <>
      {raw("<!DOCTYPE html>")}
      <html lang={tag} dir={languages[tag].dir}>
        <head>
          <meta charset="utf-8" />
          <meta
            name="viewport"
            content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
          />
          <meta name="color-scheme" content="light dark" />
          <title>{`${title} · Hamlet`}</title>
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
          <link rel="manifest" href="/manifest.webmanifest" />
          <link rel="stylesheet" href="/style.css" />
          <script type="module" src={`/${script ? "queue" : (module ?? "times")}.js`} />
        </head>
        <body
          data-owner={session ? (session.member ?? `token ${session.name}`) : undefined}
          data-words={words && JSON.stringify(words)}
        >
          <a class="skip" href="#main">
            {frame.skip}
          </a>
          {session ? (
            <div class="app">
              <Rail here={here} session={session} />
              <div class="topbar">
                {bar ?? (
                  <strong class="page-title" dir="auto">
                    {title}
                  </strong>
                )}
              </div>
              <main class={main} id="main">
                {children}
              </main>
            </div>
          ) : (
            <main class="page alone" id="main">
              {children}
              <LanguageChoice />
            </main>
          )}
          <p id="live" class="unseen" role="status" dir="auto" />
        </body>
      </html>
    </>
  );
};

/** Every key of the queue, by the name of what it does. */
const keys = [
  ["j k ↓ ↑", "move"],
  ["a s d", "decide"],
  ["t b", "trust"],
  ["x ⇧X", "select"],
  ["⇧A ⇧S ⇧D", "selection"],
  ["z", "undo"],
  ["↵ Esc", "open"],
  ["o", "post"],
  ["r", "reply"],
  ["c", "copy"],
  ["n", "skip"],
  ["/", "search"],
  ["1 – 5", "tabs"],
  ["f", "focus"],
  ["?", "help"],
] as const;

/** Every key of the queue with what it does, in the page's language. */
export const keyTable = (script: Messages["script"]): readonly (readonly [string, string])[] =>
  keys.map(([key, name]) => [key, script.keys[name]]);
