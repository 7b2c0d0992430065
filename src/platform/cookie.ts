/**
 * A cookie of a request's, as it was sent; undefined: it is not there. The others are not taken apart: a browser brings whatever
 * was ever set on the host.
 */
export function cookieOf({ headers }: Pick<Request, "headers">, name: string): string | undefined {
  const sent = headers.get("cookie") ?? "";
  let at = sent.indexOf(name);
  while (at >= 0) {
    const start = sent.lastIndexOf(";", at) + 1;
    const next = sent.indexOf(";", at);
    const end = next < 0 ? sent.length : next;
    const equals = sent.indexOf("=", at);
    if (equals >= 0 && equals < end && sent.slice(start, equals).trim() === name)
      return sent.slice(equals + 1, end).trim();
    at = sent.indexOf(name, end);
  }
  return undefined;
}
