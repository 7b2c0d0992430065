/** A comment to be shown on a screenshot: the fields of a submission. */
type Sample = Readonly<Record<string, unknown>> & { readonly id: string };

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

/** One campaign: the same text with a word exchanged, from many addresses. */
export const wave = (size: number): Sample[] =>
  Array.from({ length: size }, (_, n) => ({
    id: `wave-${n}`,
    content: `Interesting, thanks for sharing this with all of us here today, more about ${COURSES[n % COURSES.length]} on http://offers-${n}.example/`,
    author: { name: `Sam ${n}`, email: `sam${n}@post.example` },
    post,
  }));
const COURSES = ["courses", "loans", "watches", "trips", "recipes", "gardens", "phones"];

/** Comments that differ in all that could make them alike, and that the filter is unsure of. */
export const distinct = (from: number, to: number): Sample[] =>
  Array.from({ length: to - from }, (_, i) => ({
    id: `many-${from + i}`,
    content: `${sentence(from + i)} There is more on http://diary-${from + i}.example/notes`,
    author: { name: `Reader ${from + i}`, email: `reader${from + i}@post.example` },
    post,
  }));

const PEOPLE = [
  "my aunt",
  "a friend of ours",
  "the baker",
  "our neighbour",
  "the conductor",
  "somebody at work",
  "my son",
];
const DEEDS = ["mended", "painted", "lost", "drew", "found", "counted", "sold", "carried", "described"];
const THINGS = [
  "the old clock",
  "two bicycles",
  "a map of the harbour",
  "that lamp",
  "the garden gate",
  "all the kites",
  "a barrel of pears",
  "the piano",
];
const TIMES = [
  "last winter",
  "before the storm",
  "on a Tuesday",
  "while it rained",
  "in the spring",
  "at her wedding",
  "for weeks",
  "without a word",
  "by candlelight",
  "twice",
  "in vain",
];

const pick = (list: readonly string[], n: number) => list[n % list.length] as string;
const sentence = (n: number) =>
  `${pick(PEOPLE, n)} ${pick(DEEDS, n * 3 + 1)} ${pick(THINGS, n * 5 + 2)} ${pick(TIMES, n)}, and ${pick(PEOPLE, n + 4)} ${pick(DEEDS, n + 2)} ${pick(THINGS, n * 2)} ${pick(TIMES, n * 7 + 3)}.`;
