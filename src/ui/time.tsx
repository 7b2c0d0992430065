import type { FC } from "hono/jsx";

/** A moment, milliseconds since 1970; in UTC, which a script turns into the reader's own time. */
export const Time: FC<{ at: number }> = ({ at }) => {
  const date = new Date(at);
  return (
    <time datetime={date.toISOString()} title={date.toUTCString()}>
      {date.toISOString().slice(0, 16).replace("T", " ")}
    </time>
  );
};
