const QUOTED = /^["'“”„«»‘’`]+|["'“”„«»‘’`]+$/g;
const TAGS = /<\/?(?:a|b|em|i|li|p|s|span|strong|u)(?:\s[^<>]{0,200})?>/gi;
/** Lists for host files and for ad blockers. */
const HOST_LINE = /^(?:0\.0\.0\.0|127\.0\.0\.1|::1?)\s+(?=\S+\.\S+$)/;
const AD_RULE = /^\|\|([^\s^|]+)\^?(?:\$\S*)?$/;
/** `Kim <kim@post.example>` */
const ADDRESSED = /^[^<>]*<([^<>\s]+)>$/;
/** What stands between entries; not between digits, `1,000`. */
const SEPARATOR = /[\n\r;؛]|(?<!\d)[,،、](?!\d)|[,،](?!\d)/;
const NAMED = /^(?:[^\s@/]+@)?[^\s@/.]+(?:\.[^\s@/.]+)+\/?$/;

/** Whether a text holds more entries than one; a phrase in quotation marks may hold whatever it likes. */
export function severalIn(text: string): boolean {
  if (/^["“„«].+["“”»]$/.test(text)) return false;
  const bare = text.replace(/[,;،؛\s]+$/, "").replace(/\s+#\s.*$/, "");
  if (SEPARATOR.test(bare)) return !/^\S*[/?]\S*$/.test(bare);
  const parts = bare.replace(HOST_LINE, "").split(/\s+/);
  return parts.length > 1 && parts.every((part) => NAMED.test(part));
}

/** An entry without what it was copied with: a remark, quotation marks, tags, `mailto:`, `//host`, a port, another list's signs. */
export function asPasted(text: string): string {
  const bare = text
    .replace(/\s+#\s.*$/, "")
    .replace(/[,;،؛]+$/, "")
    .replace(QUOTED, "")
    .replace(HOST_LINE, "")
    .replace(AD_RULE, "$1")
    .trim();
  const plain = bare.replace(TAGS, "");
  const address = (ADDRESSED.exec(plain)?.[1] ?? plain).replace(/^(?:mailto|tel|sms):/i, "").trim();
  return address
    .replace(/^[/\\]{2}(?=[^/\\\s])/, "https://")
    .replace(/^([^\s/:]+\.[^\s/:]+):\d{1,5}(?=\/|$)/, "$1")
    .replace(/^([^\s/]+\.[^\s/.]+)\.$/, "$1");
}
