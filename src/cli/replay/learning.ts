import type { Corpus } from "../../core/classifier/corpus.ts";
import { stateOf } from "../../core/classifier/learning.ts";
import type { Lesson, LessonSource, StandingLesson } from "../../core/classifier/lesson.ts";
import { emptySiteState, type SiteState } from "../../core/classifier/site-state.ts";
import type { StarterModel } from "../../core/classifier/starter-model.ts";

/** What a site would have learned: its lessons, and the model that they make, fitted when somebody asks. */
export class Learning implements Corpus {
  readonly starter: StarterModel | undefined;
  readonly #lessons: StandingLesson[] = [];
  #fitted: SiteState | undefined = emptySiteState();

  constructor(starter: StarterModel | undefined) {
    this.starter = starter;
  }

  get site(): SiteState {
    this.#fitted ??= stateOf(this.#lessons);
    return this.#fitted;
  }

  /** `at`: milliseconds; the newest count where there are too many. */
  teach(lesson: Lesson, at = 0, source: LessonSource = "decision"): void {
    this.#lessons.push({ ...lesson, source, id: String(this.#lessons.length), mail: null, at });
    this.#fitted = undefined;
  }
}
