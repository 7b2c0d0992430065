import { emptySiteState } from "../../src/core/classifier/site-state.ts";
import { loadStarter } from "../../src/core/classifier/starter.ts";
import type { Comment } from "../../src/core/comment.ts";
import { type Policy, settings } from "../../src/core/judging/policy.ts";
import type { PolicyHit } from "../../src/core/judging/verdict.ts";
import type { History } from "../../src/core/memory/history.ts";
import { read } from "../../src/core/reading/subject.ts";
import { NOW } from "../clock.ts";

/** A comment with what matters to a test. */
export const aComment = (given: Partial<Comment> = {}): Comment => ({
  type: "comment",
  format: "text",
  content: "I read it twice and still wonder about the second part.",
  post: {},
  author: {},
  ...given,
});

/** The same, read for a blog of these hosts. */
export const aSubject = (given: Partial<Comment> = {}, hosts: readonly string[] = []) =>
  read(aComment(given), hosts);

export const aPolicy = (given: Partial<Policy> = {}): Policy => ({
  thresholds: settings.balanced,
  hosts: [],
  languages: [],
  holdFirstTimers: false,
  holdLinks: false,
  blocked: [],
  allowed: [],
  ...given,
});

export const aHistory = (given: Partial<History> = {}): History => ({
  now: NOW,
  samePostsToday: 0,
  nearSpam: 0,
  nearPublished: 0,
  domains: [],
  surge: false,
  ...given,
});

/** The shipped model and a site that has learned nothing. */
export const aCorpus = () => ({ starter: loadStarter(), site: emptySiteState() });

/** Rules as they are answered, without what they are known by inside. */
export const inWords = (rules: readonly PolicyHit[]) => rules.map(({ rule, effect }) => ({ rule, effect }));
