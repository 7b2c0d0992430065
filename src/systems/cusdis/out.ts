import type { Outward } from "../system.ts";

/** Cusdis' link that approves: all that it lets be done without signing in, for three days. */
export const cusdisOut: Outward = {
  isOpen: true,
  stateOf: (status) => (status === "published" ? "approved" : "waiting"),
  call: ({ status, reference }) => {
    if (status !== "published")
      return "Cusdis takes no approval back by a link: if the comment is shown, delete it on its page";
    if (reference === undefined) return "Cusdis sent no link that approves";
    return { method: "GET", path: `/api/open/approve?token=${encodeURIComponent(reference)}` };
  },
  read: ({ status, answer }) => {
    if (status !== 200) return "again";
    if (answer.startsWith("Approved")) return "delivered";
    return answer.startsWith("Invalid token") ? "never" : "again";
  },
};
