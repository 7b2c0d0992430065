import type { Outward } from "../system.ts";

/** The comment's site, page, root and the length of its text. */
type Place = [string?, string?, number?, number?];

/** Artalk's API for administrators, by the token that signing in gives. */
export const artalkOut: Outward = {
  stateOf: (status) => (status === "published" ? "shown" : "pending"),
  call: ({ id, status, content, reference, credential }) => {
    const [site, page, rid = 0, length] = JSON.parse(reference ?? "[]") as Place;
    if (site === undefined || page === undefined) return "Artalk did not say on which page the comment is";
    if (length !== content.length)
      return "Artalk wants the whole text with a decision, of which a part is kept here: decide on its page";
    return {
      method: "PUT",
      path: `/api/v2/comments/${encodeURIComponent(id)}`,
      headers: { authorization: `Bearer ${credential}` },
      json: {
        site_name: site,
        page_key: page,
        rid,
        content,
        is_pending: status !== "published",
        is_collapsed: false,
        is_pinned: false,
      },
    };
  },
  read: ({ status }) => (status >= 200 && status < 300 ? "delivered" : status === 404 ? "gone" : "again"),
};
