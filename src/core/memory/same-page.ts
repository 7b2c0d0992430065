/** What is added to an address on the way, and leads nowhere else. */
const ADDED = /^(?:utm_[a-z_]+|fbclid|gclid|msclkid|mc_[ce]id|replytocom)$/i;

/** A page's address in one form: without the scheme, `www.`, a fragment, what was added on the way, and the last slash. */
export function samePage(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const [address = "", query] = url.replace(/#.*$/s, "").split(/\?(.*)/s, 2);
  const kept = (query ?? "")
    .split("&")
    .filter((part) => part !== "" && !ADDED.test(part.split("=", 1)[0] ?? ""));
  const bare = address.replace(/^https?:\/\/(?:www\.)?([^/]*)/i, (_, host: string) => host.toLowerCase());
  return bare.replace(/\/+$/, "") + (kept.length > 0 ? `?${kept.join("&")}` : "");
}
