import type { FC } from "hono/jsx";
import type { Preview } from "../../contract/preview.ts";
import type { WaveRuleView } from "../../contract/wave-rule.ts";
import { useMessages } from "../messages/messages.ts";
import { WaveRules } from "../waves/wave-rules.tsx";
import { PreviewCard } from "./preview.tsx";
import { fieldsOf, Lines, SettingsGroup, type SettingsProps } from "./settings-fields.tsx";
import { SiteFrame } from "./site-frame.tsx";
import { type Back, BroughtBack, Freed, Saved } from "./told.tsx";

interface Props extends SettingsProps {
  readonly saved: boolean;
  /** Comments that can be brought back, as an entry was taken out of the lists. */
  readonly freed: number;
  readonly back: Back | undefined;
  readonly preview: Preview | undefined;
  /** Rules for later ones of waves. */
  readonly waves: readonly WaveRuleView[];
}

/** Who and what is always stopped or published, and who belongs to the blog. */
export const ListsPage: FC<Props> = ({ saved, freed, back, preview, waves, ...props }) => {
  const { sites: text, filter } = useMessages();
  const field = fieldsOf(props, "lists");
  const { site } = props;
  return (
    <SiteFrame site={site} tab="lists" title={text.tabs.lists} about={filter.listsAbout}>
      <Saved saved={saved} />
      {back ? <BroughtBack site={site.id} back={back} /> : null}
      {freed > 0 ? <Freed site={site.id} count={freed} /> : null}
      <SettingsGroup {...props} group="lists" title={text.tabs.lists} previewed>
        <Lines {...field("blocked")} label={text.blocked} />
        <Lines {...field("allowed")} label={text.allowed} />
        <Lines {...field("own")} label={text.own} />
      </SettingsGroup>
      <PreviewCard site={site.id} preview={preview} />
      <WaveRules site={site.id} rules={waves} back={`/sites/${site.id}/lists#waves`} />
    </SiteFrame>
  );
};
