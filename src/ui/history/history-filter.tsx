import type { FC } from "hono/jsx";
import type { Member } from "../../contract/members.ts";
import { decisions } from "../../core/judging/decision.ts";
import { useMessages } from "../messages/messages.ts";
import { SiteChoice } from "../parts/site-choice.tsx";
import type { HistoryState } from "./history-state.ts";

export interface FilterProps {
  readonly state: HistoryState;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  /** Those who have accounts, to choose one. */
  readonly people: readonly Pick<Member, "id" | "name">[];
}

/** Which lines of the record are shown: of which site, which decision, whose. */
export const Filter: FC<FilterProps> = ({ state, sites, people }) => {
  const { history, queue, words } = useMessages();
  return (
    <form class="controls" method="get" action="/history">
      {sites.length > 1 ? <SiteChoice sites={sites} chosen={state.site} /> : null}
      <label>
        <span class="unseen">{history.decision}</span>
        <select name="decision">
          <option value="">
            {history.decision}: {history.any}
          </option>
          {[...Object.keys(decisions), "undo"].map((decision) => (
            <option value={decision} selected={decision === state.decision}>
              {words.decisions[decision as keyof typeof words.decisions]}
            </option>
          ))}
        </select>
      </label>
      {people.length === 0 ? null : (
        <label>
          <span class="unseen">{history.person}</span>
          <select name="person">
            <option value="">
              {history.person}: {history.anybody}
            </option>
            {people.map(({ id, name }) => (
              <option value={id} selected={id === state.member}>
                {name}
              </option>
            ))}
            <option value="token" selected={state.member === "token"}>
              {history.byToken}
            </option>
          </select>
        </label>
      )}
      <label>
        <span class="unseen">{history.who}</span>
        <input
          name="by"
          value={state.by ?? ""}
          placeholder={`${history.who}: ${history.anybody}`}
          maxlength={80}
        />
      </label>
      <label class="check">
        <input type="checkbox" name="machine" value="1" checked={state.machine} /> {history.machine}
      </label>
      <button class="quiet" type="submit">
        {queue.show}
      </button>
    </form>
  );
};
