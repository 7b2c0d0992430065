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
