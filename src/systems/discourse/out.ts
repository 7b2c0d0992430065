import type { Outward } from "../system.ts";

/** Discourse's API for posts, by a key for all users. What it deletes it can bring back. */
export const discourseOut: Outward = {
  stateOf: (status) => (status === "published" || status === "pending" ? "shown" : "deleted"),
  call: ({ id, status, credential }) => {
    const headers = { "api-key": credential, "api-username": "system", accept: "application/json" };
    const post = `/posts/${encodeURIComponent(id)}`;
    return status === "published" || status === "pending"
      ? { method: "PUT", path: `${post}/recover.json`, headers }
      : { method: "DELETE", path: `${post}.json`, headers };
  },
  read: ({ status }) =>
    status >= 200 && status < 300 ? "delivered" : status === 404 || status === 410 ? "gone" : "again",
};
