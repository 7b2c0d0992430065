import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as z from "zod";
import type { App, AppContext } from "../../context.ts";
import {
  type MemberFault,
  type MemberView,
  memberId,
  memberPatch,
  memberRequest,
} from "../../contract/members.ts";
import {
  person,
  personInvited,
  personSession,
  personToken,
  personView,
  sessionViews,
  tokenMade,
  tokenRequest,
  tokenViews,
} from "../../contract/people-api.ts";
import { invite, withdraw } from "../../service/people/invitations.ts";
import {
  addMember,
  changeMember,
  findMember,
  makeToken,
  members,
  removeMember,
  removeToken,
} from "../../service/people/members.ts";
import { unlinkTelegram } from "../../service/people/telegram.ts";
import { closeAllOf } from "../../service/sessions.ts";
import { jsonBody } from "../guards/body.ts";
import { problem } from "../problem.ts";
import { failures, json } from "./responses.ts";

const tags = ["People"];
const params = z.object({ person: memberId });
const body = <T extends z.ZodType>(schema: T) => ({
  body: { required: true as const, content: { "application/json": { schema } } },
});
const path = "/v1/people/{person}";

const list = createRoute({
  method: "get",
  path: "/v1/people",
  summary: "List the people",
  tags,
  responses: { 200: json(z.object({ people: z.array(person) }), "Everybody.") },
});

const add = createRoute({
  method: "post",
  path: "/v1/people",
  summary: "Add a person",
  description: "She cannot sign in before she is sent an invitation.",
  tags,
  middleware: jsonBody(),
  request: body(memberRequest),
  responses: { 201: json(person, "Added."), ...failures(400, 409, 413, 415, 422) },
});

const change = createRoute({
  method: "patch",
  path,
  summary: "Change a person",
  description: "Only what is sent is changed; roles as a whole. It counts from her next request on.",
  tags,
  middleware: jsonBody(),
  request: { params, ...body(memberPatch) },
  responses: { 200: json(person, "As she is now."), ...failures(400, 404, 409, 413, 415, 422) },
});

const remove = createRoute({
  method: "delete",
  path,
  summary: "Take a person out",
  description: "Her sessions end at once. Her name stays beside what she decided.",
  tags,
  request: { params },
  responses: { 204: { description: "Gone." }, ...failures(404, 409, 422) },
});

const makeInvitation = createRoute({
  method: "post",
  path: `${path}/invitation`,
  summary: "Make an invitation",
  description: "A link that lets her in once, within seven days. The one before is no good any more.",
  tags,
  request: { params },
  responses: { 201: json(personInvited, "The link."), ...failures(404, 422) },
});

const withdrawInvitation = createRoute({
  method: "delete",
  path: `${path}/invitation`,
  summary: "Withdraw an invitation",
  tags,
  request: { params },
  responses: { 204: { description: "Withdrawn." }, ...failures(404, 422) },
});

const listTokens = createRoute({
  method: "get",
  path: `${path}/tokens`,
  summary: "List a person's tokens",
  tags,
  request: { params },
  responses: { 200: json(z.object({ tokens: z.array(personToken) }), "Her tokens."), ...failures(404, 422) },
});

const addToken = createRoute({
  method: "post",
  path: `${path}/tokens`,
  summary: "Make a token for a person",
  description: "It signs her in on the pages. Who made it stands in the history.",
  tags,
  middleware: jsonBody(),
  request: { params, ...body(tokenRequest) },
  responses: { 201: json(tokenMade, "The token."), ...failures(400, 404, 413, 415, 422) },
});

const endToken = createRoute({
  method: "delete",
  path: `${path}/tokens/{id}`,
  summary: "Remove a person's token",
  tags,
  request: { params: params.extend({ id: z.string().max(64) }) },
  responses: { 204: { description: "Removed." }, ...failures(404, 422) },
});

const listSessions = createRoute({
  method: "get",
  path: `${path}/sessions`,
  summary: "Where a person is signed in",
  tags,
  request: { params },
  responses: {
    200: json(z.object({ sessions: z.array(personSession) }), "Her sessions."),
    ...failures(404, 422),
  },
});

const endSessions = createRoute({
  method: "delete",
  path: `${path}/sessions`,
  summary: "Sign a person out everywhere",
  tags,
  request: { params },
  responses: { 200: json(z.object({ ended: z.int() }), "Ended."), ...failures(404, 422) },
});

const unlink = createRoute({
  method: "delete",
  path: `${path}/telegram`,
  summary: "Unlink a person's Telegram accounts",
  description: "From now on no button in a message decides in her name.",
  tags,
  request: { params },
  responses: { 200: json(z.object({ unlinked: z.int() }), "Unlinked."), ...failures(404, 422) },
});

const unknown = () => problem(404, { detail: "There is no such person." });

async function viewOf(c: AppContext, id: string): Promise<MemberView> {
  const view = await findMember(c.var.services, id);
  if (!view) throw unknown();
  return view;
}

const refusals: Readonly<Record<MemberFault, { readonly pointer: string; readonly detail: string }>> = {
  "name taken": { pointer: "#/name", detail: "another person has this name" },
  "email taken": { pointer: "#/email", detail: "another person has this address" },
  "last owner": { pointer: "#/roles", detail: "somebody must be left who owns all sites" },
  "too many": { pointer: "", detail: "there are too many people" },
};

const conflict = (fault: MemberFault) =>
  problem(409, { detail: `${refusals[fault].detail}.`, errors: [refusals[fault]] });

export function peopleRoutes(app: OpenAPIHono<App>): void {
  app.openapi(list, async (c) => c.json({ people: (await members(c.var.services)).map(personView) }, 200));

  app.openapi(add, async (c) => {
    const added = await addMember(c.var.services, c.req.valid("json"));
    if (typeof added === "string") throw conflict(added);
    return c.json(personView(await viewOf(c, added.id)), 201);
  });

  app.openapi(change, async (c) => {
    const { person: id } = c.req.valid("param");
    const changed = await changeMember(c.var.services, id, c.req.valid("json"));
    if (typeof changed === "string") throw conflict(changed);
    return c.json(personView(await viewOf(c, id)), 200);
  });

  app.openapi(remove, async (c) => {
    const removed = await removeMember(c.var.services, c.req.valid("param").person);
    if (removed === "last owner") throw conflict(removed);
    if (!removed) throw unknown();
    return c.body(null, 204);
  });

  app.openapi(makeInvitation, async (c) => {
    const made = await invite(c.var.services, c.req.valid("param").person);
    if (!made) throw unknown();
    const link = `${c.var.services.origin}${made.path}`;
    return c.json({ link, until: new Date(made.until).toISOString() }, 201);
  });

  app.openapi(withdrawInvitation, async (c) => {
    if (!(await withdraw(c.var.services, c.req.valid("param").person)))
      throw problem(404, { detail: "No invitation of such a person waits." });
    return c.body(null, 204);
  });

  app.openapi(listTokens, async (c) =>
    c.json({ tokens: tokenViews(await viewOf(c, c.req.valid("param").person)) }, 200),
  );

  app.openapi(addToken, async (c) => {
    const made = await makeToken(c.var.services, c.req.valid("param").person, c.req.valid("json").name);
    if (!made) throw unknown();
    return c.json(made, 201);
  });

  app.openapi(endToken, async (c) => {
    const { person: id, id: token } = c.req.valid("param");
    if (!(await removeToken(c.var.services, id, token)))
      throw problem(404, { detail: "There is no such person or token." });
    return c.body(null, 204);
  });

  app.openapi(listSessions, async (c) =>
    c.json({ sessions: sessionViews(await viewOf(c, c.req.valid("param").person)) }, 200),
  );

  app.openapi(endSessions, async (c) => {
    const { member } = await viewOf(c, c.req.valid("param").person);
    return c.json({ ended: await closeAllOf(c.var.services, member.id) }, 200);
  });

  app.openapi(unlink, async (c) => {
    const { member } = await viewOf(c, c.req.valid("param").person);
    return c.json({ unlinked: await unlinkTelegram(c.var.services, member.id) }, 200);
  });
}
