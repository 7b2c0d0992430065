import type { FittedSignal } from "./signal.ts";

const CODE =
  /```|<code|<pre|`[^`\n]{1,200}`|\b(?:function|const|return|import|def|class|void|sudo|npm|git|pip)\b[ (][^\n]{0,80}[;(){}=]|[;{}]\s*$|=>|\(\)|(?<!\w)\w{1,40}\.\w{1,40}\(/m;

export const code: FittedSignal = {
  name: "code",
  group: "text",
  description: "Source code or a command",
  detect({ body }) {
    const match = CODE.exec(body.slice(0, 8192));
    return match ? { strength: 1, evidence: match[0].trim().slice(0, 40) || "code" } : undefined;
  },
};
