import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";
import { Icon } from "../parts/icon.tsx";

/** A line to be copied elsewhere; with a script by one press. `id`: what it is found by. */
export const CopyLine: FC<{ text: string; name: string; id?: string }> = ({ text, name, id }) => {
  const { wire } = useMessages();
  return (
    <div class="copy">
      <code dir="ltr" id={id}>
        {text}
      </code>
      <button
        class="btn needs-script"
        type="button"
        hidden
        data-copy={text}
        data-copied={wire.copied}
        aria-label={`${wire.copy}: ${name}`}
      >
        <Icon name="copy" />
        {wire.copy}
      </button>
    </div>
  );
};
