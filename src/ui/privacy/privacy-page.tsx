import type { FC } from "hono/jsx";
import type { OutboundCall } from "../../contract/outbound.ts";
import type { Settings } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";

interface Props {
  readonly site: string;
  readonly settings: Settings;
  readonly outbound: readonly OutboundCall[];
  /** Of this page. */
  readonly address: string;
}

/** What becomes of a comment, for whoever writes one: made from the site's settings as they are. */
export const PrivacyPage: FC<Props> = ({ site, settings, outbound, address }) => {
  const { privacy: text } = useMessages();
  const { name, url, mode } = settings;
  return (
    <Layout title={text.title(name)}>
      <article class="card">
        <h1>{text.title(name)}</h1>
        <p>{text.intro(name)}</p>
        {url ? (
          <p>
            {text.owner} <a href={url}>{url}</a>
          </p>
        ) : null}
        <h2>{text.why}</h2>
        <p>{text.whyText}</p>
        <h2>{text.stored}</h2>
        <ul>
          {text.storedList.map((line) => (
            <li>{line}</li>
          ))}
          {outbound.some(({ what }) => what === "readers") ? <li>{text.replies}</li> : null}
        </ul>
        <h2>{text.how}</h2>
        <p>{text.howText}</p>
        {mode === "log-only" ? <p>{text.logOnly}</p> : null}
        <p>{text.learns}</p>
        <HowLong settings={settings} />
        <h2>{text.who}</h2>
        <p>{text.whoText}</p>
        <SentTo calls={outbound} />
        <h2>{text.rights}</h2>
        <p>{text.rightsText}</p>
        {settings.form ? (
          <p>
            <a href={`/f/${site}/erase`}>{text.eraseLink}</a>
          </p>
        ) : null}
      </article>
      <NoticeText settings={settings} address={address} />
    </Layout>
  );
};

function useDays() {
  const { privacy: text } = useMessages();
  return (days: number | null) => {
    if (days === null) return text.forEver;
    return days === 0 ? text.notKept : text.days(days);
  };
}

const HowLong: FC<{ settings: Settings }> = ({ settings: { retention } }) => {
  const { privacy: text } = useMessages();
  const days = useDays();
  return (
    <>
      <h2>{text.howLong}</h2>
      <dl class="terms">
        <dt>{text.states.waiting}</dt>
        <dd>{text.untilDecided}</dd>
        {(["published", "spam", "discarded"] as const).map((status) => (
          <>
            <dt>{text.states[status]}</dt>
            <dd>{days(retention[status])}</dd>
          </>
        ))}
      </dl>
      <p>{text.record}</p>
    </>
  );
};

const SentTo: FC<{ calls: readonly OutboundCall[] }> = ({ calls }) => {
  const { privacy: text } = useMessages();
  return (
    <>
      <h2>{text.outbound}</h2>
      {calls.length === 0 ? <p>{text.noOutbound}</p> : null}
      <ul>
        {calls.map(({ what, host = "", texts }) => (
          <li>{text.sentTo[what](host, texts)}</li>
        ))}
      </ul>
    </>
  );
};

const NoticeText: FC<Pick<Props, "settings" | "address">> = ({ settings: { name, retention }, address }) => {
  const { privacy: text } = useMessages();
  const days = useDays();
  const notice = text.noticeText(name, days(retention.spam), days(retention.published), address);
  return (
    <section class="card">
      <h2>{text.notice}</h2>
      <label>
        {text.noticeHint}
        <textarea readonly rows={4}>
          {notice}
        </textarea>
      </label>
    </section>
  );
};

export const Unknown: FC = () => {
  const { frame } = useMessages();
  return (
    <Layout title={frame.notFound}>
      <section class="empty">
        <h1 class="big">{frame.missing.site}</h1>
      </section>
    </Layout>
  );
};
