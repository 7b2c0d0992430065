import type { Abuse, Hit } from "../judging/verdict.ts";
import { type KnownWord, SWEARING } from "../reading/known-word.ts";
import { mayHold } from "../reading/needs.ts";
import type { Subject } from "../reading/subject.ts";
import { foldedSurvey } from "../reading/survey.ts";
import { insultScore } from "./features.ts";
import { loadAbuseModel } from "./model.ts";
import { swearWords, threats } from "./words.ts";

/** Words between a swear word and the "you" it is aimed at. */
const REACH = 3;
const THREAT_POINTS = 3;
const AIMED_POINTS = 2;

/**
 * The abuse axis: a small model of English, word lists for other languages where a word is aimed at somebody, and threats.
 * Each hit flags; the flag holds, never rejects, and teaches nothing of spam. Heated talk cannot be told from abuse by words.
 */
export function judgeAbuse(subject: Subject): Abuse {
  const hits: Hit[] = [];
  let score = 0;
  for (const judge of JUDGES) {
    const hit = judge(subject);
    if (hit === undefined) continue;
    hits.push(hit);
    score += hit.points;
  }
  return hits.length === 0 ? NO_ABUSE : { score, flagged: true, hits };
}

const NO_ABUSE: Abuse = { score: 0, flagged: false, hits: [] };

const MAY_THREATEN = mayHold(...threats);

function threat(subject: Subject): Hit | undefined {
  if (!MAY_THREATEN(foldedSurvey(subject))) return undefined;
  const around = subject.folded.slice(0, 8192);
  const phrase = threats.find((words) => around.includes(words));
  return phrase === undefined ? undefined : { signal: "threat", points: THREAT_POINTS, evidence: phrase };
}

/** Points: how far beyond the model's threshold, in its log-odds, and one. */
function insult(subject: Subject): Hit | undefined {
  const beyond = insultScore(subject) - loadAbuseModel().threshold;
  return beyond < 0 ? undefined : { signal: "insult", points: 1 + beyond, evidence: "words as in insults" };
}

function aimed({ words, known, kinds }: Subject): Hit | undefined {
  if ((kinds & SWEARING) === 0) return undefined;
  for (let at = 0; at < known.length; at++) {
    if (((known[at] as KnownWord).kinds & SWEARING) === 0) continue;
    const word = words[at] as string;
    const you = swearWords().get(word);
    const near = words.slice(Math.max(0, at - REACH), at + REACH + 1);
    if (near.some((other) => you?.has(other)))
      return { signal: "aimed-swearing", points: AIMED_POINTS, evidence: word };
  }
  return undefined;
}

const JUDGES = [threat, insult, aimed];
