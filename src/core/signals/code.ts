import { quoted } from "../reading/quoted.ts";
import type { FittedSignal } from "./signal.ts";

/** Tags are in the content alone. */
const ELEMENT = /<(?:code|pre)(?![a-z])/i;
const CODE =
  /```|`[^`\n]{1,200}`|\b(?:function|const|return|import|def|class|void|sudo|npm|git|pip)\b[ (][^\n]{0,80}[;(){}=]|[;{}]\s*$|=>|\(\)|(?<!\w)\w{1,40}\.\w{1,40}\(/m;
const SAMPLE = 8192;

export const code: FittedSignal = {
  name: "code",
  group: "text",
  description: "Source code or a command",
  detect({ content, body }) {
    const element = ELEMENT.exec(content.slice(0, SAMPLE));
    const match = element ?? CODE.exec(body.slice(0, SAMPLE));
    return match
      ? { strength: 1, evidence: quoted(element ? content : body, match, 40) || "code" }
      : undefined;
  },
};
