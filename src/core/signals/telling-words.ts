import { fold } from "../reading/fold.ts";

/** One of these words is in each of them, but where words are written without spaces: few comments need the long patterns. */
const CUES = new Set(
  "meine meiner meinem unser unsere unserer unserem unseren mon ma notre mi nuestra nuestro meu minha nosso nossa mio mia nostro nostra мой моем моём моего наш нашем нашего мій нашого sitemiz sitemizi sitemize sitemizde sitemizden sayfam sayfamı sayfama sayfamızı mağazam mağazamız mağazamızı kami saya aku kita mình em tôi besucht besuchen schaut schauen visite visitez visiter visitea cliquez заходите переходи переходите подписывайся подписывайтесь подписуйся жми жмите пиши пишите tıklayın tıklayınız tıklayarak ziyaret kunjungi cek mampir follow ghé liên inbox ib"
    .split(" ")
    .map(fold),
);

/** Whether a word is one of those that say "our shop" or "have a look" in other languages than English. */
export const isCue = (word: string): boolean => CUES.has(word);

/** Few words end as houses of games do, or hold a digit. */
const BRAND_LIKE = /\d|(?:bet|toto|slot|poker|togel|bola|casino|qq|win|hoki|jitu|gacor)$/;

export const isBrandLike = (word: string): boolean => BRAND_LIKE.test(word);

/** Consonants in a row; y counts as a vowel. */
const SIX = /[bcdfghjklmnpqrstvwxz]{6}/;
const FIVE = /[bcdfghjklmnpqrstvwxz]{5}/;
/** Letters that are one sound, which words put together pile up: "Rechtsschutz", "Deutschland", "wszczęcie". */
const SOUNDS = /t?sch|ght|ch|ck|sh|th|ph|tz|szcz|sz|cz|rz|ng|st/g;
const LONGEST = 40;

const piled = (word: string, row: RegExp) => row.test(word) && row.test(word.replace(SOUNDS, "s"));

/** Whether consonants are piled up in a word of Latin letters. */
export const isPiledUp = (word: string): boolean =>
  word.length <= LONGEST && /^[a-z]+$/.test(word) && piled(word, SIX);

/** The same of a name, where fewer are enough. */
export const isPiledUpName = (name: string): boolean => piled(name, FIVE);
