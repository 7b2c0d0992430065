import type { FC } from "hono/jsx";
import type { MailState, MailsView } from "../../contract/mail.ts";
import type { Reply } from "../../contract/outgoing.ts";
import type { SiteView } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Form } from "../parts/form.tsx";
import { Time } from "../parts/words.tsx";
import { MailForm, typedFrom } from "./mail-form.tsx";

/** What came back to a mail just sent; undefined: none was. */
export interface Tried {
  readonly reply: Reply | undefined;
}

export interface MailsProps {
  readonly view: MailsView;
  /** Those that her role reaches. */
  readonly sites: readonly SiteView[];
  readonly errors?: readonly FieldError[];
  /** What was typed and not accepted. */
  readonly typed?: Readonly<Record<string, string>> | undefined;
  readonly tried?: Tried | undefined;
}

/** When somebody is mailed that comments wait, and what became of it. */
export const Mails: FC<MailsProps> = ({ view, sites, errors = [], typed, tried }) => {
  const { mails } = useMessages();
  return (
    <section class="card narrow" id="mails">
      <h2>{mails.title}</h2>
      <p class="hint">{mails.intro}</p>
      {view.canSend && view.email !== null && sites.length > 0 ? (
        <>
          <p dir="auto">{mails.to(view.email)}</p>
          {tried ? <Outcome tried={tried} /> : null}
          <FieldErrors errors={errors} />
          <MailForm sites={sites} typed={typed ?? typedFrom(view)} isNew={view.choices === undefined} />
          <States view={view} sites={sites} />
        </>
      ) : (
        <p>{view.canSend ? (view.email === null ? mails.noAddress : mails.noSites) : mails.none}</p>
      )}
    </section>
  );
};

const Outcome: FC<{ tried: Tried }> = ({ tried: { reply } }) => {
  const { mails } = useMessages();
  const isSent = reply?.status !== undefined && reply.status < 300;
  return (
    <p class={isSent ? "notice" : "fault"} role="status">
      {isSent ? mails.sent : reply ? mails.notSent(reply.answer) : mails.enough}
    </p>
  );
};

/** Each site of which she gets mails: the last one, what failed, and a button that sends one now. */
const States: FC<Pick<MailsProps, "view" | "sites">> = ({ view, sites }) => {
  const { mails } = useMessages();
  const chosen = sites.filter(({ id }) => Object.hasOwn(view.choices?.sites ?? {}, id));
  return (
    <ul class="plain">
      {chosen.map(({ id, settings }) => (
        <li>
          <Form action="/account/mails/test">
            <input type="hidden" name="site" value={id} />
            <button type="submit">{mails.test(settings.name)}</button>
          </Form>
          <State state={view.states[id]} />
        </li>
      ))}
    </ul>
  );
};

const State: FC<{ state: MailState | undefined }> = ({ state }) => {
  const { mails } = useMessages();
  if (!state) return null;
  return (
    <>
      {state.until > 0 ? (
        <small class="dim">
          {mails.last} <Time at={state.at} />
        </small>
      ) : null}
      {state.failure ? <p class="fault">{mails.failed(state.failure)}</p> : null}
    </>
  );
};
