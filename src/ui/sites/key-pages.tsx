import type { FC } from "hono/jsx";
import type { SiteView } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Layout } from "../parts/layout.tsx";
import { Ago } from "../parts/words.tsx";

type Key = SiteView["keys"][number];

/** When each key was last used, by number, and what the time is; milliseconds since 1970. */
export interface KeyUse {
  readonly use: Readonly<Record<string, number>>;
  readonly now: number;
}

type Props = KeyUse & { readonly site: SiteView };

/** The number of the newest key, of whatever scope. */
export const newestKey = ({ keys }: Pick<SiteView, "keys">): number => Math.max(0, ...keys.map(({ n }) => n));

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

/** Asks before a new generation of key and secrets is made: what stops, and when. */
export const NewKeyPage: FC<Props> = ({ site, use, now }) => {
  const { sites: text, queue } = useMessages();
  const valid = site.keys.filter(({ scope, revokedAt }) => scope === "site" && revokedAt === null);
  const stays = valid.at(-1);
  return (
    <Layout title={text.newKey} here="sites">
      <section class="card narrow">
        <h1>{text.newKeyTitle(site.settings.name)}</h1>
        <p>{text.newKeyText}</p>
        {valid.slice(0, -1).map((key) => (
          <p class="notice bad">
            {text.stops(key.n)} (<LastUsed n={key.n} use={use} now={now} />)
          </p>
        ))}
        {stays ? (
          <p>
            {text.stays(stays.n)} (<LastUsed n={stays.n} use={use} now={now} />)
          </p>
        ) : null}
        {site.keys.some(({ scope }) => scope === "akismet") ? <p>{text.akismetStays}</p> : null}
        <p class="hint">{text.useHint}</p>
        <Form action={`/sites/${site.id}/keys`} class="actions">
          <input type="hidden" name="after" value={String(newestKey(site))} />
          <button class="primary" type="submit">
            {text.makeKey}
          </button>
          <a class="button" href={`/sites/${site.id}`}>
            {queue.cancel}
          </a>
        </Form>
      </section>
    </Layout>
  );
};

/** Asks before a key is revoked. */
export const RevokePage: FC<Props & { revoked: Key }> = ({ site, use, now, revoked: { n, scope } }) => {
  const { sites: text, queue } = useMessages();
  return (
    <Layout title={text.revoke(n)} here="sites">
      <section class="card narrow danger">
        <h1>{text.revokeTitle(text.key(n, scope))}</h1>
        <p>
          {text.revokeText} (<LastUsed n={n} use={use} now={now} />)
        </p>
        <p class="hint">{text.useHint}</p>
        <Form action={`/sites/${site.id}/keys/${n}/revoke`} class="actions">
          <button class="spam" type="submit">
            {text.revoke(n)}
          </button>
          <a class="button" href={`/sites/${site.id}`}>
            {queue.cancel}
          </a>
        </Form>
      </section>
    </Layout>
  );
};

/** A key that was shown already, or is not the newest any more. */
export const ShownPage: FC<{ site: SiteView }> = ({ site }) => {
  const { sites: text } = useMessages();
  return (
    <Layout title={text.keys} here="sites">
      <section class="card narrow">
        <h1>{text.keysOf(site.settings.name)}</h1>
        <p>{text.shownOnce}</p>
        <p>
          <a class="button" href={`/sites/${site.id}`}>
            {text.settings}
          </a>
        </p>
      </section>
    </Layout>
  );
};
