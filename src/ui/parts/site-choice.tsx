import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";

interface Props {
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  /** The site chosen; undefined: all. */
  readonly chosen: string | undefined;
}

/** The field of a search form that asks for one site or all. */
export const SiteChoice: FC<Props> = ({ sites, chosen }) => {
  const { queue } = useMessages();
  return (
    <label>
      <span class="unseen">{queue.site}</span>
      <select name="site">
        <option value="">{queue.allSites}</option>
        {sites.map(({ id, name }) => (
          <option value={id} selected={id === chosen}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
};
