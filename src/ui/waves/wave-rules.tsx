import type { FC } from "hono/jsx";
import type { WaveRuleView } from "../../contract/wave-rule.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { commentPath } from "../parts/paths.ts";
import { visible } from "../parts/text.tsx";
import { useDay, useDoer } from "../parts/words.tsx";

/** A site's rules for later ones of waves, each with what it caught, and the way to end it. */
export const WaveRules: FC<{ site: string; rules: readonly WaveRuleView[]; back: string }> = ({
  site,
  rules,
  back,
}) => {
  const { waves } = useMessages();
  return (
    <section class="card" id="waves">
      <h2>{waves.title}</h2>
      <p class="hint">{waves.hint}</p>
      {rules.length === 0 ? (
        <p class="dim">{waves.none}</p>
      ) : (
        <ul class="plain">
          {rules.map((rule) => (
            <Rule site={site} rule={rule} back={back} />
          ))}
        </ul>
      )}
    </section>
  );
};

const Rule: FC<{ site: string; rule: WaveRuleView; back: string }> = ({ site, rule, back }) => {
  const { waves, words } = useMessages();
  const day = useDay();
  const nameOf = useDoer();
  const { id, decision, until, wave, caught, lead } = rule;
  return (
    <li>
      <b>{waves.rule(words.done[decision], wave, nameOf(rule))}</b> · {waves.caught(caught, day(until))}{" "}
      {lead ? (
        <a href={commentPath({ site, id: lead.id })} dir="auto">
          {visible(lead.text)}
        </a>
      ) : (
        <span class="dim">{waves.leadGone}</span>
      )}
      <EndWave site={site} id={id} back={back} text={waves.end} />
      {caught > 0 ? <EndWave site={site} id={id} back={back} text={waves.endAndUndo} undo /> : null}
    </li>
  );
};

interface EndProps {
  readonly site: string;
  readonly id: string;
  readonly back: string;
  readonly text: string;
  /** What it decided is taken back, too. */
  readonly undo?: boolean;
}

/** Ends a rule by one click. */
export const EndWave: FC<EndProps> = ({ site, id, back, text, undo }) => (
  <Form class="inline" action={`/sites/${site}/waves/end`}>
    <input type="hidden" name="rule" value={id} />
    <input type="hidden" name="back" value={back} />
    {undo ? <input type="hidden" name="undo" value="1" /> : null}
    <button class="btn quiet" type="submit">
      {text}
    </button>
  </Form>
);
