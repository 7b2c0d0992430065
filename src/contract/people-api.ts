import * as z from "zod";
import { type MemberView, memberLanguages, memberName } from "./members.ts";
import { roles } from "./roles.ts";

const time = z.string().meta({ description: "RFC 3339." });
const used = time.nullable().meta({ description: "RFC 3339; null: never." });

/** A person as the API tells of her. */
export const person = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    language: z.enum(memberLanguages).nullable(),
    roles,
    createdAt: time,
    joinedAt: used.meta({ description: "When she first signed in; null: not yet." }),
    invitedUntil: time.nullable().meta({ description: "Until when her link is good; null: none waits." }),
    passkeys: z.array(
      z.object({ id: z.string(), name: z.string(), host: z.string(), createdAt: time, usedAt: used }),
    ),
    telegrams: z.array(z.object({ bot: z.string(), linkedAt: time })).meta({
      description:
        "Telegram accounts that decide in her name, by the number of the bot that they press the buttons of.",
    }),
  })
  .meta({ id: "Person" });

export const personToken = z
  .object({ id: z.string(), name: z.string(), createdAt: time, usedAt: used })
  .meta({ id: "PersonalToken" });

export const personSession = z
  .object({ id: z.string(), device: z.string(), way: z.string(), openedAt: time, usedAt: time })
  .meta({ id: "PersonSession" });

export const personInvited = z
  .object({
    link: z.string().meta({ description: "Lets in whoever opens it, once; told now and never again." }),
    until: time,
  })
  .meta({ id: "Invitation" });

export const tokenRequest = z.object({ name: memberName }).meta({ id: "PersonalTokenRequest" });

export const tokenMade = z
  .object({ id: z.string(), token: z.string().meta({ description: "Told now and never again." }) })
  .meta({ id: "PersonalTokenMade" });

const date = (at: number) => new Date(at).toISOString();
const dateOr = (at: number | null | undefined) => (at === null || at === undefined ? null : date(at));

export const personView = ({
  member,
  invitedUntil,
  passkeys,
  telegrams,
}: MemberView): z.output<typeof person> => ({
  id: member.id,
  name: member.name,
  email: member.email,
  language: member.language,
  roles: member.roles,
  createdAt: date(member.createdAt),
  joinedAt: dateOr(member.joinedAt),
  invitedUntil: dateOr(invitedUntil),
  passkeys: passkeys.map(({ id, name, host, createdAt, usedAt }) => ({
    id,
    name,
    host,
    createdAt: date(createdAt),
    usedAt: dateOr(usedAt),
  })),
  telegrams: telegrams.map(({ bot, linkedAt }) => ({ bot, linkedAt: date(linkedAt) })),
});

export const tokenViews = ({ tokens }: MemberView): z.output<typeof personToken>[] =>
  tokens.map(({ id, name, createdAt, usedAt }) => ({
    id,
    name,
    createdAt: date(createdAt),
    usedAt: dateOr(usedAt),
  }));

export const sessionViews = ({ sessions }: MemberView): z.output<typeof personSession>[] =>
  sessions.map(({ id, device, way, openedAt, usedAt }) => ({
    id,
    device,
    way,
    openedAt: date(openedAt),
    usedAt: date(usedAt),
  }));
