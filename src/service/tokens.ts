import { HOUR } from "../platform/clock.ts";
import { remembers } from "../platform/isolate.ts";
import { Memory } from "../platform/memory.ts";
import { sameSecret } from "../secrets/derive.ts";
import type { Services } from "./services.ts";

/** Whether a token is the owner's. */
export const isOwnersToken = ({ secrets }: Services, token: string): Promise<boolean> =>
  sameSecret(token, secrets.ADMIN_TOKEN);

/** Whether a token may read the metrics: METRICS_TOKEN, or the owner's. */
export async function isMetricsToken({ secrets }: Services, token: string): Promise<boolean> {
  const fit = [secrets.METRICS_TOKEN, secrets.ADMIN_TOKEN].filter((one) => one !== undefined);
  return (await Promise.all(fit.map((one) => sameSecret(token, one)))).includes(true);
}

/** When this isolate last wrote down that the owner's token was used. */
const noted = new Memory<true>(HOUR, 1);
remembers(() => noted.clear());

/** Writes down that a command used the owner's token: once an hour, and the answer does not wait for it. */
export function noteOwnersToken({ directoryObject, actor, later }: Services): void {
  const time = Date.now();
  if (noted.get("token", time)) return;
  noted.set("token", true, time);
  later(directoryObject.noteToken(actor, time).catch(() => undefined));
}
