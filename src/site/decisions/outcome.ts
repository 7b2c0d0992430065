import type { AlreadyDecided } from "../../contract/decision.ts";
import type { CommentView } from "../../contract/views.ts";

/** Why a decision was not taken. */
export type Refusal =
  | { readonly reason: "unknown_comment" }
  | { readonly reason: "nothing_to_undo" }
  | { readonly reason: "already_decided"; readonly standing: AlreadyDecided };

export type Decided =
  | { readonly ok: true; readonly comment: CommentView; readonly changed: boolean }
  | ({ readonly ok: false } & Refusal);
