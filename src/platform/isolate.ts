const memories: (() => void)[] = [];

/** Notes how something that this isolate remembers from one request to the next is emptied. */
export function remembers(forget: () => void): void {
  memories.push(forget);
}

/** Forgets all of it, as a new isolate begins. */
export function forgetIsolate(): void {
  for (const forget of memories) forget();
}
