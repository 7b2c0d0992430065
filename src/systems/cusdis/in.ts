import * as z from "zod";
import { mail, ownId, text, webAddress } from "../fields.ts";
import { byPassword } from "../proof.ts";
import { type Inward, reading } from "../system.ts";

/** Cusdis tells no id of a comment but inside the token of the link that approves it. */
const approval = z.string().transform((link, context) => {
  const token = URL.canParse(link) ? (new URL(link).searchParams.get("token") ?? "") : "";
  const comment = token.length <= 8192 ? ownId.safeParse(payloadOf(token)?.commentId) : undefined;
  if (comment?.success) return { token, comment: comment.data };
  context.addIssue({ code: "custom", message: "a link whose token names a comment" });
  return z.NEVER;
});

const body = z.object({
  type: z.literal("new_comment"),
  data: z.object({
    by_nickname: text,
    by_email: text,
    content: z.string(),
    page_id: text,
    page_title: text,
    approve_link: approval,
  }),
});

/** Cusdis' webhook. It signs nothing; the secret is the password in the webhook's address. */
export const cusdisIn: Inward = {
  isFrom: byPassword,
  ...reading(body, ({ data }) => ({
    what: "comment",
    submission: {
      id: data.approve_link.comment,
      format: "markdown",
      content: data.content,
      post: { url: webAddress(data.page_id), title: data.page_title },
      author: { name: data.by_nickname, email: mail(data.by_email) },
    },
    reference: data.approve_link.token,
  })),
};

/** What a JSON Web Token says; whether it is true, its maker knows. */
function payloadOf(token: string): { readonly commentId?: unknown } | undefined {
  const [, payload = ""] = token.split(".");
  try {
    return JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
  } catch {
    return undefined;
  }
}
