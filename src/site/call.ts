import type { SiteRecord } from "../contract/site-record.ts";
import type { Site } from "./site.ts";

/** What a room does with the site when it is called from outside. */
export interface Call<Given extends readonly unknown[], Answer> {
  readonly writes: boolean;
  readonly work: (site: Site, ...given: Given) => Answer;
}

/** A call that changes nothing. */
export const reading = <Given extends readonly unknown[], Answer>(
  work: Call<Given, Answer>["work"],
): Call<Given, Answer> => ({ writes: false, work });

/** A call that may write: after it the object keeps what it cost and sets its alarm. */
export const writing = <Given extends readonly unknown[], Answer>(
  work: Call<Given, Answer>["work"],
): Call<Given, Answer> => ({ writes: true, work });

/** Calls as the object's methods: whoever calls brings the site's record, last. */
export type Methods<Calls> = {
  readonly [Name in keyof Calls]: Calls[Name] extends Call<infer Given, infer Answer>
    ? (...given: [...Given, record: SiteRecord]) => Answer
    : never;
};
