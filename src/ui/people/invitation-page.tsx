import type { FC } from "hono/jsx";
import type { Member } from "../../contract/members.ts";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";

interface Props {
  /** Undefined: the link is not good any more. */
  readonly member: Member | undefined;
  /** Who is signed in in this browser. */
  readonly signedInAs: string | undefined;
}

/** What the link of an invitation shows: to open it changes nothing, the button spends it. */
export const InvitationPage: FC<Props> = ({ member, signedInAs }) => {
  const { people } = useMessages();
  if (!member)
    return (
      <Layout title={people.invitation}>
        <section class="empty">
          <h1 class="big">{people.linkGone}</h1>
          <p>{people.linkGoneHint}</p>
        </section>
      </Layout>
    );
  return (
    <Layout title={people.invitation}>
      <section class="card narrow login">
        <h1>{people.welcome(member.name)}</h1>
        <p>{people.welcomeHint}</p>
        {signedInAs === undefined ? null : <p class="notice">{people.otherSignedIn(signedInAs)}</p>}
        <form method="post" class="fields">
          <button class="primary" type="submit">
            {people.acceptAs(member.name)}
          </button>
        </form>
      </section>
    </Layout>
  );
};
