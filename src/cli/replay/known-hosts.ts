/** The corpora's blogs do not write their own addresses into each row; links to them are no link spam. */
export const hostsOf: Readonly<Record<string, readonly string[]>> = {
  "blog-joehx": ["joehxblog.com", "hendrixjoseph.github.io"],
  "blog-made-mistakes": ["mademistakes.com", "mmistakes.github.io"],
  "blog-willymcallister": ["spinningnumbers.org"],
};
