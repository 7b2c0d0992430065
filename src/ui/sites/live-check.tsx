import { type Child, type FC, useContext } from "hono/jsx";
import type { SiteView } from "../../contract/site.ts";
import type { Connected } from "../../service/connected.ts";
import type { TestComment } from "../../service/test-comment.ts";
import { EventTold } from "../deliveries/event-told.tsx";
import { PageLanguage, useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Icon } from "../parts/icon.tsx";
import { commentPath } from "../parts/paths.ts";
import { visible } from "../parts/text.tsx";
import { Ago, percentOf } from "../parts/words.tsx";

interface Props {
  readonly site: SiteView;
  readonly connected: Connected;
  readonly now: number;
}

/** What became of a test comment; a word: nobody judged it. */
export type Tested = TestComment | "unavailable";

/** Whether the blog is heard and hears: what came so far, and what is waited for. The page's script asks again. */
export const LiveCheck: FC<Props & { tested: Tested | undefined }> = ({ tested, ...props }) => {
  const { wire } = useMessages();
  return (
    <section class="sheet live" aria-label={wire.live} data-check={`/sites/${props.site.id}/wire/check`}>
      <header>
        <h2>{wire.live}</h2>
        <a class="again" href={`/sites/${props.site.id}/wire#steps`}>
          {wire.again}
        </a>
        <small class="dim needs-script" hidden>
          {wire.asks}
        </small>
      </header>
      <LiveSteps {...props} />
      <Form class="test" action={`/sites/${props.site.id}/wire/test`}>
        <button class="btn" type="submit">
          {wire.sendTest}
        </button>{" "}
        <small class="dim">{wire.testHint}</small>
      </Form>
      {tested ? <TestTold tested={tested} /> : null}
    </section>
  );
};

/** How a comment that is stored nowhere was judged, and what the webhook says to a test event. */
const TestTold: FC<{ tested: Tested }> = ({ tested }) => {
  const { wire, words } = useMessages();
  const { tag } = useContext(PageLanguage);
  if (tested === "unavailable")
    return (
      <p class="fault" role="status">
        {wire.notTested}
      </p>
    );
  const { answer, ms, reply } = tested;
  const judged = wire.verdict(words.outcomes[answer.outcome], percentOf(tag, answer.probability));
  return (
    <>
      <p class="notice" role="status">
        {wire.tested(judged, String(ms))}
      </p>
      {reply ? <EventTold reply={reply} /> : null}
    </>
  );
};

/** The steps alone, as the script puts them in place. */
export const LiveSteps: FC<Props> = (props) => {
  const { connected } = props;
  const { comment, decided } = connected;
  const reached = [
    connected.keyAt !== null || comment !== undefined || props.site.settings.form,
    comment !== undefined,
    isTold(connected),
  ];
  const first = reached.indexOf(false);
  const at = (step: number) => (reached[step] ? "done" : step === first ? "now" : "later");
  return (
    <ol id="steps" aria-live="polite" data-done={first === -1 ? "" : undefined}>
      <Key {...props} state={at(0)} />
      <Comment {...props} state={at(1)} />
      <Told {...props} state={at(2)} decided={decided} />
      <Acts {...props} />
    </ol>
  );
};

const isTold = ({ decided, isSent }: Connected): boolean =>
  decided !== undefined && (!isSent || decided.told?.delivered === true);

type State = "done" | "now" | "later";

const Step: FC<{ state: State; title: string; at?: number | undefined; now: number; children?: Child }> = ({
  state,
  title,
  at,
  now,
  children,
}) => (
  <li class={state}>
    {state === "done" ? <Icon name="check" /> : <i />}
    <h3>{title}</h3>
    {at === undefined ? <span /> : <Ago at={at} now={now} />}
    {children ? <p>{children}</p> : null}
  </li>
);

const Key: FC<Props & { state: State }> = ({ site, connected: { keyAt, client }, now, state }) => {
  const { wire } = useMessages();
  if (site.settings.form) return <Step state={state} title={wire.formOn} now={now} />;
  return (
    <Step
      state={state}
      title={state === "done" ? wire.keyUsed : wire.waitsForKey}
      at={keyAt ?? undefined}
      now={now}
    >
      {client ? <bdi>{client}</bdi> : null}
    </Step>
  );
};

/** Characters of a comment that are shown. */
const MOST_TEXT = 60;

const Comment: FC<Props & { state: State }> = ({ connected: { comment }, now, state }) => {
  const { wire, words } = useMessages();
  const { tag } = useContext(PageLanguage);
  if (!comment) return <Step state={state} title={wire.waitsForComment} now={now} />;
  const { author, content } = comment.comment;
  const { outcome, probability } = comment.verdict;
  const judged = words.outcomes[comment.would ?? outcome];
  return (
    <Step state={state} title={wire.received} at={comment.arrived} now={now}>
      <a href={commentPath(comment)}>
        <bdi>{visible(content.slice(0, MOST_TEXT))}</bdi>
      </a>
      {" · "}
      <bdi>{visible(author.name || words.noName)}</bdi>
      {" · "}
      {wire.verdict(judged, percentOf(tag, probability))}
    </Step>
  );
};

const Told: FC<Props & { state: State; decided: Connected["decided"] }> = ({
  site,
  connected: { isSent },
  decided,
  now,
  state,
}) => {
  const { wire } = useMessages();
  const { told } = decided ?? {};
  if (state === "done")
    return isSent ? (
      <Step state={state} title={wire.sentBack} at={told?.at} now={now}>
        {told?.status ? wire.answered(told.status) : null}
      </Step>
    ) : (
      <Step state={state} title={wire.inFeed} at={decided?.at} now={now} />
    );
  return (
    <Step state={state} title={wire.waitsForDecision} now={now}>
      {told ? (
        <a href={`/sites/${site.id}/deliveries`}>{wire.notTaken}</a>
      ) : (
        <a href={`/queue?site=${site.id}`}>{wire.decideOne}</a>
      )}
    </Step>
  );
};

const Acts: FC<Props> = ({ site, now }) => {
  const { wire } = useMessages();
  const isOn = site.settings.mode === "enforce";
  return (
    <Step state={isOn ? "done" : "later"} title={isOn ? wire.itDecides : wire.onlyWatches} now={now}>
      <a href={`/sites/${site.id}#mode`}>{isOn ? wire.toWatch : wire.toDecide}</a>
    </Step>
  );
};
