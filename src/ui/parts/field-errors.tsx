import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";
import { faultPatterns } from "./patterns.ts";
import { said } from "./words.tsx";

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

/** What was not accepted, by field. `id`: it stands at a field, which need not be named again. */
export const FieldErrors: FC<{ errors: readonly FieldError[]; id?: string }> = ({ errors, id }) => {
  const { faults, sites } = useMessages();
  const nameOf = (pointer: string) => fieldOf(pointer, id !== undefined, { ...sites, ...faults });
  return errors.length === 0 ? null : (
    <ul class="fault plain" {...(id === undefined ? { role: "alert" } : { id })}>
      {errors.map(({ pointer, detail }) => (
        <li>
          {nameOf(pointer)}
          <bdi>{said(faultPatterns, faults.said, detail) ?? detail}</bdi>
        </li>
      ))}
    </ul>
  );
};

interface Names {
  readonly theForm: string;
  readonly line: (n: number) => string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A field, and of one that holds a list the line. */
function fieldOf(pointer: string, stands: boolean, { theForm, line, fields }: Names): string {
  const parts = pointer.replace(/^#\/?/, "").split("/");
  const at = parts.find((part) => /^\d+$/.test(part));
  const named = parts.filter((part) => part !== at && part !== "").at(-1);
  const place = at === undefined ? [] : [line(Number(at) + 1)];
  const name = named === undefined ? theForm : (fields[named] ?? named);
  const said = [...(stands ? [] : [name]), ...place];
  return said.length === 0 ? "" : `${said.join(", ")}: `;
}
