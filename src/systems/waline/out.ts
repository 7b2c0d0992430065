import type { Outward } from "../system.ts";

const states = { published: "approved", pending: "waiting", spam: "spam", discarded: "spam" } as const;

/** Waline's API, by an administrator's token. */
export const walineOut: Outward = {
  stateOf: (status) => states[status],
  call: ({ id, status, credential }) => ({
    method: "PUT",
    path: `/api/comment/${encodeURIComponent(id)}`,
    headers: { authorization: `Bearer ${credential}` },
    json: { status: states[status] },
  }),
  read: ({ status, answer }) => (status === 200 && /"errno":\s*0\b/.test(answer) ? "delivered" : "again"),
};
