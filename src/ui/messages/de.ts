import { akismet } from "./de/akismet.ts";
import { comment } from "./de/comment.ts";
import { dashboard } from "./de/dashboard.ts";
import { data } from "./de/data.ts";
import { deliveries } from "./de/deliveries.ts";
import { evidence, notRun } from "./de/evidence.ts";
import { faults } from "./de/faults.ts";
import { filter } from "./de/filter.ts";
import { form } from "./de/form.ts";
import { frame } from "./de/frame.ts";
import { history } from "./de/history.ts";
import { imports } from "./de/imports.ts";
import { mails } from "./de/mails.ts";
import { notices } from "./de/notices.ts";
import { people } from "./de/people.ts";
import { preview } from "./de/preview.ts";
import { privacy } from "./de/privacy.ts";
import { health, queue } from "./de/queue.ts";
import { readers } from "./de/readers.ts";
import { reading } from "./de/reading.ts";
import { reply } from "./de/reply.ts";
import { script } from "./de/script.ts";
import { signals } from "./de/signals.ts";
import { sites } from "./de/sites.ts";
import { system } from "./de/system.ts";
import { waves } from "./de/waves.ts";
import { why } from "./de/why.ts";
import { wire } from "./de/wire.ts";
import { words } from "./de/words.ts";
import type { English } from "./en.ts";

/** What the pages say, in German. */
export const de: English = {
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
