import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";

interface Props {
  /** The form that decides. */
  readonly form: string;
  /** Where the wave links. */
  readonly domains: readonly string[];
}

/** At a wave: later ones are decided as it is, unless one takes the tick out; and where it links can be blocked along with it. */
export const LaterOnes: FC<Props> = ({ form, domains }) => {
  const { waves } = useMessages();
  return (
    <div class="part opts">
      <label>
        <input class="box" type="checkbox" name="later" form={form} value="1" checked />
        <span>
          {waves.later} <span class="dim">{waves.laterHint}</span>
        </span>
      </label>
      {domains.length === 0 ? null : (
        <label>
          <input class="box" type="checkbox" name="block" form={form} value="1" />
          <span>
            {waves.block(domains.length)}{" "}
            <bdi class="dim" dir="ltr">
              {domains.join(", ")}
            </bdi>
          </span>
        </label>
      )}
    </div>
  );
};
