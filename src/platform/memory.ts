/**
 * What an isolate remembers for a while, so that not every request asks for it again. Bounded: the oldest go
 * first. Values only: a promise is its request's own.
 */
export class Memory<T> {
  readonly #life: number;
  readonly #most: number;
  readonly #kept = new Map<string, { readonly at: number; readonly value: T }>();

  /** `life`: milliseconds; `most`: entries. */
  constructor(life: number, most: number) {
    this.#life = life;
    this.#most = most;
  }

  /** Undefined: it was never known, or too long ago. */
  get(key: string, now: number): T | undefined {
    const known = this.#kept.get(key);
    return known && now >= known.at && now - known.at < this.#life ? known.value : undefined;
  }

  set(key: string, value: T, now: number): void {
    this.#kept.delete(key);
    this.#kept.set(key, { at: now, value });
    if (this.#kept.size <= this.#most) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }

  delete(key: string): void {
    this.#kept.delete(key);
  }

  clear(): void {
    this.#kept.clear();
  }
}
