import { akismet } from "./en/akismet.ts";
import { comment } from "./en/comment.ts";
import { dashboard } from "./en/dashboard.ts";
import { data } from "./en/data.ts";
import { deliveries } from "./en/deliveries.ts";
import { evidence, notRun } from "./en/evidence.ts";
import { faults } from "./en/faults.ts";
import { filter } from "./en/filter.ts";
import { form } from "./en/form.ts";
import { frame } from "./en/frame.ts";
import { history } from "./en/history.ts";
import { imports } from "./en/imports.ts";
import { mails } from "./en/mails.ts";
import { notices } from "./en/notices.ts";
import { people } from "./en/people.ts";
import { preview } from "./en/preview.ts";
import { privacy } from "./en/privacy.ts";
import { health, queue } from "./en/queue.ts";
import { readers } from "./en/readers.ts";
import { reading } from "./en/reading.ts";
import { reply } from "./en/reply.ts";
import { script } from "./en/script.ts";
import { signals } from "./en/signals.ts";
import { sites } from "./en/sites.ts";
import { system } from "./en/system.ts";
import { waves } from "./en/waves.ts";
import { why } from "./en/why.ts";
import { wire } from "./en/wire.ts";
import { words } from "./en/words.ts";

/** What the pages say, in English. A message is a string, or a function of what it tells. */
export const en = {
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

export type English = typeof en;
