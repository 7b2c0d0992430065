import type { Outward } from "../system.ts";

/** Remark42's API for administrators, by the password of its setting ADMIN_PASSWD. It can delete, and nothing else. */
export const remark42Out: Outward = {
  stateOf: (status) => (status === "published" || status === "pending" ? "shown" : "deleted"),
  call: ({ id, status, reference, credential }) => {
    if (status === "published" || status === "pending")
      return "Remark42 deletes for good: what was deleted cannot be shown again";
    const [site, url] = JSON.parse(reference ?? "[]") as [string?, string?];
    if (site === undefined || url === undefined) return "Remark42 did not say on which page the comment is";
    return {
      method: "DELETE",
      path: `/api/v1/admin/comment/${encodeURIComponent(id)}?${new URLSearchParams({ site, url })}`,
      headers: { authorization: `Basic ${basic(`admin:${credential}`)}` },
    };
  },
  read: ({ status }) => (status >= 200 && status < 300 ? "delivered" : status === 404 ? "gone" : "again"),
};

const basic = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
