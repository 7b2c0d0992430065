import type { FC } from "hono/jsx";
import type { AkismetCall, KeyFault, RefusedCall } from "../contract/akismet.ts";
import type { AkismetKeyMade, Site } from "../contract/site.ts";
import type { AkismetCalls } from "./desk.ts";
import { Layout } from "./layout.tsx";
import { Time } from "./time.tsx";

interface Props extends AkismetCalls {
  readonly site: Site;
  readonly origin: string;
  readonly session: { name: string; csrf: string };
  /** A key just made: shown once. */
  readonly made?: AkismetKeyMade | undefined;
}

/** How to point a client of Akismet here, and what such clients asked lately. */
export const AkismetPage: FC<Props> = ({ site, origin, session, made, calls, refused }) => (
  <Layout title="Akismet clients" name={session.name} csrf={session.csrf} here="sites">
    <p>
      <a href={`/sites/${site.id}`}>← {site.settings.name}</a>
    </p>
    <h1>Akismet clients</h1>
    <section class="card">
      <p>
        WordPress, Discourse, Rails, Django and any other client of Akismet work with Hamlet when they are
        given this address and a key of their own.
      </p>
      <dl class="secrets">
        <dt>Address</dt>
        <dd>
          <code>{origin}</code>
        </dd>
        {made ? (
          <>
            <dt>Key {made.n}: copy it now, it is not shown again</dt>
            <dd>
              <code>{made.key}</code>
            </dd>
          </>
        ) : null}
      </dl>
      <form method="post" action={`/sites/${site.id}/akismet`}>
        <input type="hidden" name="csrf" value={session.csrf} />
        <button class={made ? "quiet" : "primary"} type="submit">
          {made ? "Another key" : "Make a key"}
        </button>
        <p class="hint">
          It opens Akismet’s routes of this site and nothing else. Revoke it on the site’s page.
        </p>
      </form>
    </section>
    <Refused calls={refused} site={site.id} />
    <Calls calls={calls} />
  </Layout>
);

const Calls: FC<{ calls: readonly AkismetCall[] }> = ({ calls }) => (
  <section class="card">
    <h2>The last requests</h2>
    {calls.length === 0 ? (
      <p class="dim">None yet. When a client checks its key it shows up here.</p>
    ) : (
      <section class="scroll" tabindex={0} aria-label="The last requests">
        <table>
          <thead>
            <tr>
              <th>When</th>
              <th>What</th>
              <th>Client</th>
              <th>Key</th>
              <th>Answer</th>
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <tr>
                <td>
                  <Time at={call.at} />
                </td>
                <td>{call.call}</td>
                <td>
                  <bdi>{call.client || "(unnamed)"}</bdi>
                </td>
                <td>{call.key}, valid</td>
                <td>{call.answer}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    )}
  </section>
);

const faults: Readonly<Record<KeyFault, string>> = {
  missing: "no key sent",
  malformed: "not 12 characters of a–z and 0–9",
  unknown: "a key that nobody has",
  revoked: "a key that was revoked",
  "site key in the address": "the site key, in a host name or an address",
};

/** A wrong key leaves a blog unguarded, and most clients hide it. */
const Refused: FC<{ calls: readonly RefusedCall[]; site: string }> = ({ calls, site }) =>
  calls.length === 0 ? null : (
    <section class="card danger">
      <h2>Refused: wrong keys</h2>
      <section class="scroll" tabindex={0} aria-label="Refused requests">
        <table>
          <thead>
            <tr>
              <th>When</th>
              <th>What</th>
              <th>Client</th>
              <th>Blog</th>
              <th>Key</th>
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <tr>
                <td>
                  <Time at={call.at} />
                </td>
                <td>{call.call}</td>
                <td>
                  <bdi>{call.client || "(unnamed)"}</bdi>
                </td>
                <td>
                  <bdi>{call.blog || "(unnamed)"}</bdi>
                  {call.site === site ? null : <small> not one of this site’s hosts</small>}
                </td>
                <td>
                  {faults[call.fault]} <bdi class="dim">{call.key}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
