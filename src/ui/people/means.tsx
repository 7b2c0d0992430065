import type { FC } from "hono/jsx";
import type { MeansView, PasskeyView, SessionView } from "../../contract/members.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Time } from "../parts/words.tsx";

interface Props {
  /** The path below which the forms are: an account's own, or a member's. */
  readonly path: string;
}

/** What opens an account: passkeys and personal tokens, each with its last use. */
export const Means: FC<
  Props & { kind: "passkeys" | "tokens"; means: readonly (MeansView | PasskeyView)[]; host: string }
> = ({ path, kind, means, host }) => {
  const { people } = useMessages();
  if (means.length === 0) return <p class="dim">{people.none[kind]}</p>;
  return (
    <ul class="plain means">
      {means.map((one) => (
        <li>
          <div>
            <bdi>{one.name}</bdi>{" "}
            <small class="dim">
              {people.made} <Time at={one.createdAt} /> · {people.lastUsed}{" "}
              {one.usedAt === null ? people.never : <Time at={one.usedAt} />}
            </small>{" "}
            {"host" in one && one.host !== host ? (
              <span class="bad">{people.otherHost(one.host)}</span>
            ) : null}
          </div>{" "}
          <Form class="inline" action={`${path}/${kind}/remove`}>
            <input type="hidden" name="id" value={one.id} />
            <button class="quiet" type="submit">
              {people.remove} <span class="unseen">{one.name}</span>
            </button>
          </Form>
        </li>
      ))}
    </ul>
  );
};

/** The devices on which somebody is signed in. */
export const Sessions: FC<Props & { sessions: readonly SessionView[]; here?: string }> = ({
  path,
  sessions,
  here,
}) => {
  const { people } = useMessages();
  if (sessions.length === 0) return <p class="dim">{people.none.sessions}</p>;
  return (
    <>
      <ul class="plain means">
        {sessions.map(({ id, device, way, openedAt, usedAt }) => (
          <li>
            <div>
              <bdi>{device || people.unknownDevice}</bdi>
              {id === here ? <b> {people.thisDevice}</b> : null}{" "}
              <small class="dim">
                {people.ways[way]} <Time at={openedAt} /> · {people.lastUsed} <Time at={usedAt} />
              </small>
            </div>{" "}
            <Form class="inline" action={`${path}/sessions/end`}>
              <input type="hidden" name="id" value={id} />
              <button class="quiet" type="submit">
                {people.end} <span class="unseen">{device}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <Form action={`${path}/sessions/end`}>
        <button type="submit">{here === undefined ? people.endAll : people.endOthers}</button>
      </Form>
    </>
  );
};

/** What is shown once: a link or a token, to be copied now. */
export const Once: FC<{ title: string; hint: string; value: string }> = ({ title, hint, value }) => (
  <section class="card narrow notice">
    <h2>{title}</h2>
    <p>{hint}</p>
    <p>
      <code class="secret" dir="ltr">
        {value}
      </code>
    </p>
  </section>
);
