/** Events of `akismet_history` that a person caused, and what she took the comment for. */
const EVENTS: Readonly<Record<string, "spam" | "ham">> = {
  "report-spam": "spam",
  "status-spam": "spam",
  "report-ham": "ham",
  "status-approved": "ham",
  "status-changed-spam": "spam",
  "status-changed-approved": "ham",
};

const EVENT = /"event";s:\d+:"([^"]*)"/;
const USER = /"user";s:\d+:"([^"]*)"/;

/**
 * What a person last said of a comment, by its `akismet_history` (PHP's serialized arrays, oldest first); undefined: nobody
 * said anything. An event without a user is the plugin's own.
 */
export function personsWord(history: readonly string[]): "spam" | "ham" | undefined {
  return history
    .filter((entry) => (USER.exec(entry)?.[1] ?? "") !== "")
    .map((entry) => EVENTS[EVENT.exec(entry)?.[1] ?? ""])
    .findLast((word) => word !== undefined);
}
