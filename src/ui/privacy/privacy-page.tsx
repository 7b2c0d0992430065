import type { FC } from "hono/jsx";
import type { OutboundCall } from "../../contract/outbound.ts";
import type { Settings } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";

interface Props {
  readonly settings: Settings;
  readonly outbound: readonly OutboundCall[];
  /** Of this page. */
  readonly address: string;
}

/** What becomes of a comment, for whoever writes one: made from the site's settings as they are. */
export const PrivacyPage: FC<Props> = ({ settings, outbound, address }) => {
  const { privacy: told } = useMessages();
  const { name, url, mode } = settings;
  return (
    <Layout title={told.title(name)}>
      <article class="card">
        <h1>{told.title(name)}</h1>
        <p>{told.intro(name)}</p>
        {url ? (
          <p>
            {told.owner} <a href={url}>{url}</a>
          </p>
        ) : null}
        <h2>{told.why}</h2>
        <p>{told.whyText}</p>
        <h2>{told.kept}</h2>
        <ul>
          {told.keptList.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <h2>{told.how}</h2>
        <p>{told.howText}</p>
        {mode === "log-only" ? <p>{told.logOnly}</p> : null}
        <p>{told.learns}</p>
        <HowLong settings={settings} />
        <h2>{told.who}</h2>
        <p>{told.whoText}</p>
        <SentTo calls={outbound} />
        <h2>{told.rights}</h2>
        <p>{told.rightsText}</p>
      </article>
      <NoticeText settings={settings} address={address} />
    </Layout>
  );
};

function useDays() {
  const { privacy: told } = useMessages();
  return (days: number | null) => {
    if (days === null) return told.forEver;
    return days === 0 ? told.notKept : told.days(days);
  };
}

const HowLong: FC<{ settings: Settings }> = ({ settings: { retention } }) => {
  const { privacy: told } = useMessages();
  const days = useDays();
  return (
    <>
      <h2>{told.howLong}</h2>
      <dl class="terms">
        <dt>{told.states.waiting}</dt>
        <dd>{told.untilDecided}</dd>
        {(["published", "spam", "discarded"] as const).map((status) => (
          <>
            <dt>{told.states[status]}</dt>
            <dd>{days(retention[status])}</dd>
          </>
        ))}
      </dl>
      <p>{told.record}</p>
    </>
  );
};

const SentTo: FC<{ calls: readonly OutboundCall[] }> = ({ calls }) => {
  const { privacy: told } = useMessages();
  return (
    <>
      <h2>{told.outbound}</h2>
      {calls.length === 0 ? <p>{told.noOutbound}</p> : null}
      <ul>
        {calls.map(({ what, host = "", texts }) => (
          <li>{told.sentTo[what](host, texts)}</li>
        ))}
      </ul>
    </>
  );
};

const NoticeText: FC<Pick<Props, "settings" | "address">> = ({ settings: { name, retention }, address }) => {
  const { privacy: told } = useMessages();
  const days = useDays();
  const text = told.noticeText(name, days(retention.spam), days(retention.published), address);
  return (
    <section class="card">
      <h2>{told.notice}</h2>
      <label>
        {told.noticeHint}
        <textarea readonly rows={4}>
          {text}
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
