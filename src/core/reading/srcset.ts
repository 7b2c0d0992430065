import type { Link } from "./link.ts";
import { targetAt } from "./url-in-text.ts";

/** Candidates that are looked at. */
const MOST = 100;
const SRCSET = /srcset\s{0,20}=\s{0,20}(?:"([^"<>]*)|'([^'<>]*)|([^\s"'<>]+))/dgi;
/** A comma parts them where a blank is before or after it, or an address of another site begins. */
const FURTHER = /,(?:\s+|(?=\s{0,20}(?:https?:)?[/\\]{2}))/g;

/** Where an image lies besides: of several candidates a browser takes the one that fits the screen. The first is a target like any. */
export function furtherImages(text: string): Link[] {
  const found: Link[] = [];
  let looked = 0;
  for (const { indices } of text.matchAll(SRCSET)) {
    const [from, to] = indices?.[1] ?? indices?.[2] ?? indices?.[3] ?? [0, 0];
    for (const { 0: comma, index } of text.slice(from, to).matchAll(FURTHER)) {
      if (++looked > MOST) return found;
      const { link } = targetAt(text, from + index + comma.length);
      if (link) found.push(link);
    }
  }
  return found;
}
