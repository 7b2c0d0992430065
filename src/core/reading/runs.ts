/** FNV-1a over UTF-16 units. */
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** Hashes of all runs of `shortest` to `longest` characters in a text, in order; none is made a string of its own. */
export function eachRun(text: string, shortest: number, longest: number, take: (hash: number) => void): void {
  for (let at = 0; at + shortest <= text.length; at++) {
    let value = SEED;
    const end = Math.min(text.length, at + longest);
    for (let i = at; i < end; i++) {
      value = Math.imul(value ^ text.charCodeAt(i), PRIME);
      if (i - at + 1 >= shortest) take(mixed(value));
    }
  }
}

/** The last step of MurmurHash3: FNV's low bits mix badly. */
function mixed(value: number): number {
  let better = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  better = Math.imul(better ^ (better >>> 13), 0xc2b2ae35);
  return (better ^ (better >>> 16)) >>> 0;
}
