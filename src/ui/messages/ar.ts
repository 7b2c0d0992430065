import { akismet } from "./ar/akismet.ts";
import { comment } from "./ar/comment.ts";
import { dashboard } from "./ar/dashboard.ts";
import { data } from "./ar/data.ts";
import { deliveries } from "./ar/deliveries.ts";
import { evidence, notRun } from "./ar/evidence.ts";
import { faults } from "./ar/faults.ts";
import { filter } from "./ar/filter.ts";
import { form } from "./ar/form.ts";
import { frame } from "./ar/frame.ts";
import { history } from "./ar/history.ts";
import { imports } from "./ar/imports.ts";
import { mails } from "./ar/mails.ts";
import { notices } from "./ar/notices.ts";
import { people } from "./ar/people.ts";
import { preview } from "./ar/preview.ts";
import { privacy } from "./ar/privacy.ts";
import { health, queue } from "./ar/queue.ts";
import { readers } from "./ar/readers.ts";
import { reading } from "./ar/reading.ts";
import { reply } from "./ar/reply.ts";
import { script } from "./ar/script.ts";
import { signals } from "./ar/signals.ts";
import { sites } from "./ar/sites.ts";
import { system } from "./ar/system.ts";
import { waves } from "./ar/waves.ts";
import { why } from "./ar/why.ts";
import { wire } from "./ar/wire.ts";
import { words } from "./ar/words.ts";
import type { English } from "./en.ts";

/** What the pages say, in Arabic. */
export const ar: English = {
  form,
  frame,
  evidence,
  faults,
  notRun,
  words,
  wire,
  queue,
  reading,
  why,
  comment,
  sites,
  system,
  deliveries,
  history,
  imports,
  dashboard,
  data,
  filter,
  akismet,
  health,
  mails,
  notices,
  people,
  preview,
  privacy,
  readers,
  reply,
  script,
  signals,
  waves,
};
