import { type Child, type FC, useContext } from "hono/jsx";
import { owns } from "../../contract/roles.ts";
import type { SiteView } from "../../contract/site.ts";
import { type Messages, useMessages } from "../messages/messages.ts";
import { siteColour } from "../parts/face.tsx";
import { SignedIn } from "../parts/form.tsx";
import { Icon } from "../parts/icon.tsx";
import { Layout } from "../parts/layout.tsx";

/** The tabs of a site, and where each is below its address. */
const tabs = {
  overview: "/dashboard",
  filter: "",
  lists: "/lists",
  connection: "/wire",
  messages: "/notices",
  people: "/people",
  data: "/data",
} as const;

export type SiteTab = keyof typeof tabs;

export const tabPath = (site: string, tab: SiteTab): string => `/sites/${site}${tabs[tab]}`;

interface Props {
  readonly site: SiteView;
  readonly tab: SiteTab;
  /** What the page is called. */
  readonly title: string;
  /** The page is one of several under its tab, to which it leads back. */
  readonly isPart?: boolean;
  readonly about?: string | undefined;
  /** What stands beside the title. */
  readonly beside?: Child;
  readonly main?: string;
  /** What the page's script says, where it says more than stands on the page. */
  readonly words?: Messages["script"];
  readonly children?: Child;
}

/** The frame of every page of a site: where one is, and the way to all the others. */
export const SiteFrame: FC<Props> = (props) => {
  const { site, tab, title, isPart = false, about, beside, main = "page", words, children } = props;
  const { sites: text } = useMessages();
  const { name } = site.settings;
  return (
    <Layout
      title={`${title} · ${name}`}
      here="sites"
      module="site"
      words={words}
      main={main}
      bar={<SiteBar site={site} tab={tab} />}
    >
      <header class="p-head">
        <p class="whose-small">
          {isPart ? (
            <a class="to-tab" href={tabPath(site.id, tab)}>
              <Icon name="back" turn />
              {text.tabs[tab]}
            </a>
          ) : (
            <a href="/sites">
              <span class={`at ${siteColour(site.id)}`}>
                <bdi>{name}</bdi>
              </span>
            </a>
          )}
        </p>
        <h1>{title}</h1>
        {beside}
        {about ? <p class="dim">{about}</p> : null}
      </header>
      {children}
    </Layout>
  );
};

const SiteBar: FC<{ site: SiteView; tab: SiteTab }> = ({ site, tab }) => {
  const { sites: text } = useMessages();
  const session = useContext(SignedIn);
  const isOwner = session !== undefined && owns(session.roles, site.id);
  const shown = (Object.keys(tabs) as SiteTab[]).filter((one) => isOwner || one === "overview");
  return (
    <>
      <nav class="whose" aria-label={text.title}>
        <a href="/sites">
          <span class={`at ${siteColour(site.id)}`}>
            <bdi>{site.settings.name}</bdi>
          </span>
          <Icon name="down" />
        </a>
      </nav>
      <nav class="tabs" aria-label={site.settings.name}>
        {shown.map((one) => (
          <a href={tabPath(site.id, one)} aria-current={one === tab ? "page" : undefined}>
            {text.tabs[one]}
          </a>
        ))}
      </nav>
    </>
  );
};
