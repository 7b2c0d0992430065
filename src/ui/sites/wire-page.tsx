import type { FC } from "hono/jsx";
import type { DeployState } from "../../contract/deploy.ts";
import type { ReadersState } from "../../contract/reader.ts";
import type { SiteView } from "../../contract/site.ts";
import type { Refusal } from "../../contract/views.ts";
import type { Connected } from "../../service/connected.ts";
import { useMessages } from "../messages/messages.ts";
import { Icon } from "../parts/icon.tsx";
import { Layout } from "../parts/layout.tsx";
import { faultPatterns } from "../parts/patterns.ts";
import { Ago, said } from "../parts/words.tsx";
import { Keys, type KeyUse } from "./keys.tsx";
import { LiveCheck, type Tested } from "./live-check.tsx";
import { Refusals } from "./refusals.tsx";
import {
  Choice,
  Field,
  fieldsOf,
  Lines,
  SettingsGroup,
  type SettingsProps,
  Switch,
} from "./settings-fields.tsx";
import { SiteFrame } from "./site-frame.tsx";
import { Saved } from "./told.tsx";
import { OwnPlugin, type Way, Ways } from "./ways.tsx";

interface Props extends SettingsProps, KeyUse {
  readonly origin: string;
  /** A code just made: shown once. */
  readonly code: string | undefined;
  readonly saved: boolean;
  readonly connected: Connected;
  readonly tested: Tested | undefined;
  readonly refused: readonly Refusal[];
  /** How the mails to readers do; undefined: there are none. */
  readonly readers: ReadersState | undefined;
}

/** How a blog and Hamlet come together, step by step, with a check that says how far they are. */
export const WirePage: FC<Props> = (page) => {
  const { origin, code, saved, connected, tested, refused, readers, use, now, ...props } = page;
  const { wire } = useMessages();
  const { site } = props;
  return (
    <SiteFrame site={site} tab="connection" title={wire.title} about={wire.about} main="page wire">
      <Saved saved={saved} />
      <div class="wire-cols">
        <div class="stack">
          <Ways site={site} origin={origin} code={code} way={wayOf(site, connected)} />
        </div>
        <LiveCheck site={site} connected={connected} tested={tested} now={now} />
      </div>
      <NothingArrives origin={origin} site={site.id} />
      <Refusals refused={refused} />
      <Blog {...props} />
      <Sending {...props} />
      {site.settings.form ? <AskedOfReaders {...props} /> : null}
      {readers ? <ReaderMails state={readers} /> : null}
      {site.settings.form ? <Builds {...props} builds={connected.builds} now={now} /> : null}
      <Akismet {...props} />
      <Keys site={site} use={use} now={now} />
    </SiteFrame>
  );
};

/** By which way the blog comes, as far as it shows. */
function wayOf(site: SiteView, { client }: Connected): Way {
  if (site.settings.form) return "static";
  if (site.settings.integration !== null) return "system";
  if (client === undefined) return "wordpress";
  return client.startsWith("WordPress/") ? "wordpress" : "akismet";
}

const ReaderMails: FC<{ state: ReadersState }> = ({ state: { told, failure } }) => {
  const { wire } = useMessages();
  return (
    <section class="sheet note slim-note" id="replies">
      <Icon name="help" />
      <p>
        <b>{wire.repliesOn}</b> {wire.repliesTold(told)} {failure ? wire.repliesFailed(failure) : null}
      </p>
    </section>
  );
};

const NothingArrives: FC<{ origin: string; site: string }> = ({ origin, site }) => {
  const { wire } = useMessages();
  return (
    <section class="sheet note slim-note">
      <Icon name="help" />
      <p>
        <b>{wire.nothing}</b> {wire.mustReach(new URL(origin).host)}
      </p>
      <a href={`/sites/${site}/akismet`}>{wire.refusedCalls}</a>
    </section>
  );
};

const Blog: FC<SettingsProps> = (props) => {
  const { sites: text, wire } = useMessages();
  const field = fieldsOf(props, "blog");
  return (
    <SettingsGroup {...props} group="blog" title={wire.blog}>
      <Field {...field("name")} label={text.name} />
      <Field {...field("url")} label={text.address} />
      <Lines {...field("hosts")} label={text.hosts} />
    </SettingsGroup>
  );
};

const Sending: FC<SettingsProps> = (props) => {
  const { sites: text, wire, deliveries } = useMessages();
  const field = fieldsOf(props, "sending");
  return (
    <SettingsGroup {...props} group="sending" title={wire.sending}>
      <Field {...field("webhook")} label={text.webhook} />
      <Switch {...field("sendHeld")} label={text.sendHeld} />
      <Switch {...field("sendReplies")} label={text.sendReplies} hint={text.sendRepliesHint} />
      <p class="pad">
        <a href={`/sites/${props.site.id}/deliveries`}>{deliveries.link}</a>
      </p>
    </SettingsGroup>
  );
};

/** What the blog's own form asks of those who write. */
const AskedOfReaders: FC<SettingsProps> = (props) => {
  const { wire } = useMessages();
  const field = fieldsOf(props, "readers");
  return (
    <SettingsGroup {...props} group="readers" title={wire.readers}>
      <Choice
        {...field("formProof.kind")}
        label={wire.proof}
        options={Object.entries(wire.proofNames)}
        hint={wire.proofHint}
      />
      <Field {...field("formProof.siteKey")} label={wire.turnstileKey} />
      <Field {...field("formProof.secret")} label={wire.turnstileSecret} hint={wire.turnstileHint} />
      <Switch {...field("markdown")} label={wire.markdown} hint={wire.markdownHint} />
    </SettingsGroup>
  );
};

/** What builds the blog's pages, to be called when what readers see has changed. */
const Builds: FC<SettingsProps & { builds: DeployState; now: number }> = ({ builds, now, ...props }) => {
  const { wire } = useMessages();
  const field = fieldsOf(props, "deploy");
  return (
    <SettingsGroup {...props} group="deploy" title={wire.builds}>
      <Field {...field("deploy.url")} label={wire.buildUrl} hint={wire.buildHint} />
      <Field {...field("deploy.minutes")} label={wire.buildEvery} />
      {props.site.settings.deploy === null ? null : <Built builds={builds} now={now} />}
    </SettingsGroup>
  );
};

/** What became of the last call. */
const Built: FC<{ builds: DeployState; now: number }> = ({ builds: { at, changed, failure }, now }) => {
  const { wire, faults } = useMessages();
  const answered = /^answered (\d+)$/.exec(failure ?? "")?.[1];
  return (
    <p class="pad" role="status">
      {at === 0 ? (
        wire.neverBuilt
      ) : (
        <>
          {failure === null ? wire.built : wire.notBuilt} <Ago at={at} now={now} />
          {failure === null ? null : ": "}
          {failure === null ? null : (
            <bdi>
              {answered
                ? wire.answered(Number(answered))
                : (said(faultPatterns, faults.said, failure) ?? failure)}
            </bdi>
          )}
        </>
      )}{" "}
      {changed > 0 ? wire.toBuild : null}
    </p>
  );
};

const Akismet: FC<SettingsProps> = (props) => {
  const { sites: text, akismet } = useMessages();
  const field = fieldsOf(props, "akismet");
  return (
    <SettingsGroup {...props} group="akismet" title={akismet.title}>
      <Choice {...field("holdAs")} label={text.holdAs} options={Object.entries(text.holdAsNames)} />
      <Switch {...field("sendDiscard")} label={text.sendDiscard} />
      <p class="pad">
        <a href={`/sites/${props.site.id}/akismet`}>{text.toAkismet}</a>
      </p>
    </SettingsGroup>
  );
};

/** A blog that has no site yet, and gets one when it connects. */
export const NewBlogPage: FC<{ origin: string; code: string | undefined }> = ({ origin, code }) => {
  const { wire } = useMessages();
  return (
    <Layout title={wire.title} here="sites" module="site">
      <header class="p-head">
        <p class="whose-small">
          <a class="to-tab" href="/sites">
            <Icon name="back" turn />
            {wire.sites}
          </a>
        </p>
        <h1>{wire.title}</h1>
        <p class="dim">{wire.newSite}</p>
      </header>
      <section class="sheet">
        <h2>{wire.wordPress}</h2>
        <OwnPlugin origin={origin} code={code} />
      </section>
    </Layout>
  );
};
