import type { FC } from "hono/jsx";
import type { Compared } from "../../contract/insight.ts";
import type { Setting } from "../../core/judging/policy.ts";
import { Trial } from "../akismet/trial.tsx";
import { type Messages, useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { useNumber } from "../parts/words.tsx";
import { Limits } from "./limits.tsx";
import type { FilterPreviews, Rule } from "./previews-of.ts";
import { Choice, fieldsOf, Lines, SettingsGroup, type SettingsProps, Switch } from "./settings-fields.tsx";
import { SiteFrame } from "./site-frame.tsx";
import { Saved } from "./told.tsx";

interface Props extends SettingsProps {
  readonly saved: boolean;
  /** Of a form that belongs to no group. */
  readonly errors: readonly FieldError[];
  /** A named setting that is to be tried. */
  readonly tried: Setting | undefined;
  readonly previews: FilterPreviews | undefined;
  /** Only in log-only mode: what it has shown so far. */
  readonly compared: Compared | undefined;
  readonly now: number;
}

/** How the filter decides: each choice beside what it would have done to this site's own comments. */
export const FilterPage: FC<Props> = ({ saved, errors, tried, previews, compared, now, ...props }) => {
  const { filter: text, sites } = useMessages();
  const number = useNumber();
  const { site } = props;
  const comments = previews?.limits.typed.comments ?? 0;
  return (
    <SiteFrame
      site={site}
      tab="filter"
      title={sites.tabs.filter}
      about={comments === 0 ? text.aboutNone : text.about(number(comments))}
    >
      <div class="with-toc">
        <nav class="toc" aria-label={text.onPage}>
          <a href="#limits">{text.much}</a>
          <a href="#holds">{text.always}</a>
          <a href="#learning">{text.learning}</a>
          <a href="#mode">{text.acts}</a>
        </nav>
        <div class="stack">
          <Saved saved={saved} />
          <FieldErrors errors={errors} />
          {compared ? <Trial site={site.id} now={now} {...compared} /> : null}
          <Limits {...props} previews={previews?.limits} tried={tried} />
          <Holds {...props} rules={previews?.rules} />
          <Learning {...props} />
          <Mode {...props} />
        </div>
      </div>
    </SiteFrame>
  );
};

const Holds: FC<SettingsProps & { rules: FilterPreviews["rules"] | undefined }> = ({ rules, ...props }) => {
  const { filter: text, sites } = useMessages();
  const field = fieldsOf(props, "holds");
  const effect = (rule: Rule) => {
    const meant = rules?.[rule];
    if (!meant || meant.comments === 0) return undefined;
    const more = meant.seen.then - meant.seen.now;
    const spam = meant.spamPublished.now - meant.spamPublished.then;
    return props.site.settings[rule] ? text.effectOff(Math.max(0, -more)) : text.effectOn(more, spam);
  };
  const ages = agesOf(field("holdOlder").value, text);
  return (
    <SettingsGroup {...props} group="holds" title={text.always}>
      {(["holdAbuse", "holdFirstTimers", "holdLinks"] as const).map((rule) => (
        <Switch {...field(rule)} label={sites[rule]} hint={effect(rule)} />
      ))}
      <Choice
        {...field("holdOlder")}
        label={sites.holdOlder}
        hint={props.site.settings.holdOlder === null ? text.aYear(effect("holdOlder")) : effect("holdOlder")}
        options={ages}
        beside
      />
      <Lines {...field("languages")} label={sites.languages} hint={text.languagesHint} chips={text.chips} />
    </SettingsGroup>
  );
};

/** Ages of a post that can be chosen: an age that was set elsewhere, too. */
function agesOf(age: string, { ages, days }: Pick<Messages["filter"], "ages" | "days">) {
  return ages.some(([value]) => value === age) ? ages : [...ages, [age, days(age)] as const];
}

const Learning: FC<SettingsProps> = (props) => {
  const { filter: text } = useMessages();
  const field = fieldsOf(props, "learning");
  return (
    <SettingsGroup {...props} group="learning" title={text.learning}>
      {(["learnDecisions", "learnCertain"] as const).map((name) => (
        <Switch {...field(name)} label={text[name].label} hint={text[name].hint} />
      ))}
    </SettingsGroup>
  );
};

const modes = ["enforce", "log-only"] as const;

const Mode: FC<SettingsProps> = (props) => {
  const { filter: text, sites } = useMessages();
  const { value } = fieldsOf(props, "mode")("mode");
  return (
    <SettingsGroup {...props} group="mode" title={text.acts}>
      <fieldset class="presets">
        <legend class="unseen">{text.acts}</legend>
        {modes.map((mode) => (
          <label class="preset">
            <input class="dot" type="radio" name="mode" value={mode} checked={mode === value} />
            <b>{sites.modeNames[mode]}</b>
            <span class="dim">{text.modes[mode]}</span>
          </label>
        ))}
      </fieldset>
      <p class="pad">
        <a href={`/sites/${props.site.id}/log-only`}>{sites.toLogOnly}</a>
      </p>
    </SettingsGroup>
  );
};
