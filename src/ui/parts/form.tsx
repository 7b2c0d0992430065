import { createContext, type FC, type PropsWithChildren, useContext } from "hono/jsx";
import type { Session } from "../../service/sessions.ts";

/** The session of the moderator for whom a page is made; undefined: nobody is signed in. */
export const SignedIn = createContext<Session | undefined>(undefined);

type FormProps = PropsWithChildren<{
  readonly action: string;
  readonly class?: string;
  readonly id?: string;
  readonly "aria-label"?: string;
  /** Where the page's script asks what the form would have meant. */
  readonly "data-preview"?: string;
  /** It signs out: the script asks before it deletes decisions that are not sent yet, {n} of them. */
  readonly "data-unsent"?: string;
  /** What its script asks of the browser's passkeys, and says when nothing came of it. */
  readonly "data-passkey"?: "create" | "get";
  readonly "data-options"?: string;
  readonly "data-failed"?: string;
  /** The key for the browser's push service. */
  readonly "data-push"?: string;
}>;

/**
 * A form that changes something: it brings the token of the reader's session, which no other page can know.
 */
export const Form: FC<FormProps> = ({ children, ...attributes }) => {
  const session = useContext(SignedIn);
  return (
    <form method="post" {...attributes}>
      {session ? <input type="hidden" name="csrf" value={session.csrf} /> : null}
      {children}
    </form>
  );
};
