import type { FC } from "hono/jsx";
import { Form } from "./form.tsx";

/** Sends where a comment is now, or, without an id, where each is that was given up. */
export const Replay: FC<{ site: string; label: string; id?: string; back?: string }> = ({
  site,
  label,
  id,
  back,
}) => (
  <Form action={`/sites/${site}/deliveries/replay`} class="inline">
    {id === undefined ? null : <input type="hidden" name="id" value={id} />}
    {back === undefined ? null : <input type="hidden" name="back" value={back} />}
    <button class="quiet" type="submit">
      {label}
    </button>
  </Form>
);
