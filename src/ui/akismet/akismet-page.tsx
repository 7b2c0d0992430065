import type { FC } from "hono/jsx";
import type { AkismetCall, RefusedCall } from "../../contract/akismet.ts";
import type { AkismetKeyMade } from "../../contract/key-made.ts";
import type { SiteView } from "../../contract/site.ts";
import type { AkismetCalls } from "../../service/akismet-calls.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Time } from "../parts/words.tsx";
import { SiteFrame } from "../sites/site-frame.tsx";

interface Props extends AkismetCalls {
  readonly site: SiteView;
  readonly origin: string;
  /** A key just made: shown once. */
  readonly made?: AkismetKeyMade | undefined;
}

/** How to point a client of Akismet here, and what such clients asked lately. */
export const AkismetPage: FC<Props> = ({ site, origin, made, calls, refused }) => {
  const { akismet } = useMessages();
  return (
    <SiteFrame site={site} tab="connection" title={akismet.title} isPart>
      <section class="card">
        <p>{akismet.hint}</p>
        <dl class="secrets">
          <dt>{akismet.address}</dt>
          <dd>
            <code>{origin}</code>
          </dd>
          {made ? (
            <>
              <dt>{akismet.keyOnce(made.n)}</dt>
              <dd>
                <code>{made.key}</code>
              </dd>
            </>
          ) : null}
        </dl>
        <Form action={`/sites/${site.id}/akismet`}>
          <button class={made ? "quiet" : "primary"} type="submit">
            {made ? akismet.another : akismet.make}
          </button>
          <p class="hint">{akismet.keyHint}</p>
        </Form>
      </section>
      <RefusedCalls calls={refused} site={site.id} />
      <Calls calls={calls} />
    </SiteFrame>
  );
};

const Calls: FC<{ calls: readonly AkismetCall[] }> = ({ calls }) => {
  const { akismet } = useMessages();
  return (
    <section class="card">
      <h2>{akismet.last}</h2>
      {calls.length === 0 ? (
        <p class="dim">{akismet.none}</p>
      ) : (
        <section class="scroll" tabindex={0} aria-label={akismet.last}>
          <table>
            <thead>
              <tr>
                <th>{akismet.when}</th>
                <th>{akismet.what}</th>
                <th>{akismet.client}</th>
                <th>{akismet.key}</th>
                <th>{akismet.answer}</th>
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
                    <bdi>{call.client || akismet.unnamed}</bdi>
                  </td>
                  <td>{akismet.valid(call.key)}</td>
                  <td>{call.answer}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
};

/** A wrong key leaves a blog unguarded, and most clients hide it. */
const RefusedCalls: FC<{ calls: readonly RefusedCall[]; site: string }> = ({ calls, site }) => {
  const { akismet } = useMessages();
  return calls.length === 0 ? null : (
    <section class="card danger">
      <h2>{akismet.refused}</h2>
      <section class="scroll" tabindex={0} aria-label={akismet.refused}>
        <table>
          <thead>
            <tr>
              <th>{akismet.when}</th>
              <th>{akismet.what}</th>
              <th>{akismet.client}</th>
              <th>{akismet.blog}</th>
              <th>{akismet.key}</th>
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
                  <bdi>{call.client || akismet.unnamed}</bdi>
                </td>
                <td>
                  <bdi>{call.blog || akismet.unnamed}</bdi>
                  {call.site === site ? null : <small> {akismet.foreign}</small>}
                </td>
                <td>
                  {akismet.faults[call.fault]} <bdi class="dim">{call.key}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
};
