/** A comment to be shown on a screenshot: the fields of a submission. */
export type Sample = Readonly<Record<string, unknown>> & { readonly id: string };

const post = { url: "https://blog.example/ferries", title: "The night ferry to Harwich" };

/** What a blog's queue holds on an ordinary day: people, doubts, other scripts. */
export const everyday: readonly Sample[] = [
  {
    id: "ferry",
    content:
      "We took that ferry in March. The cabins are small, but breakfast on deck as the port comes in sight made up for it. There is a timetable at http://ferry-times.example/harwich if anybody needs one.",
    author: { name: "Marta Lindqvist", email: "marta@post.example" },
    post,
    parent: { id: "p1", content: "Has anyone tried it with a bicycle? The website says nothing about it." },
  },
  {
    id: "arabic",
    content:
      "شكرًا على هذه المقالة الجميلة، سافرت بهذه العبّارة قبل سنوات. التفاصيل على http://safar.example/ferry",
    author: { name: "ليلى", email: "layla@post.example" },
    post,
  },
  {
    id: "chinese",
    content: "写得很好，我去年也坐过这班渡轮，海上的日出非常美。照片在 http://photos.example/harwich",
    author: { name: "李明" },
    post,
  },
  {
    id: "emoji",
    content: "Loved it 😍😍😍 see you on board ⛴️🌊 http://pics.example/🌊",
    author: { name: "sunny 🌞" },
    post,
  },
  {
    id: "long",
    content: `${"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(4)} http://words.example/${"very-".repeat(30)}long`,
    author: { name: "Wortfreund".repeat(8) },
    post,
  },
  {
    id: "hostile",
    content:
      "<script>alert(1)</script> <b onclick=x>bold</b> \u202Etxet desrever\u202C [click](javascript:alert(1)) http://user@evil.example/",
    author: { name: "<img src=x onerror=alert(1)>", url: "http://evil.example/" },
    post,
  },
];

const tides = { url: "https://blog.example/tides", title: "Why there are two tides a day" };

/** What makes a moderator think: an insult, an offer, a link that may be meant well. */
export const difficult: readonly Sample[] = [
  {
    id: "5",
    content:
      "You clearly have no idea what you are talking about, you pathetic little fraud. Stop writing, you idiot.",
    author: { name: "observer_1", email: "observer@post.example" },
    post: tides,
  },
  {
    id: "6",
    content:
      "The constituents you list for Brest match mine except S2, where I get 0.74 m instead of 0.71. I keep the whole set as a table, free to download: https://tablas-del-mar.example/brest/2026\n\nCould the difference be the epoch? Yours seem to be from before 2006.",
    author: { name: "Tomás Riedel", email: "tomas@post.example" },
    post: { url: "https://blog.example/constants", title: "The harmonic constants, explained" },
  },
  {
    id: "7",
    content:
      "I lost $84,000 to a fake broker and had given up until a friend told me of somebody who gets money back. Write to him on WhatsApp +1 555 010 2233.",
    author: { name: "Margaret Holloway", email: "margaret@post.example" },
    post: tides,
  },
];

/** One campaign: the same text with a word exchanged, from many addresses. */
export const wave = (size: number): Sample[] =>
  Array.from({ length: size }, (_, n) => ({
    id: `wave-${n}`,
    content: `Interesting, thanks for sharing this with all of us here today, I will certainly come back and tell my colleagues at work about it, as we were looking for something like that since last summer and nobody could say where to begin or whom to ask. There is more about ${OFFERS[n % OFFERS.length]} on http://offers-${n}.example/`,
    author: { name: `Sam ${n}`, email: `sam${n}@post.example` },
    post,
  }));
const OFFERS = ["courses", "loans", "watches", "trips", "recipes", "gardens", "phones"];

/** Comments that differ in all that could make them alike, and that the filter is unsure of. */
export const distinct = (from: number, to: number): Sample[] =>
  Array.from({ length: to - from }, (_, i) => ({
    id: `many-${from + i}`,
    content: `${sentence(from + i)} There is more on http://diary-${from + i}.example/notes`,
    author: { name: `Reader ${from + i}`, email: `reader${from + i}@post.example` },
    post,
  }));

const WORDS =
  "aunt baker clock bicycle harbour lamp garden kite pear piano winter storm rain spring wedding candle train ladder coat river bread window letter market tower orchard bridge sparrow kettle meadow anchor button carpet drum eagle fence glove hammer island jacket lantern mirror needle oven pepper quilt ribbon saddle teapot umbrella violin wagon barn chimney dune ferry goose hedge ink jug knot linen mast nettle oak plum quarry rope sail thistle vine well yarn".split(
    " ",
  );

/** Sixteen words, others for each number. */
function sentence(n: number): string {
  let seed = (n + 1) * 2_654_435_761;
  const words = Array.from({ length: 16 }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return WORDS[Math.floor(seed / 65_536) % WORDS.length];
  });
  return `The ${words.join(" ")}.`;
}
