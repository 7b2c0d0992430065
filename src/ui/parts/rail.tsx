import type { FC } from "hono/jsx";
import { ownsAll } from "../../contract/roles.ts";
import type { Session } from "../../service/sessions.ts";
import { useMessages } from "../messages/messages.ts";
import { initials } from "./face.tsx";
import { Icon } from "./icon.tsx";

export type Here = "queue" | "history" | "sites" | "people" | "account";

interface RailProps {
  readonly here: Here | undefined;
  /** Who is signed in. */
  readonly session: Session;
}

/** Where one can go. On a phone a menu, which opens without a script. */
export const Rail: FC<RailProps> = ({ here, session }) => {
  const { name } = session;
  const { frame } = useMessages();
  const at = (page: Here) => (page === here ? "page" : undefined);
  return (
    <header class="rail">
      <button class="home" type="button" popovertarget="nav" aria-label={frame.menu}>
        <img src="/icon.svg" alt="" width="28" height="28" />
      </button>
      <a class="home-wide" href="/queue">
        <img src="/icon.svg" alt="" width="28" height="28" />
        <span>Hamlet</span>
      </a>
      <nav class="nav" id="nav" popover aria-label={frame.pages}>
        <a href="/queue" aria-current={at("queue")}>
          <Icon name="queue" />
          {frame.queue}
        </a>
        <a href="/history" aria-current={at("history")}>
          <Icon name="clock" />
          {frame.history}
        </a>
        <a href="/sites" aria-current={at("sites")}>
          <Icon name="sites" />
          {frame.sites}
        </a>
        {session.isWayBack || ownsAll(session.roles) ? (
          <a href="/people" aria-current={at("people")}>
            <Icon name="people" />
            {frame.people}
          </a>
        ) : null}
        <a class="gap to-keys" href="/account#keys">
          <Icon name="help" />
          {frame.keys}
        </a>
        <a href="/account" aria-current={at("account")}>
          <span class="me" aria-hidden="true">
            {initials(name).slice(0, 1) || "?"}
          </span>
          <bdi class="whoami" title={name}>
            {name}
          </bdi>
        </a>
      </nav>
    </header>
  );
};
