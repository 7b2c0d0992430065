import { createChallenge, extractParams, type verifySolution as Verify, verifySolution } from "altcha-lib/v1";
import * as z from "zod";
import type { Solution, WorkChallenge } from "../contract/form-proof.ts";
import type { Seed } from "../contract/site-record.ts";
import { HOUR } from "../platform/clock.ts";
import { derive, hex } from "../secrets/derive.ts";
import { now, type Services } from "./services.ts";

/** The number that is asked for is at most this one: a second or two of a telephone, some milliseconds of nobody else. */
const HARDEST = 50_000;
/** A solution is good for so long: a comment may take a while to write. */
const LIFE = HOUR;
/** Characters of a solution as it is sent. */
const LONGEST = 1_000;

const keyOf = async (services: Services, site: Seed) =>
  hex(await derive(services.secrets.HAMLET_SECRET, site, "work", 0));

/** A challenge for one comment. Nothing of it is stored: it is signed. */
export async function challengeFor(services: Services, site: Seed): Promise<WorkChallenge> {
  const made = await createChallenge({
    algorithm: "SHA-256",
    hmacKey: await keyOf(services, site),
    maxnumber: HARDEST,
    expires: new Date(now() + LIFE),
  });
  return { ...made, algorithm: "SHA-256", maxnumber: HARDEST };
}

const payload = z.object({
  algorithm: z.literal("SHA-256"),
  challenge: z.string(),
  number: z.int().min(0),
  salt: z.string(),
  signature: z.string(),
}) satisfies z.ZodType<Exclude<Parameters<typeof Verify>[0], string>>;

/** A solution that is right; or why it is none. */
export async function readSolution(
  services: Services,
  site: Seed,
  sent: string,
): Promise<Solution | "failed" | "late"> {
  const read = payload.safeParse(sent.length > LONGEST ? undefined : decoded(sent));
  if (!read.success) return "failed";
  const solution = read.data;
  if (!(await verifySolution(solution, await keyOf(services, site), false))) return "failed";
  const expires = Number(extractParams(solution).expires) * 1000;
  return expires > now() ? { id: solution.challenge, expires } : "late";
}

function decoded(sent: string): unknown {
  try {
    return JSON.parse(atob(sent));
  } catch {
    return undefined;
  }
}
