import type { Messages } from "../messages/messages.ts";

interface Answer {
  readonly status?: number | null;
  readonly ms: number;
  readonly answer: string;
}

/** An answer in a line: its status, how long it took, how it begins. */
export const answerText = ({ status, ms, answer }: Answer, text: Messages["deliveries"]): string =>
  [status ? text.status(status) : text.noAnswer, text.ms(ms), answer]
    .filter((part) => part !== "")
    .join(", ");
