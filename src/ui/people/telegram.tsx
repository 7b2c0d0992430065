import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Time } from "../parts/words.tsx";

export interface TelegramProps {
  /** Since when her account is linked, milliseconds since 1970; undefined: it is not. */
  readonly linked: number | undefined;
}

/** Somebody's Telegram account, whose buttons decide under her name. */
export const Telegram: FC<TelegramProps> = ({ linked }) => {
  const { telegram: text } = useMessages().mails;
  return (
    <section class="card narrow" id="telegram">
      <h2>{text.title}</h2>
      <p class="hint">{text.hint}</p>
      {linked === undefined ? null : (
        <p>
          {text.linked} <Time at={linked} />{" "}
          <Form class="inline" action="/account/telegram/remove">
            <button class="quiet" type="submit">
              {text.remove}
            </button>
          </Form>
        </p>
      )}
      <Form action="/account/telegram">
        <button type="submit">{linked === undefined ? text.make : text.another}</button>
      </Form>
    </section>
  );
};
