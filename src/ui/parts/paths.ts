/** A comment's own page. */
export const commentPath = ({ site, id }: { readonly site: string; readonly id: string }): string =>
  `/queue/${site}/${encodeURIComponent(id)}`;
