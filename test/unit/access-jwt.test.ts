import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NewSession } from "../../src/contract/session.ts";
import { passedAccess, signInByAccess } from "../../src/service/people/access.ts";

const AUDIENCE = "a".repeat(64);
const now = Math.floor(Date.now() / 1000);

let server: Server;
let team: string;
let privateKey: CryptoKey;
let othersKey: CryptoKey;
let publicSecret: Uint8Array;

beforeAll(async () => {
  const pair = await generateKeyPair("RS256");
  privateKey = pair.privateKey;
  othersKey = (await generateKeyPair("RS256")).privateKey;
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: "k1", use: "sig" };
  publicSecret = new TextEncoder().encode(jwk.n);
  server = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(request.url === "/cdn-cgi/access/certs" ? JSON.stringify({ keys: [jwk] }) : "{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  team = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

const claims = (change: JWTPayload = {}): JWTPayload => ({
  iss: team,
  aud: [AUDIENCE],
  iat: now - 10,
  exp: now + 600,
  email: "Anna@Mail.example",
  ...change,
});

const signed = (payload: JWTPayload, key: CryptoKey | Uint8Array = privateKey, header: object = {}) =>
  new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: "k1", ...header }).sign(key);

const whoPasses = (assertion: string | undefined, secrets: object = {}) =>
  passedAccess({ secrets: { ACCESS_TEAM: team, ACCESS_AUDIENCE: AUDIENCE, ...secrets } as never }, assertion);

describe("an assertion of Cloudflare Access", () => {
  it("names whom it let through, and when", async () => {
    expect(await whoPasses(await signed(claims()))).toEqual({
      email: "anna@mail.example",
      at: (now - 10) * 1000,
    });
  });

  const none = (change: JWTPayload) => new UnsecuredJWT(claims(change)).encode();
  it.each<[string, () => Promise<string> | string | undefined]>([
    ["is not there", () => undefined],
    ["is empty", () => ""],
    ["is none", () => "a.b.c"],
    ["is for another audience", () => signed(claims({ aud: ["b".repeat(64)] }))],
    ["is for nobody", () => signed(claims({ aud: [] }))],
    ["is of another team", () => signed(claims({ iss: "https://other.cloudflareaccess.com" }))],
    ["has expired", () => signed(claims({ exp: now - 1 }))],
    ["never expires", () => signed(claims({ exp: undefined as never }))],
    ["is not good yet", () => signed(claims({ nbf: now + 600 }))],
    ["names no address", () => signed(claims({ email: undefined }))],
    ["names what is no address", () => signed(claims({ email: "anna" }))],
    ["names more than one", () => signed(claims({ email: ["anna@mail.example"] }))],
    ["is signed by somebody else", () => signed(claims(), othersKey)],
    ["is signed with a key that the team has not", () => signed(claims(), othersKey, { kid: "k2" })],
    ["is signed by nothing", () => none({})],
    [
      "is signed with what is public",
      () => new SignJWT(claims()).setProtectedHeader({ alg: "HS256", kid: "k1" }).sign(publicSecret),
    ],
    ["is too long", async () => signed(claims({ more: "x".repeat(9_000) }))],
  ])("lets nobody in that %s", async (_, make) => {
    expect(await whoPasses(await make())).toBeUndefined();
  });

  it("signs in as of when she signed in there: who may do all must not be made so by one click", async () => {
    const sessions: NewSession[] = [];
    const directoryObject = {
      memberWithMail: async (email: string) => ({ id: email }),
      openFor: async (_: string, session: NewSession) => sessions.push(session),
    };
    const secrets = { ACCESS_TEAM: team, ACCESS_AUDIENCE: AUDIENCE, HAMLET_SECRET: "s".repeat(40) };
    const services = { secrets, directoryObject } as never;
    const assertion = await signed(claims({ iat: now - 3_600 }));
    expect(await signInByAccess(services, assertion, "")).toMatch(/^[0-9a-f]{64}\./);
    expect(sessions).toMatchObject([{ way: "access", proved: (now - 3_600) * 1000 }]);
  });

  it("says nothing where Access is not set up", async () => {
    const assertion = await signed(claims());
    expect(await whoPasses(assertion, { ACCESS_AUDIENCE: undefined })).toBeUndefined();
    expect(await whoPasses(assertion, { ACCESS_TEAM: undefined })).toBeUndefined();
  });
});
