import { DENSE } from "../reading/characters.ts";
import { CUE } from "../reading/known-word.ts";
import { mayHold } from "../reading/needs.ts";
import { quoted } from "../reading/quoted.ts";
import type { Subject } from "../reading/subject.ts";
import { surveyOf } from "../reading/survey.ts";
import { AGENCY, OURS, PITCH, PLACE, tell } from "../reading/told-words.ts";
import { PROMOTION } from "./has.ts";
import type { FittedSignal } from "./signal.ts";

const MAY_OFFER = mayHold(
  "seo",
  "backlink",
  "digital marketing",
  "guest post",
  "web development",
  "page rank",
  "traffic to your",
);
const MAY_PITCH = mayHold("visit ", "check out ", "look at ", "feel free to ", "stop by ", "click ");

type Found = Readonly<ReturnType<typeof surveyOf>>;

/** Each kind with whether there may be what it needs, by the text's words and by what stands beside what. */
const KINDS: readonly [name: string, mayBe: (survey: Found) => boolean, pattern: RegExp][] = [
  [
    "my site",
    ({ told }) => (told & OURS) !== 0 && (told & PLACE) !== 0,
    /\b(?:my|our) (?:(?:own|new|personal) )?(?:(?:web ?)?(?:site|page|blog|homepage|channel|store|shop|company|business|profile))\b/i,
  ],
  [
    "visit",
    (survey) => (survey.told & PITCH) !== 0 && MAY_PITCH(survey),
    /\b(?:visit|check out|have a look at|take a look at|feel free to (?:visit|surf)|look at|stop by|click (?:on )?(?:here|the link|this)) (?:(?:my|our|this|the|out|to)\b)?/i,
  ],
  [
    "agency",
    (survey) => (survey.told & AGENCY) !== 0 && MAY_OFFER(survey),
    /\b(?:seo|backlinks?|digital marketing|guest posts?|web development|page rank|traffic to your)\b/i,
  ],
];

tell(OURS, ["my", "our"]);
const PLACES = "site page blog homepage channel store shop company business profile".split(" ");
tell(PLACE, [...PLACES, ...PLACES.map((place) => `web${place}`)]);
tell(PITCH, "visit check look feel stop click".split(" "));
tell(AGENCY, "seo backlink backlinks digital guest web page traffic".split(" "));

/** The same in the languages of which both kinds of comments could be read: "our shop", "have a look at". */
const ELSEWHERE: readonly [name: string, pattern: RegExp][] = [
  [
    "my site",
    /(?<!\p{L})(?:(?:meine[rm]?|unsere?[rm]?) (?:neuen? |eigenen? )?(?:(?:web)?seite|website|blog|homepage|(?:online)?shop|kanal|firma)|(?:mon|notre|ma) (?:site|blog|boutique|page|chaîne)|(?:mi|nuestr[oa]) (?:sitio|página|blog|web|tienda|canal)|(?:meu|nosso|minha|nossa) (?:site|blog|página|loja|canal)|(?:il mio|il nostro|la mia|la nostra) (?:sito|blog|pagina|negozio|canale)|(?:мо[йём]|моего|наш(?:ем|его)?|мій|нашого) (?:сайт|блог|канал|магазин)\p{L}{0,3}|(?:sitemiz|sayfam|mağazam)\p{L}{0,6}|(?:website|web|blog|olshop|toko|ig) (?:kami|saya|aku|kita)|(?:website|web|trang|shop|kênh) (?:của )?(?:mình|em|chúng tôi|tôi))(?!\p{L})|(?:我|我们|本人|本)的?(?:网站|博客|小站|网店|店铺)|私のサイト|当サイト|제 ?(?:블로그|사이트|채널)/iu,
  ],
  [
    "visit",
    /(?<!\p{L})(?:besuch(?:t|en sie)|schau(?:t|en sie)? (?:mal |doch )?(?:auf|bei|vorbei)|visite[zr]? (?:mon|notre|nuestr\p{L}|mi|meu|nosso|o|a)|cliquez (?:ici|sur)|заходите|переход(?:и|ите)|подпис(?:ывайся|ывайтесь|уйся)|жми(?:те)?|пиш(?:и|ите) (?:в|мне)|tıklay\p{L}{1,5}|ziyaret edin\p{L}{0,3}|kunjungi|cek|mampir|follow|ghé|liên hệ|inbox|ib)(?!\p{L})|欢迎(?:访问|光临|回访|来访|互访)|回访|놀러 ?오세요/iu,
  ],
];

const SAMPLE = 8192;
const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}]/u;

export const selfPromotion: FittedSignal = {
  name: "self-promotion",
  group: "praise",
  needs: PROMOTION,
  description: "Sends the reader to the writer's own site, or offers services",
  detect(subject) {
    const survey = surveyOf(subject.body);
    const sample = subject.body.slice(0, SAMPLE);
    const variants: string[] = [];
    let first: RegExpExecArray | null = null;
    for (const [name, mayBe, pattern] of KINDS) {
      const match = mayBe(survey) ? pattern.exec(sample) : null;
      if (match !== null) variants.push(name);
      first ??= match;
    }
    for (const [name, pattern] of isCued(survey, subject, sample) ? ELSEWHERE : []) {
      const match = variants.includes(name) ? null : pattern.exec(sample);
      if (match !== null) variants.push(name);
      first ??= match;
    }
    if (first === null) return undefined;
    return { strength: variants.length / KINDS.length, evidence: quoted(sample, first, 60), variants };
  },
};

/** Whether a word of one of those languages stands there, or a script whose words are not told apart. */
const isCued = (survey: Found, { ascii, kinds }: Subject, sample: string): boolean =>
  (kinds & CUE) !== 0 || (!ascii && (survey.classes & DENSE) !== 0 && UNSPACED.test(sample));
