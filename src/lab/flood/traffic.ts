import { bad } from "../../cli/demo/bad.ts";
import { good } from "../../cli/demo/good.ts";
import { bread, loops, tides } from "../../cli/demo/posts.ts";
import { endings, PRAISE, pick, SPINTAX, sentences, spin } from "../simulation/traffic.ts";

const DAY = 86_400_000;
const posts = [tides, bread, loops];

/** A submission of the flood. */
export interface Sent {
  readonly id: string;
  readonly kind: Kind;
  /** Milliseconds since the day began. */
  readonly at: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Who sends, how much of the day's submissions, and when: `from` and `to` are shares of the day. */
const kinds = {
  /** Crude advertising, all day and half of it in three bursts: what a filter should never need to think about. */
  crude: { share: 0.76, from: 0, to: 1, bursts: 3 },
  /** One text with its words exchanged, in the morning. */
  spun: { share: 0.07, from: 0.3, to: 0.45, bursts: 0 },
  /** Friendly words and a link in the name. */
  praise: { share: 0.07, from: 0, to: 1, bursts: 2 },
  /** Readers' own sentences, shuffled, with a link at the end. */
  copied: { share: 0.03, from: 0.5, to: 0.8, bursts: 0 },
  /** Made-up talk without any link: nothing tells it from readers but its number. All within two hours. */
  mimic: { share: 0.02, from: 0.85, to: 0.93, bursts: 0 },
  readers: { share: 0.05, from: 0, to: 1, bursts: 0 },
} as const;

export type Kind = keyof typeof kinds;

export const isSpam = (kind: Kind): boolean => kind !== "readers";

const NAMES = ["Ann Miller", "Bo", "Cyril Hart", "Dora", "Emil Fox", "Fay"];
const TALK =
  "{I|We|My sister|A friend of mine|My neighbour} {tried|read|repeated|followed} {the second|the third|the last|your first} {step|example|part|page} {yesterday|last night|on Sunday|twice} {and|but} {it took|I needed|we spent} {an hour|two hours|the whole evening|a week}. {Did you|Do you|Would you} {really|usually|still|ever} {wait|stir|count|start again} {that long|so often|before noon|in winter}? {The|That} {picture|table|remark|footnote} {near|below|above} {the end|the title|the middle} {helped|puzzled|surprised} {me|us|everybody here}, {though|because|and yet} {I had|we had|one has} {no time|little patience|other plans|never seen it}.";

/** Numbers in 0..1 that look random and are the same in every run (mulberry32). */
function randomness(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A day's submissions in order of time; the same in every run. */
export function dayOf(submissions: number): Sent[] {
  const random = randomness(submissions);
  const sent = Object.entries(kinds).flatMap(([name, { share, from, to, bursts }]) =>
    Array.from({ length: Math.round(share * submissions) }, (_, i): Sent => {
      const kind = name as Kind;
      const inBurst = bursts > 0 && random() < 0.5;
      // Each burst takes ten minutes.
      const at = inBurst
        ? (Math.floor(random() * bursts) + 0.5) / bursts + (random() * 10) / 1440
        : from + random() * (to - from);
      return {
        id: `${kind}-${i}`,
        kind,
        at: Math.floor(Math.min(at, 0.9999) * DAY),
        body: write(kind, i, random),
      };
    }),
  );
  return sent.sort((a, b) => a.at - b.at);
}

const address = (random: () => number) => [0, 0, 0, 0].map(() => 1 + Math.floor(random() * 254)).join(".");
const shuffled = (random: () => number) =>
  [0, 1, 2].map(() => pick(sentences, Math.floor(random() * sentences.length))).join(" ");

function write(kind: Kind, i: number, random: () => number): Sent["body"] {
  const post = { ...pick(posts, i), url: `https://blog.example/post-${i % 50}` };
  const from = { ip: address(random) };
  switch (kind) {
    case "crude": {
      const { about: _, ...comment } = pick(bad.slice(0, 24), i);
      return { ...comment, post, author: { ...comment.author, ...from }, content: `${comment.content} ${i}` };
    }
    case "spun":
      return { post, content: spin(SPINTAX, i), author: { name: pick(["Sam", "Lee", "Kim"], i), ...from } };
    case "praise": {
      const url = `https://best-tools-${i % 97}.example/${i}`;
      const content = `${pick(PRAISE, i)} ${pick(endings, i * 7)}`;
      return { post, content, author: { name: `Visitor ${i}`, url, ...from } };
    }
    case "copied":
      return {
        post,
        content: `${shuffled(random)} http://small-shop-${i % 40}.example/now`,
        author: { name: `Copy ${i}`, ...from },
      };
    case "mimic":
      return {
        post,
        content: spin(TALK, Math.floor(random() * 2 ** 40)),
        author: { name: pick(NAMES, i), ...from },
      };
    case "readers": {
      const { author } = pick(good, i);
      const email = `reader-${i % 400}@mail.example`;
      return { post, content: shuffled(random), author: { ...author, email, ip: `192.0.2.${i % 250}` } };
    }
  }
}
