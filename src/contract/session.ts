import type { Way } from "./members.ts";
import type { Roles } from "./roles.ts";

/** Somebody who is signed in, as the directory knows her now. Times in milliseconds since 1970. */
export interface OpenSession {
  readonly name: string;
  /** Null: signed in with the owner's token. */
  readonly member: string | null;
  readonly roles: Roles;
  readonly way: Way;
  /** When she last proved who she is. */
  readonly proved: number;
  /** The owner's token is the way back only, and this came by it: it reaches the people and nothing else. */
  readonly isWayBack: boolean;
}

/** A session to be opened. */
export interface NewSession {
  /** Of its cookie. */
  readonly hash: string;
  readonly way: Way;
  readonly device: string;
  /** When she proved who she is, milliseconds since 1970; undefined: now. */
  readonly proved?: number | undefined;
}
