import type { Subject } from "../subject.ts";
import type { Abuse, Hit } from "../verdict.ts";
import { insults, threats } from "./words.ts";

/** Held from here: an insult aimed at somebody, or a threat. */
const FLAG = 2;

const AIMED = /\b(?:you|your|you're|youre|ur|u|he|she|author|du|dein|tu|te|toi|vous|voce|sos|eres)\b/;

/**
 * The abuse axis: word lists, aimed at somebody. It flags and holds, never rejects, and teaches nothing of spam. It finds
 * the plain cases only: heated talk cannot be told from abuse by words.
 */
export function judgeAbuse(subject: Subject): Abuse {
  const words = new Set(subject.words);
  const hits: Hit[] = [];
  const insult = insults.find((word) => words.has(word));
  const aimed = AIMED.test(subject.folded.slice(0, 4096));
  if (insult) hits.push({ signal: "insult", points: aimed ? 2 : 1, evidence: insult });
  const around = subject.folded.slice(0, 8192);
  const threat = threats.find((phrase) => around.includes(phrase));
  if (threat) hits.push({ signal: "threat", points: 3, evidence: threat });
  const score = hits.reduce((sum, hit) => sum + hit.points, 0);
  return { score, flagged: score >= FLAG, hits };
}
