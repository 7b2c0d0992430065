import type { FC } from "hono/jsx";
import type { SiteView } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { type KeyUse, LastUsed } from "./keys.tsx";
import { SiteFrame, tabPath } from "./site-frame.tsx";

type Key = SiteView["keys"][number];

type Props = KeyUse & { readonly site: SiteView };

/** The number of the newest key, of whatever scope. */
export const newestKey = ({ keys }: Pick<SiteView, "keys">): number => Math.max(0, ...keys.map(({ n }) => n));

/** Asks before a new generation of key and secrets is made: what stops, and when. */
export const NewKeyPage: FC<Props> = ({ site, use, now }) => {
  const { sites: text, queue } = useMessages();
  const valid = site.keys.filter(({ scope, revokedAt }) => scope === "site" && revokedAt === null);
  const stays = valid.at(-1);
  return (
    <SiteFrame site={site} tab="connection" title={text.newKeyTitle(site.settings.name)} isPart>
      <section class="card">
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
          <a class="button" href={tabPath(site.id, "connection")}>
            {queue.cancel}
          </a>
        </Form>
      </section>
    </SiteFrame>
  );
};

/** Asks before a key is revoked. */
export const RevokePage: FC<Props & { revoked: Key }> = ({ site, use, now, revoked: { n, scope } }) => {
  const { sites: text, queue } = useMessages();
  return (
    <SiteFrame site={site} tab="connection" title={text.revokeTitle(text.key(n, scope))} isPart>
      <section class="card danger">
        <p>
          {text.revokeText} (<LastUsed n={n} use={use} now={now} />)
        </p>
        <p class="hint">{text.useHint}</p>
        <Form action={`/sites/${site.id}/keys/${n}/revoke`} class="actions">
          <button class="spam" type="submit">
            {text.revoke(n)}
          </button>
          <a class="button" href={tabPath(site.id, "connection")}>
            {queue.cancel}
          </a>
        </Form>
      </section>
    </SiteFrame>
  );
};

/** A key that was shown already, or is not the newest any more. */
export const ShownPage: FC<{ site: SiteView }> = ({ site }) => {
  const { sites: text } = useMessages();
  return (
    <SiteFrame site={site} tab="connection" title={text.keysOf(site.settings.name)} isPart>
      <section class="card">
        <p>{text.shownOnce}</p>
        <p>
          <a class="button" href={tabPath(site.id, "connection")}>
            {text.tabs.connection}
          </a>
        </p>
      </section>
    </SiteFrame>
  );
};
