import { KEY } from "./admin.ts";
import { akismetOutage } from "./akismet-outage.ts";
import { arrivals } from "./arrivals.ts";
import { decideByAkismet, decideInBlog, restoreOld } from "./decisions.ts";
import { picture } from "./pictures.ts";
import type { Tour } from "./tour.ts";
import { upload } from "./upload.ts";

/** The Akismet plugin, unchanged, with Hamlet's file beside it. */
export async function akismetWay(tour: Tour): Promise<void> {
  await connect(tour);
  await arrivals(tour);
  await picture(tour, "akismet-pending", "edit-comments.php?comment_status=moderated");
  await fallback(tour, "what waits still waits after the plugin's akismet_approval_fallback");
  await decideInBlog(tour);
  await restoreOld(tour);
  await decideByAkismet(tour);
  await akismetOutage(tour);
  await recheck(tour);
  await fallback(tour, "and so it does at the end");
  await nothingScheduled(tour);
}

/** As a newcomer does it: upload, activate, type the key. */
async function connect(tour: Tour): Promise<void> {
  const { admin, blog, hamlet, table } = tour;
  const began = Date.now();
  await upload(tour, "hamlet-akismet.zip");
  await admin.activate("akismet/akismet.php");
  await picture(tour, "akismet", "options-general.php?page=akismet-key-config", KEY);
  const siteKey = await admin.akismetKey(hamlet.key);
  table.note(
    "a site key typed as an Akismet key is told apart",
    siteKey.includes("Wire your blog"),
    siteKey.slice(0, 90),
  );
  await admin.akismetKey(await hamlet.akismetKey());
  const kept = await blog.inside<string>("akismet key");
  const seconds = Math.round((Date.now() - began) / 1000);
  table.note(
    "the Akismet key is taken by the plugin's form",
    /^[0-9a-f]{12}$/.test(kept),
    `${kept.length} characters, ${seconds} s in all`,
  );
}

/** The plugin's own clock: fired for each comment that is pending. */
async function fallback({ blog, table }: Tour, what: string): Promise<void> {
  const before = (await blog.comments()).filter(({ status }) => status === "unapproved").length;
  await blog.inside("fallback");
  const after = (await blog.comments()).filter(({ status }) => status === "unapproved").length;
  table.note(what, before > 0 && before === after, `${after} of ${before} pending`);
}

/** "Check for Spam" asks about all that is pending, and changes nothing of it. */
async function recheck({ blog, hamlet, table }: Tour): Promise<void> {
  const before = (await blog.comments()).filter(({ status }) => status === "unapproved");
  await blog.inside("recheck");
  const after = (await blog.comments()).filter(({ status }) => status === "unapproved");
  const there = await Promise.all(after.map(({ hamlet: guid }) => hamlet.revision(guid)));
  table.note(
    '"Check for Spam" leaves what waits where it is, and makes no second comment of it',
    before.length > 0 && before.length === after.length && there.every((revision) => revision > 0),
    `${after.length} of ${before.length} pending`,
  );
}

async function nothingScheduled({ blog, table }: Tour): Promise<void> {
  const events = await blog.inside<string[]>("scheduled");
  const left = events.filter((hook) => /akismet_(?:approval|email)_fallback/.test(hook));
  table.note(
    "no clock is left ticking for a single comment",
    left.length === 0,
    `${left.length} of ${events.length} events`,
  );
}
