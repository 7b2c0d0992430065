import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";

/** At a wave: later ones are decided as it is, unless one takes the tick out. */
export const LaterOnes: FC<{ form: string }> = ({ form }) => {
  const { waves } = useMessages();
  return (
    <p class="part opts">
      <label>
        <input class="box" type="checkbox" name="later" form={form} value="1" checked />
        <span>
          {waves.later} <span class="dim">{waves.laterHint}</span>
        </span>
      </label>
    </p>
  );
};
