import dns from "node:dns";

/**
 * Lets names below localhost be found: `KEY.localhost` is nobody's to resolve on most machines, and old clients know no other form. For
 * the whole process, as clients leave the look-up to Node.
 */
export function resolveBelowLocalhost(): void {
  const original = dns.lookup;
  const lookup = (name: string, ...rest: unknown[]): void => {
    const host = name.endsWith(".localhost") ? "127.0.0.1" : name;
    (original as (...given: unknown[]) => void)(host, ...rest);
  };
  Object.assign(dns, { lookup });
}
