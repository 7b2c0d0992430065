import type { FC } from "hono/jsx";

/** A drawing of /icons.svg, which says nothing that stands not beside it in words. `turn`: it points with the reading direction. */
export const Icon: FC<{ readonly name: string; readonly turn?: boolean }> = ({ name, turn }) => (
  <svg class={turn ? "i turn" : "i"} aria-hidden="true">
    <use href={`/icons.svg#${name}`} />
  </svg>
);
