import type { FC } from "hono/jsx";
import type { Preview } from "../../contract/preview.ts";
import { settings as presets, type Setting } from "../../core/judging/policy.ts";
import { useMessages } from "../messages/messages.ts";
import { useNumber, useProbability } from "../parts/words.tsx";
import type { Previews } from "./preview.tsx";
import { Scale } from "./scale.tsx";
import { type FieldView, fieldsOf, refused, SettingsGroup, type SettingsProps } from "./settings-fields.tsx";
import { OWN } from "./settings-form.ts";

interface Props extends SettingsProps {
  readonly previews: Previews | undefined;
  /** A named setting to be tried, if none was sent. */
  readonly tried: Setting | undefined;
}

/** How much the owner sees: the named settings with what each would have meant, or numbers of her own. */
export const Limits: FC<Props> = ({ previews, tried, ...props }) => {
  const { filter: text } = useMessages();
  const field = fieldsOf(props, "limits");
  const chosen = tried ?? field("setting").value;
  const saved = fieldsOf({ ...props, sent: undefined }, "limits")("setting").value;
  return (
    <SettingsGroup {...props} group="limits" title={text.much} previewed>
      <fieldset class="presets">
        <legend class="unseen">{text.much}</legend>
        <div class="cols-head" aria-hidden="true">
          <span>{text.seen}</span>
          <span>{text.spamOut}</span>
          <span>{text.goodStopped}</span>
        </div>
        {(Object.keys(presets) as Setting[]).map((name) => (
          <Preset name={name} isChosen={name === chosen} isSaved={name === saved} meant={previews?.[name]} />
        ))}
        <Own isChosen={chosen === OWN} isSaved={saved === OWN} field={field} />
      </fieldset>
      <Scale site={props.site} previews={previews} />
    </SettingsGroup>
  );
};

interface PresetProps {
  readonly name: Setting;
  readonly isChosen: boolean;
  readonly isSaved: boolean;
  readonly meant: Preview | undefined;
}

const Preset: FC<PresetProps> = ({ name, isChosen, isSaved, meant }) => {
  const { filter: text, sites } = useMessages();
  const percent = useProbability();
  const { publishBelow, publishBareBelow, rejectAbove } = presets[name];
  return (
    <label class="preset">
      <input class="dot" type="radio" name="setting" value={name} checked={isChosen} />
      <b>
        {sites.settingNames[name]} {isSaved ? <small>{text.now}</small> : null}
      </b>
      <span class="dim">
        {text.presets[name]}{" "}
        <span class="num">
          {text.limits(percent(publishBelow), percent(publishBareBelow), percent(rejectAbove))}
        </span>
      </span>
      {meant && meant.comments > 0 ? <Effect meant={meant} /> : null}
    </label>
  );
};

/** Three figures, in columns where there is room and as a sentence where there is none. */
const Effect: FC<{ meant: Preview }> = ({ meant }) => {
  const { filter: text } = useMessages();
  const number = useNumber();
  return (
    <span class="effect">
      <b>{number(meant.seen.then)}</b> <span>{text.ofSeen(number(meant.comments))}</span>{" "}
      <b>{number(meant.spamPublished.then)}</b> <span>{text.ofSpam}</span>{" "}
      <b>{number(meant.hamRejected.then)}</b> <span>{text.ofGood}</span>
    </span>
  );
};

const LIMITS = ["publishBelow", "publishBareBelow", "rejectAbove"] as const;

const Own: FC<{ isChosen: boolean; isSaved: boolean; field: (name: string) => FieldView }> = ({
  isChosen,
  isSaved,
  field,
}) => {
  const { filter: text } = useMessages();
  return (
    <div class="preset">
      <input class="dot" type="radio" id="own-limits" name="setting" value={OWN} checked={isChosen} />
      <label for="own-limits">
        <b>
          {text.own} {isSaved ? <small>{text.now}</small> : null}
        </b>
      </label>
      <div class="own">
        {LIMITS.map((name) => (
          <label>
            {text.ownLimits[name]}{" "}
            <input
              class="field"
              inputmode="decimal"
              name={name}
              value={field(name).value}
              {...refused(field(name))}
            />{" "}
            %
          </label>
        ))}
        <small>{text.ownHint}</small>
        {LIMITS.map((name) => (
          <Wrong field={field(name)} name={name} />
        ))}
      </div>
    </div>
  );
};

/** What is wrong with a limit, said in percent as it was typed. */
const Wrong: FC<{ field: FieldView; name: (typeof LIMITS)[number] }> = ({ field, name }) => {
  const { filter: text } = useMessages();
  if (field.errors.length === 0) return null;
  const percent = Number(field.value.replace(",", "."));
  const isShare = percent >= 0 && percent <= 100;
  return (
    <p class="wrong" id={`fault-${name}`} role="alert">
      {text.ownLimits[name]}: {isShare ? text.order[name] : text.noPercent}
    </p>
  );
};
