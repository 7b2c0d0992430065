import { app } from "./app.ts";
import { configuration } from "./env.ts";
import { services } from "./service/services.ts";
import { takeOverInbox } from "./service/take-in.ts";

export { DirectoryObject } from "./directory/directory-object.ts";
export { SiteObject } from "./site/site-object.ts";

export default {
  fetch: app.fetch,
  /** Every five minutes: what waits in the inbox goes to its site objects. */
  async scheduled(_controller, env, context) {
    const configured = configuration(env);
    if (!configured.ok) return;
    const given = services(env, configured.secrets, context);
    await takeOverInbox(given);
    await given.tellCost();
  },
} satisfies ExportedHandler<Env>;
