import type { Messages } from "../messages/messages.ts";

interface Answer {
  readonly status?: number | null;
  readonly ms: number;
  readonly answer: string;
  /** Of an attempt that was none, as the other side has it already. */
  readonly delivered?: boolean;
}

/** An answer in a line: its status, how long it took, how it begins. */
export const answerText = (
  { status, ms, answer, delivered }: Answer,
  text: Messages["deliveries"],
): string =>
  delivered && !status
    ? answer
    : [status ? text.status(status) : text.noAnswer, text.ms(ms), answer]
        .filter((part) => part !== "")
        .join(", ");
