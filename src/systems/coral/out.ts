import * as z from "zod";
import type { Outward, Subject } from "../system.ts";

/** Comments of a story that are looked through for one, the newest. */
const NEWEST = 50;
/** From this length on a text may be kept here in part. */
const MAYBE_CUT = 4_000;

const QUERY = `query ($story: ID, $first: Int) {
  comments(storyID: $story, first: $first, orderBy: CREATED_AT_DESC) {
    nodes { id body parent { id } author { id } revision { id } }
  }
}`;

const named = z.object({ id: z.string() });

const listed = z.object({
  data: z.object({
    comments: z.object({
      nodes: z.array(
        z.object({
          id: z.string(),
          body: z.string().nullable(),
          parent: named.nullish(),
          author: named.nullish(),
          revision: named.nullish(),
        }),
      ),
    }),
  }),
});

/** Coral's API, by an administrator's token. Its phase tells no id, so the comment is looked for by where, whose and what. */
export const coralOut: Outward = {
  stateOf: (status) => (status === "published" ? "shown" : status === "pending" ? "waiting" : "rejected"),
  find: {
    call: (subject) => graphql(subject, QUERY, { story: placeOf(subject).story, first: NEWEST }),
    found(answer, subject) {
      const { story, author } = placeOf(subject);
      const nodes = listed.safeParse(answer).data?.data.comments.nodes ?? [];
      const node = nodes.find(
        ({ body, parent, author: by }) =>
          by?.id === author && parent?.id === subject.parent && isSame(body ?? "", subject.content),
      );
      return node?.revision ? JSON.stringify([story, author, node.id, node.revision.id]) : undefined;
    },
  },
  call(subject) {
    const { status } = subject;
    if (status === "pending") return "Coral cannot make a comment wait again that was decided on";
    const [what, input] =
      status === "published"
        ? ["approveComment", "ApproveCommentInput"]
        : ["rejectComment", "RejectCommentInput"];
    const { comment, revision } = placeOf(subject);
    return graphql(
      subject,
      `mutation ($input: ${input}!) { ${what}(input: $input) { comment { status } } }`,
      {
        input: { commentID: comment, commentRevisionID: revision, clientMutationId: "hamlet" },
      },
    );
  },
  read: ({ status, answer }) =>
    status === 200 && /"status":\s*"(?:APPROVED|REJECTED)"/.test(answer) ? "delivered" : "again",
};

function graphql({ credential }: Subject, query: string, variables: object) {
  const headers = { authorization: `Bearer ${credential}` };
  return { method: "POST" as const, path: "/api/graphql", headers, json: { query, variables } };
}

function placeOf({ reference }: Subject) {
  const [story, author, comment, revision] = JSON.parse(reference ?? "[]") as (string | undefined)[];
  return { story, author, comment, revision };
}

const plain = (text: string) => text.replace(/[\p{Cc}\s]+/gu, " ").trim();

function isSame(there: string, here: string): boolean {
  const [a, b] = [plain(there), plain(here)];
  return a === b || (here.length >= MAYBE_CUT && a.startsWith(b));
}
