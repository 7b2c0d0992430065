import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import type { MemberFault } from "../../contract/members.ts";
import { EVERYWHERE } from "../../contract/roles.ts";
import { invite, withdraw } from "../../service/people/invitations.ts";
import {
  addMember,
  changeMember,
  findMember,
  isTokenWayBack,
  members,
  removeMember,
  removeToken,
  setTokenWayBack,
} from "../../service/people/members.ts";
import { removePasskey } from "../../service/people/passkeys.ts";
import { unlinkTelegram } from "../../service/people/telegram.ts";
import { actingAs } from "../../service/services.ts";
import { closeAllOf, closeOneOf } from "../../service/sessions.ts";
import { findSite, sites } from "../../service/sites.ts";
import { messagesOf } from "../messages/language.ts";
import { type FieldError, fieldErrors } from "../parts/field-errors.tsx";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import { readMember } from "./member-fields.tsx";
import { MemberPage } from "./member-page.tsx";
import { becomes } from "./own-account.ts";
import { PeoplePage } from "./people-page.tsx";
import { roleIn, SitePeoplePage } from "./site-people-page.tsx";

type PeopleShown = Partial<Pick<Parameters<typeof PeoplePage>[0], "errors" | "typed" | "fault">>;
type MemberShown = Partial<Pick<Parameters<typeof MemberPage>[0], "errors" | "typed" | "saved" | "link">>;

/** The pages on which an owner says who moderates here, and what each may. */
export function peopleRoutes(app: Hono<App>): void {
  app.get("/people", (c) => showAll(c));
  app.post("/people", add);
  app.post("/account/own", own);
  app.post("/account/owners-token", async (c) => {
    const { daily } = await c.req.parseBody();
    const done = await setTokenWayBack(c.var.services, daily === "off");
    return done ? c.redirect("/people", 303) : showAll(c, { fault: messagesOf(c).people.noOwnerYet }, 409);
  });
  app.get("/sites/:site/people", showOfSite);
  app.get("/people/:person", (c) => showOne(c, { saved: c.req.query("saved") === "1" }));
  app.post("/people/:person", change);
  app.post("/people/:person/remove", async (c) => {
    const removed = await removeMember(c.var.services, personOf(c));
    if (removed === "last owner") return showOne(c, { errors: [faultOf(c, "last owner")] });
    return removed ? c.redirect("/people", 303) : gone(c);
  });
  app.post("/people/:person/invitation", async (c) => {
    const made = await invite(c.var.services, personOf(c));
    return made ? showOne(c, { link: `${c.var.services.origin}${made.path}` }) : gone(c);
  });
  app.post("/people/:person/invitation/withdraw", (c) => done(c, withdraw(c.var.services, personOf(c))));
  app.post("/people/:person/passkeys/remove", async (c) => {
    const { id } = await c.req.parseBody();
    return done(c, removePasskey(c.var.services, personOf(c), String(id)));
  });
  app.post("/people/:person/tokens/remove", async (c) => {
    const { id } = await c.req.parseBody();
    return done(c, removeToken(c.var.services, personOf(c), String(id)));
  });
  app.post("/people/:person/sessions/end", async (c) => {
    const { id } = await c.req.parseBody();
    const { services } = c.var;
    if (typeof id === "string") return done(c, closeOneOf(services, personOf(c), id));
    return done(c, closeAllOf(services, personOf(c)));
  });
  app.post("/people/:person/telegram/remove", (c) => done(c, unlinkTelegram(c.var.services, personOf(c))));
}

const personOf = (c: AppContext): string => c.req.param("person") ?? "";
const gone = (c: AppContext) => Promise.resolve(render(c, <Missing what="person" />, 404));

async function done(c: AppContext, work: Promise<unknown>): Promise<Response> {
  await work;
  return c.redirect(`/people/${personOf(c)}?saved=1`, 303);
}

/** Who reaches one site, for whoever owns it. */
async function showOfSite(c: AppContext): Promise<Response> {
  const { services } = c.var;
  const [site, all] = await Promise.all([findSite(services, c.req.param("site") ?? ""), members(services)]);
  if (!site) return render(c, <Missing what="site" />, 404);
  const people = all.flatMap(({ member: { id, name, roles } }) => {
    const here = roleIn(roles, site.id);
    return here ? [{ id, name, ...here }] : [];
  });
  return render(c, <SitePeoplePage site={site} people={people} />);
}

async function showAll(
  c: AppContext,
  shown: PeopleShown = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { services } = c.var;
  const [people, all, isWayBack] = await Promise.all([
    members(services),
    everySite(c),
    isTokenWayBack(services),
  ]);
  return render(c, <PeoplePage people={people} sites={all} isTokenWayBack={isWayBack} {...shown} />, status);
}

/** Whoever sees to the people gives roles in every site, be it that the way back reaches none itself. */
const everySite = ({ var: { services } }: AppContext) => sites(actingAs(services, services.actor, "all"));

async function showOne(c: AppContext, shown: MemberShown): Promise<Response> {
  const [view, all] = await Promise.all([findMember(c.var.services, personOf(c)), everySite(c)]);
  if (!view) return gone(c);
  const host = new URL(c.var.services.origin).hostname;
  const status = shown.errors ? 422 : 200;
  return render(c, <MemberPage view={view} sites={all} host={host} {...shown} />, status);
}

async function add(c: AppContext): Promise<Response> {
  const { typed, parsed } = readMember(await c.req.parseBody());
  if (!parsed.success) return showAll(c, { typed, errors: fieldErrors(parsed.error) }, 422);
  const added = await addMember(c.var.services, parsed.data);
  if (typeof added === "string") return showAll(c, { typed, errors: [faultOf(c, added)] }, 422);
  const made = await invite(c.var.services, added.id);
  const view = await findMember(c.var.services, added.id);
  if (!made || !view) return gone(c);
  const host = new URL(c.var.services.origin).hostname;
  const link = `${c.var.services.origin}${made.path}`;
  return render(c, <MemberPage view={view} sites={await everySite(c)} host={host} link={link} />, 201);
}

async function change(c: AppContext): Promise<Response> {
  const { typed, parsed } = readMember(await c.req.parseBody());
  if (!parsed.success) return showOne(c, { typed, errors: fieldErrors(parsed.error) });
  const changed = await changeMember(c.var.services, personOf(c), parsed.data);
  if (typeof changed === "string") return showOne(c, { typed, errors: [faultOf(c, changed)] });
  return changed ? c.redirect(`/people/${personOf(c)}?saved=1`, 303) : gone(c);
}

/** Whoever came with the owner's token makes herself an account and goes on as its owner. */
async function own(c: AppContext): Promise<Response> {
  if (c.var.session.member !== null) return c.redirect("/account", 303);
  const form = await c.req.parseBody();
  const { parsed } = readMember({ name: form.name, email: form.email, [`role ${EVERYWHERE}`]: "owner" });
  if (!parsed.success) return showAll(c, { errors: fieldErrors(parsed.error) }, 422);
  const added = await addMember(c.var.services, parsed.data);
  if (typeof added === "string") return showAll(c, { errors: [faultOf(c, added)] }, 422);
  return becomes(c, added);
}

function faultOf(c: AppContext, fault: MemberFault): FieldError {
  const { faults } = messagesOf(c).people;
  const field = { "name taken": "name", "email taken": "email", "last owner": "roles", "too many": "" }[
    fault
  ];
  return { pointer: `#/${field}`, detail: faults[fault] };
}
