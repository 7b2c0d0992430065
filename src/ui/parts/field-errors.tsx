import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";

/** A field of a form that was not accepted. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

interface NotAccepted {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

/** The fields that a schema did not accept. */
export const fieldErrors = ({ issues }: NotAccepted): readonly FieldError[] =>
  issues.map(({ path, message }) => ({ pointer: `#/${path.join("/")}`, detail: message }));

/** What was not accepted, by field. `id`: it stands at a field, which names it. */
export const FieldErrors: FC<{ errors: readonly FieldError[]; id?: string }> = ({ errors, id }) => {
  const { sites } = useMessages();
  return errors.length === 0 ? null : (
    <ul class="fault plain" {...(id === undefined ? { role: "alert" } : { id })}>
      {errors.map(({ pointer, detail }) => (
        <li>
          {fieldOf(pointer, sites)}: {detail}
        </li>
      ))}
    </ul>
  );
};

/** A field, and of one that holds a list the line. */
function fieldOf(pointer: string, text: { readonly theForm: string; readonly line: (n: number) => string }) {
  const [name = "", at] = pointer.replace(/^#\/?/, "").split("/");
  if (name === "") return text.theForm;
  if (at === undefined) return name;
  return /^\d+$/.test(at) ? `${name}, ${text.line(Number(at) + 1)}` : `${name}/${at}`;
}
