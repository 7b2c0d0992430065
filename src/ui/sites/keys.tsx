import type { FC } from "hono/jsx";
import type { SiteView } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { Ago } from "../parts/words.tsx";

/** When each key was last used, by number, and what the time is; milliseconds since 1970. */
export interface KeyUse {
  readonly use: Readonly<Record<string, number>>;
  readonly now: number;
}

/** When a key was last used, as far as anybody saw. */
export const LastUsed: FC<KeyUse & { n: number }> = ({ n, use, now }) => {
  const { sites: text } = useMessages();
  const at = use[n];
  if (at === undefined) return <>{text.neverUsed}</>;
  return (
    <>
      {text.lastUsed} <Ago at={at} now={now} />
    </>
  );
};

/** The keys of a site, without their secrets, and the way to others. */
export const Keys: FC<KeyUse & { site: SiteView }> = ({ site, use, now }) => {
  const { sites: text } = useMessages();
  return (
    <section class="card" id="keys">
      <h2>{text.keys}</h2>
      <ul class="plain">
        {site.keys.map((key) => (
          <li>
            {text.key(key.n, key.scope)} · {text.made(key.createdAt.slice(0, 10))} ·{" "}
            <LastUsed n={key.n} use={use} now={now} />
            {key.revokedAt ? ` · ${text.revoked(key.revokedAt.slice(0, 10))}` : " "}
            {key.revokedAt ? null : (
              <a class="button quiet" href={`/sites/${site.id}/keys/${key.n}/revoke`}>
                {text.revoke(key.n)}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a class="button" href={`/sites/${site.id}/keys/new`}>
          {text.newKey}
        </a>
      </p>
      <p class="hint">
        {text.keyHint} {text.useHint}
      </p>
    </section>
  );
};
