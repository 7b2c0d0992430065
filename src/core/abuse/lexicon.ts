import en from "naughty-words/en.json" with { type: "json" };

const MIN_LETTERS = 3;
/** Insults that a list of swear words leaves out. */
const INSULTS =
  "stfu idiot moron stupid retard retarded loser scum scumbag trash pathetic imbecile dumb dumbass whore slut bastard coward clown lunatic disgusting ugly fag faggot nazi pig kys pervert pedo freak thug libtard fuckwad";

/** English swear words and insults, folded. */
const lexicon: ReadonlySet<string> = new Set([
  ...en.filter((word) => word.length >= MIN_LETTERS && /^[a-z]+$/.test(word)),
  ...INSULTS.split(" "),
]);

/** The singular stands for the plural. */
export const isInsult = (word: string): boolean =>
  lexicon.has(word) || (word.endsWith("s") && lexicon.has(word.slice(0, -1)));

/** How English says "you" and what is yours. */
export const you: ReadonlySet<string> = new Set("you your ur u yourself youre you're yall ya yo".split(" "));

/** Words of the lexicon as people mask them: b*tch, f**k, s***, to the word meant. */
const masked: ReadonlyMap<string, string> = new Map(
  [...lexicon]
    .filter((word) => word.length > MIN_LETTERS)
    .flatMap((word) => masksOf(word).map((mask) => [mask, word])),
);

function masksOf(word: string): string[] {
  const stars = (from: number, to: number) => word.slice(0, from) + "*".repeat(to - from) + word.slice(to);
  const last = word.length - 1;
  const masks = [stars(1, last), stars(1, word.length)];
  for (let at = 1; at < last; at++)
    masks.push(stars(at, at + 1), ...(at + 2 < word.length ? [stars(at, at + 2)] : []));
  return masks;
}

const MASKED_WORD = /[\p{L}\p{N}*$@!#]*[*$@!#][\p{L}\p{N}*$@!#]*/gu;
/** Of a text so many characters are read. */
export const MOST_READ = 4000;

/** A folded text in which masked insults are written out; signs that stand for letters are taken for these. */
export function unmasked(folded: string): string {
  const text = folded.slice(0, MOST_READ);
  if (!/[*$@!#]/.test(text)) return text;
  return text.replace(MASKED_WORD, (word) => {
    const plain = word
      .replaceAll("$", "s")
      .replace(/(?<=.)@/g, "a")
      .replace(/!(?=.)/g, "i")
      .replace(/(?<=.)#(?=.)/g, "*");
    return masked.get(plain) ?? (isInsult(plain) ? plain : word);
  });
}
