import type { FC } from "hono/jsx";
import type { Compared, Said } from "../../contract/insight.ts";
import type { Outcome } from "../../core/judging/verdict.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";

const DAY = 86_400_000;
/** So long log-only mode is tried before it is judged. */
const TRIAL_DAYS = 7;

interface Props extends Pick<Compared, "counts" | "since"> {
  readonly site: string;
  readonly now: number;
}

/** Log-only mode as a trial: what would have been, had Hamlet decided, and the button that lets it. */
export const Trial: FC<Props> = ({ site, counts, since, now }) => {
  const { trial: text } = useMessages().akismet;
  const count = (is: (would: Outcome, said: Said) => boolean) =>
    counts.filter(({ would, said }) => is(would, said)).reduce((sum, one) => sum + one.count, 0);
  const days = since === null ? 0 : Math.floor((now - since) / DAY);
  if (since === null || days < TRIAL_DAYS)
    return (
      <section class="notice">
        <p>{text.running(days, TRIAL_DAYS)}</p>
      </section>
    );
  return (
    <section class="notice">
      <p>
        {text.had(
          days,
          count(() => true),
        )}{" "}
        {text.seen(count((would) => would === "review"))}{" "}
        {text.lost(count((would, said) => would === "reject" && said === "published"))}{" "}
        {text.out(count((would, said) => would === "publish" && said === "spam"))}
      </p>
      <Form action={`/sites/${site}/log-only`}>
        <button class="primary" type="submit">
          {text.letIt}
        </button>{" "}
        <a href={`/sites/${site}/log-only`}>{text.details}</a>
      </Form>
    </section>
  );
};
