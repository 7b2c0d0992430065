import type { FC } from "hono/jsx";
import { hostsOf } from "../../contract/policy.ts";
import type { SiteView } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Icon } from "../parts/icon.tsx";
import { snippetOf } from "./static-snippet.ts";

/** How the pages of a blog without a server come to Hamlet: switched on, a form on each page, one comment. */
export const StaticSteps: FC<{ site: SiteView; origin: string }> = ({ site, origin }) => {
  const { wire } = useMessages();
  const { form } = site.settings;
  return (
    <ol class="steps">
      <li>
        <b>{form ? wire.formOn : wire.formOff}</b>
        <p>{wire.formHint}</p>
        <Hosts site={site} />
        <Form action={`/sites/${site.id}`} class="actions">
          <input type="hidden" name="group" value="form" />
          <input type="hidden" name="form" value={form ? "" : "true"} />
          <button class={form ? "btn bare" : "btn main"} type="submit">
            {form ? wire.switchOff : wire.switchOn}
          </button>
        </Form>
        {form ? (
          <Form action={`/sites/${site.id}/show-earlier`} class="actions">
            <button class="btn bare" type="submit">
              {wire.showEarlier}
            </button>
            <small>{wire.showEarlierHint}</small>
          </Form>
        ) : null}
      </li>
      <li>
        <b>{wire.intoPage}</b>
        <p>{wire.intoPageHint}</p>
        <Snippet text={snippetOf(origin, site, wire.snippet)} />
      </li>
      <li>
        <b>{wire.writeOne}</b>
        <p>{wire.asReader}</p>
      </li>
      {form ? <Webmentions site={site} /> : null}
      {form ? <Replies site={site} /> : null}
    </ol>
  );
};

/** Whether pages elsewhere may say that they link to the blog's. */
const Webmentions: FC<{ site: SiteView }> = ({ site: { id, settings } }) => {
  const { wire } = useMessages();
  const { webmentions } = settings;
  return (
    <li>
      <b>{webmentions ? wire.mentionsOn : wire.mentionsOff}</b>
      <p>{webmentions ? wire.mentionsOnHint : wire.mentionsHint}</p>
      <Form action={`/sites/${id}`} class="actions">
        <input type="hidden" name="group" value="webmentions" />
        <input type="hidden" name="webmentions" value={webmentions ? "" : "true"} />
        <button class="btn bare" type="submit">
          {webmentions ? wire.mentionsStop : wire.mentionsStart}
        </button>
      </Form>
    </li>
  );
};

/** Whether readers are offered mails that say that they were answered. */
const Replies: FC<{ site: SiteView }> = ({ site: { id, settings } }) => {
  const { wire } = useMessages();
  const { mailReaders } = settings;
  return (
    <li>
      <b>{mailReaders ? wire.repliesOn : wire.repliesOff}</b>
      <p>{wire.repliesHint}</p>
      <Form action={`/sites/${id}`} class="actions">
        <input type="hidden" name="group" value="replies" />
        <input type="hidden" name="mailReaders" value={mailReaders ? "" : "true"} />
        <button class="btn bare" type="submit">
          {mailReaders ? wire.repliesStop : wire.repliesStart}
        </button>
      </Form>
    </li>
  );
};

const Hosts: FC<{ site: SiteView }> = ({ site: { settings } }) => {
  const { wire } = useMessages();
  const hosts = hostsOf(settings);
  return (
    <p>
      {hosts.length === 0 ? wire.noHosts : wire.fromHosts} <bdi>{hosts.join(", ")}</bdi>{" "}
      <a href="#blog">{wire.blog}</a>
    </p>
  );
};

/** Lines to be copied, by hand or by one press. */
const Snippet: FC<{ text: string }> = ({ text }) => {
  const { wire } = useMessages();
  return (
    <>
      <textarea readonly rows={8} dir="ltr" class="snippet" id="snippet" aria-label={wire.intoPage}>
        {text}
      </textarea>
      <button
        class="btn needs-script"
        type="button"
        hidden
        data-copy={text}
        data-copied={wire.copied}
        aria-label={`${wire.copy}: ${wire.intoPage}`}
      >
        <Icon name="copy" />
        {wire.copy}
      </button>
    </>
  );
};
