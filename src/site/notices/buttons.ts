import type { Actor } from "../../contract/actor.ts";
import type { Decided } from "../../contract/decided.ts";
import type { Button } from "../../contract/notify.ts";
import type { Decision } from "../../core/judging/decision.ts";
import { DAY } from "../../platform/clock.ts";
import { decide } from "../decisions/decide.ts";
import type { Site } from "../site.ts";

/** Buttons are good for so long after their message. */
const LIFE = DAY;
/** Comments whose buttons are known; those of older messages lead to the queue alone. */
const MOST = 100;

/** The buttons of one message. */
export class Buttons {
  readonly #site: Site;
  readonly #now: number;
  readonly #made: Button[] = [];

  constructor(site: Site, now: number) {
    this.#site = site;
    this.#now = now;
  }

  /** A word by which a comment's buttons are known: nobody can guess it, and it fits into one. */
  readonly keyOf = ({ id, revision }: { readonly id: string; readonly revision: number }): string => {
    const key = crypto.randomUUID().replaceAll("-", "").slice(-16);
    this.#made.push({ key, id, revision, expires: this.#now + LIFE });
    return key;
  };

  /** Remembers what they are for. */
  keep(): void {
    if (this.#made.length === 0) return;
    const standing = this.#site.meta.buttons.filter(({ expires }) => expires >= this.#now);
    this.#site.meta.buttons = [...standing, ...this.#made].slice(-MOST);
  }
}

/**
 * Decides by a button in a message, once: every decision and edit counts the comment's revision up. Undefined: there is no
 * such button, or its time is over.
 */
export function pressButton(
  site: Site,
  key: string,
  decision: Decision,
  by: Actor,
  now: number,
): Decided | undefined {
  const button = site.meta.buttons.find((one) => one.key === key);
  if (!button || button.expires < now) return undefined;
  const { id, revision } = button;
  return decide(site, id, { decision, revision }, { by, now });
}
