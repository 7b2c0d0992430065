import type { Outward } from "../system.ts";

/** Isso's links that moderate, each signed for one comment: activate, or delete for good. */
export const issoOut: Outward = {
  isOpen: true,
  stateOf: (status) => (status === "published" ? "active" : "hidden"),
  call: ({ id, status, reference }) => {
    if (reference === undefined) return "Isso sent no key that moderates";
    if (status === "pending") return "Isso cannot make an active comment wait again, only delete it";
    const action = status === "published" ? "activate" : "delete";
    return {
      method: "POST",
      path: `/id/${encodeURIComponent(id)}/${action}/${encodeURIComponent(reference)}`,
    };
  },
  read: ({ status }) => {
    if (status >= 200 && status < 300) return "delivered";
    if (status === 404) return "gone";
    return status === 403 ? "never" : "again";
  },
};
