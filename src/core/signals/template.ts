import { mayHold } from "../reading/needs.ts";
import { shortened } from "../reading/quoted.ts";
import { surveyOf } from "../reading/survey.ts";
import { signsOf } from "../reading/symbols.ts";
import { inContent, type PriorSignal } from "./signal.ts";

const LEFTOVER =
  /%(?:keyword|url|link|name|title|anchor|blog)%|#file_links|\[\[?iframe|(?<![\w$/="'(])\{\{?(?:keyword|url|name)\}?\}/i;
/** A choice of wordings, as a spinner is given it. Before and after it is no sign of code or of a quotation. */
const CHOICE =
  /(?<![\w$%#@\\`'"“‘«])\{[\p{L}\p{M}\p{N} ,.!?'’-]{1,60}(?:(?<!\s)\|[\p{L}\p{M}\p{N} ,.!?'’-]{0,60}){1,20}\}(?![`'"”’»])/gu;
const CODE = /`[^`]{1,2000}`|<(code|pre)\b[^<>]{0,200}>[^<]{0,2000}/gi;

const NAMES = "keyword url link name title anchor blog".split(" ");
const MAY_BE_LEFT = mayHold("#file", "[iframe", ...NAMES.flatMap((name) => [`%${name}%`, `{${name}`]));
const MAY_OPEN = mayHold("{");
const MAY_CHOOSE = mayHold("|");

export const template: PriorSignal = {
  name: "template",
  group: "text",
  signs: signsOf("{%#["),
  points: 4,
  description: "Leftovers of a spinning or posting template",
  detect({ content }) {
    const survey = surveyOf(content);
    if (!MAY_BE_LEFT(survey) && !(MAY_OPEN(survey) && MAY_CHOOSE(survey))) return undefined;
    const prose = content.replace(CODE, (code) => " ".repeat(code.length));
    const match = LEFTOVER.exec(prose) ?? spun(prose);
    return match ? { strength: 1, evidence: shortened(match[0], 60), span: inContent(match) } : undefined;
  },
};

/** The first choice of a text that was to be spun: one of two words alone may be what the text is about. */
function spun(prose: string): RegExpMatchArray | undefined {
  const choices = [...prose.matchAll(CHOICE)].filter(
    ({ 0: choice, index }) => !(prose[index - 1] === "{" && prose[index + choice.length] === "}"),
  );
  const [first] = choices;
  const surely = choices.length > 1 || choices.some(([choice]) => /\|.*\||\s/.test(choice));
  return surely ? first : undefined;
}
