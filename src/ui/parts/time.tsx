import { type FC, useContext } from "hono/jsx";
import { PageLanguage } from "../messages/messages.ts";
import { ago } from "./words.ts";

/** A moment, milliseconds since 1970; in UTC, which a script turns into the reader's own time. */
export const Time: FC<{ at: number }> = ({ at }) => {
  const date = new Date(at);
  return (
    <time datetime={date.toISOString()} title={date.toUTCString()}>
      {date.toISOString().slice(0, 16).replace("T", " ")}
    </time>
  );
};

/**
 * How long ago a moment was; the moment itself is its title. The script keeps it true while the page is open.
 */
export const Ago: FC<{ at: number; now: number }> = ({ at, now }) => {
  const { tag } = useContext(PageLanguage);
  const date = new Date(at);
  return (
    <time datetime={date.toISOString()} title={date.toUTCString()} data-relative>
      {ago(tag, at, now)}
    </time>
  );
};
