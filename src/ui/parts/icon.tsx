import { raw } from "hono/html";
import type { FC } from "hono/jsx";
import { once } from "../messages/messages.ts";

/** A drawing of /icons.svg, which says nothing that stands not beside it in words. `turn`: it points with the reading direction. */
export const Icon: FC<{ readonly name: string; readonly turn?: boolean }> = ({ name, turn }) =>
  // A list has a hundred of them, and an svg element is the dearest to render.
  once(`icon ${name} ${turn}`, () => {
    const drawing = (
      <svg class={turn ? "i turn" : "i"} aria-hidden="true">
        <use href={`/icons.svg#${name}`} />
      </svg>
    );
    return raw(String(drawing));
  });
