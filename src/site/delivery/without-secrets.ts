/** So much of a secret in a text is enough to know it by, as the text may end in the middle of it. */
const KNOWN_BY = 12;

/** An answer up to where it tells a secret again, be it escaped as addresses are. */
export function withoutSecrets(answer: string, secrets: readonly string[]): string {
  const starts = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter((form) => form !== "")
    .map((form) => answer.indexOf(form.slice(0, KNOWN_BY)))
    .filter((at) => at >= 0);
  return starts.length === 0 ? answer : `${answer.slice(0, Math.min(...starts))}…`;
}
