import { difficult, everyday, type Sample, wave } from "./sample-comments.ts";

/** A comment, and the blog that it came to. */
export interface Came extends Sample {
  readonly site: "demo" | "brot";
}

const tides = { url: "https://tides.example/two-tides", title: "Why there are two tides a day" };
const ferries = { url: "https://tides.example/ferries", title: "The night ferry to Harwich" };
const spring = { url: "https://tides.example/springs", title: "Springs and neaps, drawn by hand" };
const constants = { url: "https://tides.example/constants", title: "The harmonic constants, explained" };
const rye = { url: "https://brot.example/roggen", title: "Roggen braucht Säure" };
const tomatoes = { url: "https://brot.example/tomaten", title: "Was neben dem Brot auf dem Balkon wächst" };
const karin = { name: "Dr. Karin Voss", email: "karin@post.example", ip: "198.51.100.7" };

/** What Anna approves of somebody before: her ring is drawn through then. */
export const before: readonly Came[] = [
  {
    id: "karin-1",
    site: "brot",
    content: "Ein Gramm Salz mehr, und mein Roggen klebte nicht mehr am Messer. Danke für die Tabelle!",
    author: karin,
    post: rye,
  },
  {
    id: "karin-2",
    site: "brot",
    content: "Bei 28 Grad geht die dritte Stufe in meiner Küche schon nach zwei Stunden über den Rand.",
    author: karin,
    post: rye,
  },
];

/** Sent from many machines by names that people have. */
const NAMES = [
  "Dale",
  "Priya",
  "Oleg",
  "Hanna",
  "Rui",
  "Mei",
  "Tom",
  "Zofia",
  "Ali",
  "Lucie",
  "Ivo",
  "Nadia",
];
const campaign = wave(37).map((sample, n) => ({
  ...sample,
  site: "demo" as const,
  post: ferries,
  author: { name: NAMES[n % NAMES.length], email: `reader${n}@post.example` },
}));

const [ferry] = everyday as readonly [Sample];
const [insult, table, recovery] = difficult as readonly [Sample, Sample, Sample];

/** What two blogs' queue holds on an ordinary day, in the order in which it came. */
export const twoBlogs: readonly Came[] = [
  ...campaign,
  { ...recovery, site: "demo", post: tides },
  { ...table, site: "demo", post: constants, author: { ...(table.author as object), ip: "198.51.100.20" } },
  { ...insult, site: "demo", post: tides },
  {
    id: "karin-3",
    site: "brot",
    content:
      "Mit Verlaub, das ist Unsinn. Roggen klebt nicht, weil „das Gluten schwach ist“, sondern weil die Stärke zerfällt: https://muehle.example/staerke",
    author: karin,
    post: rye,
  },
  {
    id: "arabic",
    site: "brot",
    content:
      "متى أنقل شتلات الطماطم إلى أصيص أكبر؟ شرفتي تأخذ شمس العصر فقط. كتبت عن ذلك هنا: https://balkon.example/salma",
    author: { name: "سلمى الخطيب" },
    post: tomatoes,
  },
  {
    id: "chinese",
    site: "demo",
    content:
      "请问同一天的两次高潮为什么不一样高？我在厦门看到早上比晚上高出半米。照片：https://photos.example/xiamen",
    author: { name: "林小雨" },
    post: tides,
  },
  {
    id: "jonas",
    site: "demo",
    content:
      "I don’t think it comes from the spinning. As I understand it, the far side is simply left behind: https://notes.example/jonas/tides",
    author: { name: "Jonas", email: "jonas@post.example" },
    post: tides,
    parent: { id: "p2", content: "Is the second bulge a matter of the earth turning?" },
    type: "reply",
  },
  {
    id: "salt",
    site: "demo",
    content:
      "[…] a fine drawing of neaps and springs over at Tidewater, with the moon where it should be […]",
    author: { name: "Salt & Slack", url: "https://saltandslack.example/neaps" },
    post: spring,
    type: "pingback",
  },
  {
    id: "mika",
    site: "demo",
    content: "😍😍😍 🔥🔥 omg yes https://pics.example/🌊",
    author: { name: "mika 🌊" },
    post: tides,
  },
  { ...ferry, site: "demo", post: ferries },
  {
    id: "tomas-2",
    site: "demo",
    content: "And the same table for Saint-Malo, if it helps: https://tablas-del-mar.example/saint-malo/2026",
    author: { ...(table.author as object), ip: "198.51.100.20" },
    post: spring,
  },
];
