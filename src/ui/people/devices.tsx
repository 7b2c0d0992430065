import type { FC } from "hono/jsx";
import type { DeviceView } from "../../contract/push.ts";
import { useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Form } from "../parts/form.tsx";

export interface DevicesProps {
  readonly devices: readonly DeviceView[];
  /** By which a browser knows whose word its push service takes. */
  readonly pushKey: string | undefined;
  readonly errors?: readonly FieldError[];
}

/** The devices on which somebody lets herself be told that comments wait. */
export const Devices: FC<DevicesProps> = ({ devices, pushKey, errors = [] }) => {
  const { mails, people } = useMessages();
  const { devices: text } = mails;
  return (
    <section class="card narrow" id="devices">
      <h2>{text.title}</h2>
      <p class="hint">{text.hint}</p>
      {devices.length === 0 ? <p class="dim">{text.none}</p> : null}
      <ul class="plain means">
        {devices.map(({ id, name, hours }) => (
          <li>
            <div>
              <bdi>{name || people.unknownDevice}</bdi> <small class="dim">{text.told(hours)}</small>
            </div>{" "}
            <Form class="inline" action="/account/devices/remove">
              <input type="hidden" name="id" value={id} />
              <button class="quiet" type="submit">
                {people.remove} <span class="unseen">{name}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <FieldErrors errors={errors} />
      <Form action="/account/devices" class="fields" data-push={pushKey ?? ""} data-failed={text.failed}>
        <input type="hidden" name="endpoint" />
        <label>
          {text.hours}
          <input name="hours" type="number" min={1} max={168} required value="6" />
        </label>
        <button class="needs-script" type="submit" hidden>
          {text.add}
        </button>
        <noscript>{text.needsScript}</noscript>
      </Form>
    </section>
  );
};
