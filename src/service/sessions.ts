import { directoryObject } from "../directory/directory.ts";
import { hex, hmac, sameSecret } from "../secrets/derive.ts";
import type { Sessions } from "./desk.ts";
import { now, type Services } from "./services.ts";

/** A moderator signs in again after this long, seconds. */
const MAX_AGE = 14 * 86_400;

/** Characters of a form's token, 128 bits: it stands in each form of a page. */
const FORM_TOKEN = 32;

/** Sessions by the owner's token. The cookie is random; the directory knows its keyed hash only. */
export function sessions({ env, secrets }: Services): Sessions {
  const directory = directoryObject(env.DIRECTORY);
  const hash = async (cookie: string) => hex(await hmac(secrets.HAMLET_SECRET, `session\n${cookie}`));
  const formTokenOf = async (cookie: string) =>
    hex(await hmac(secrets.HAMLET_SECRET, `csrf\n${cookie}`)).slice(0, FORM_TOKEN);
  return {
    async open(token, name) {
      if (!(await sameSecret(token, secrets.ADMIN_TOKEN))) return undefined;
      const cookie = hex(crypto.getRandomValues(new Uint8Array(32)));
      const time = now();
      await directory.openSession(await hash(cookie), name, time + MAX_AGE * 1000, time);
      return { cookie, maxAge: MAX_AGE };
    },
    async find(cookie) {
      const session = await directory.session(await hash(cookie), now());
      return session && { name: session.name, csrf: await formTokenOf(cookie) };
    },
    async closeAll() {
      return await directory.closeAllSessions();
    },
    async close(cookie) {
      await directory.closeSession(await hash(cookie));
    },
  };
}
