import type { FC } from "hono/jsx";
import type { TelegramView } from "../../contract/members.ts";
import type { BotView } from "../../service/people/telegram.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Time } from "../parts/words.tsx";

export interface TelegramProps {
  /** Those by which messages of her sites come. */
  readonly bots: readonly BotView[];
  readonly linked: readonly TelegramView[];
}

/** Somebody's Telegram accounts, whose buttons decide under her name: one for each bot by which her sites' messages come. */
export const Telegram: FC<TelegramProps> = ({ bots, linked }) => {
  const { telegram: text } = useMessages().mails;
  const others = linked.filter(({ bot }) => bots.every((one) => one.bot !== bot));
  return (
    <section class="card narrow" id="telegram">
      <h2>{text.title}</h2>
      <p class="hint">{text.hint}</p>
      <ul class="plain means">
        {bots.map(({ bot, sites }) => (
          <Bot bot={bot} sites={sites} linked={linked.find((one) => one.bot === bot)} />
        ))}
        {others.map((one) => (
          <Bot bot={one.bot} sites={[]} linked={one} />
        ))}
      </ul>
    </section>
  );
};

const Bot: FC<BotView & { linked: TelegramView | undefined }> = ({ bot, sites, linked }) => {
  const { telegram: text } = useMessages().mails;
  const about = sites.join(", ") || text.noSite;
  return (
    <li>
      <div>
        <bdi>{about}</bdi>{" "}
        {linked ? (
          <small class="dim">
            {text.linked} <Time at={linked.linkedAt} />
          </small>
        ) : null}
      </div>{" "}
      {linked ? (
        <Form class="inline" action="/account/telegram/remove">
          <input type="hidden" name="bot" value={bot} />
          <button class="quiet" type="submit">
            {text.remove} <span class="unseen">{about}</span>
          </button>
        </Form>
      ) : null}
      {sites.length === 0 ? null : (
        <Form class="inline" action="/account/telegram">
          <input type="hidden" name="bot" value={bot} />
          <button type="submit">
            {linked ? text.another : text.make} <span class="unseen">{about}</span>
          </button>
        </Form>
      )}
    </li>
  );
};

/** The same of a member, for whoever owns all sites: nothing if none is linked. */
export const LinkedTelegrams: FC<{ path: string; telegrams: readonly TelegramView[] }> = ({
  path,
  telegrams,
}) => {
  const { telegram: text } = useMessages().mails;
  if (telegrams.length === 0) return null;
  return (
    <section class="card narrow" id="telegram">
      <h2>{text.title}</h2>
      <p class="hint">{text.others}</p>
      <ul class="plain">
        {telegrams.map(({ bot, linkedAt }) => (
          <li>
            {text.linked} <Time at={linkedAt} />{" "}
            <small class="dim">
              <bdi>{text.bot(bot)}</bdi>
            </small>
          </li>
        ))}
      </ul>
      <Form action={`${path}/telegram/remove`}>
        <button type="submit">{text.remove}</button>
      </Form>
    </section>
  );
};
