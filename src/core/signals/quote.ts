import { type FittedSignal, inContent } from "./signal.ts";

const QUOTE = /^\s{0,3}(?:>|&gt;)|<blockquote|(?:^|\s)@[\p{L}\p{N}_-]{2,40}/mu;

export const quote: FittedSignal = {
  name: "quote",
  group: "text",
  description: "Quotes or answers somebody",
  detect({ content }) {
    const match = QUOTE.exec(content);
    return match
      ? { strength: 1, evidence: match[0].trim().slice(0, 40), span: inContent(match) }
      : undefined;
  },
};
