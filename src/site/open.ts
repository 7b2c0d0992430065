import type { SiteRecord } from "../contract/site-record.ts";
import { configuration } from "../env.ts";
import { MINUTE } from "../platform/clock.ts";
import { directoryObject } from "../platform/stub.ts";
import { kvQueue } from "../queue/approval-queue.ts";
import { kvFeeds } from "../queue/feed-copies.ts";
import { unseal } from "../secrets/seal.ts";
import { keyWithNumber, signingSecret } from "../secrets/site-secrets.ts";
import type { ReportUse } from "./budget/day-use.ts";
import { systemChannel } from "./delivery/system-channel.ts";
import { webhookChannel } from "./delivery/webhook-channel.ts";
import { wordPressChannel } from "./delivery/wordpress-channel.ts";
import { Alarm } from "./jobs/alarm.ts";
import { DeliveryJob } from "./jobs/delivery-job.ts";
import { callDeploy } from "./jobs/deploy-job.ts";
import { bringFeeds } from "./jobs/feed-job.ts";
import { readMentions } from "./jobs/mention-job.ts";
import { NoticeJob, TellJob } from "./jobs/notice-job.ts";
import { PurgeJob } from "./jobs/purge-job.ts";
import { QueueJob } from "./jobs/queue-job.ts";
import { writeToReaders } from "./jobs/reader-job.ts";
import { WeakJob } from "./jobs/weak-job.ts";
import { messenger } from "./notices/messenger.ts";
import { teller } from "./notices/teller.ts";
import { postman } from "./readers/postman.ts";
import { Site } from "./site.ts";
import { migrate } from "./tables/schema.ts";
import { tellLessons } from "./upkeep/tell-lessons.ts";
import { Upkeep } from "./upkeep/upkeep.ts";
import { figuresOf } from "./views/health.ts";

const FIGURES_EVERY = 5 * MINUTE;

export interface Opened {
  readonly site: Site;
  readonly alarm: Alarm;
  readonly upkeep: Upkeep;
  readonly notice: NoticeJob;
  readonly tell: TellJob;
  readonly reportUse: ReportUse;
  readonly means: Means;
}

/** Opens one site's storage: its tables brought up to date, its jobs wired. */
export function open(storage: DurableObjectStorage, env: Env): Opened {
  migrate(storage);
  const site = new Site(storage);
  tellLessons(site);
  const queue = new QueueJob(site, kvQueue(env.QUEUE));
  const means = meansOf(env);
  const channels = {
    webhook: webhookChannel(means.secretOf, means.allowLocal),
    wordpress: wordPressChannel(means.keyOf, means.allowLocal),
    system: systemChannel(means),
  };
  const delivery = new DeliveryJob(site, { channels, fetch: means.fetch });
  const notice = new NoticeJob(
    site,
    messenger(() => site.record, means),
  );
  const tell = new TellJob(
    site,
    teller(() => site.record, env, means),
  );
  return {
    site,
    notice,
    tell,
    means,
    reportUse: reporting(site, env.DIRECTORY),
    upkeep: new Upkeep(site, storage),
    alarm: new Alarm(storage, site, {
      queue,
      delivery,
      notice,
      feeds: (now) => bringFeeds(site, kvFeeds(env.QUEUE), now),
      deploy: (now) => callDeploy(site, means, now),
      mentions: (now) => readMentions(site, means, now),
      readers: (now) =>
        writeToReaders(
          site,
          postman(
            () => site.record,
            env,
            means.master,
            (at) => notice.tellErasure(at),
          ),
          now,
        ),
      tell,
      purge: new PurgeJob(site),
      weak: new WeakJob(site),
    }),
  };
}

/** Tells the account what the site took, and how it is. To count what waits reads all of the outbox: no oftener than the metrics change. */
function reporting(site: Site, directory: Env["DIRECTORY"]): ReportUse {
  let figures: Readonly<Record<string, number>> = {};
  let counted = 0;
  return (use, now) => {
    if (now - counted >= FIGURES_EVERY) {
      figures = figuresOf(site, now);
      counted = now;
    }
    return directoryObject(directory).reportUse(site.record.id, use, figures, now);
  };
}

type Means = ReturnType<typeof meansOf>;

/** What it takes to send something to a blog. */
function meansOf(env: Env) {
  const configured = configuration(env);
  const master = configured.ok ? configured.secrets.HAMLET_SECRET : "";
  const demo = configured.ok ? configured.secrets.DEMO_SITE_KEY : undefined;
  return {
    master,
    secretOf: (record: SiteRecord, generation: number) =>
      signingSecret(master, record, "delivery", generation),
    keyOf: (record: SiteRecord, n: number) => keyWithNumber(master, record, n, demo),
    unseal: (record: SiteRecord, sealed: string) => unseal(master, record, sealed),
    fetch: (request: Request) => fetch(request),
    allowLocal: configured.ok && configured.secrets.ALLOW_LOCAL_TARGETS,
  };
}
