// @ts-check
// Decisions without a connection: kept, told of, and sent in order when there is one. What somebody else decided meanwhile stands.
import { Failure, post, token } from "./api.js";
import { change, drop, keep, kept } from "./kept.js";
import { note, onTop } from "./notes.js";
import { button, element, fill, number, say, words } from "./words.js";

/** It is tried again so often while something is kept, milliseconds. */
const EVERY = 30_000;

/** @typedef {{ sent: (answer: any) => void, refused: () => void }} Watch What the page does when one is sent, or is not taken. */

/** @type {Map<number, Watch>} */
const watches = new Map();
let waiting = 0;
/** @type {Promise<void> | undefined} */
let going;

/** @param {import("./kept.js").Fields} fields */
const send = (fields) => post("/queue/decide", new URLSearchParams({ ...fields, csrf: token() }));

/**
 * Sends a decision after those that are kept. @param {import("./kept.js").Fields} fields
 * @returns {Promise<any>} a Failure: it was not taken
 */
export async function sendInOrder(fields) {
  if (waiting > 0) await sendKept();
  if (waiting > 0) return new Failure(words.offline ?? "", { isOffline: true });
  return send(fields).catch((failure) => failure);
}

/** Keeps one. @param {import("./kept.js").Taken} taken @param {Watch} watch @returns {Promise<number>} its key */
export async function keepUnsent(taken, watch) {
  const key = await keep(taken);
  watches.set(key, watch);
  waiting++;
  tell();
  return key;
}

/** Those kept from before, for the page to show. @param {(record: import("./kept.js").Kept) => Watch} show */
export async function showKept(show) {
  const records = await kept().catch(() => []);
  for (const record of records) if (!record.undone) watches.set(record.key, show(record));
  waiting = records.length;
  if (waiting > 0) void sendKept();
}

/** Takes one back that was not sent yet. @param {number} key @returns {Promise<boolean>} false: it was sent meanwhile */
export async function takeOut(key) {
  const record = (await kept()).find((one) => one.key === key);
  if (!record) return false;
  // What may have arrived is sent again, which changes nothing, and then taken back.
  if (record.maybe) await change({ ...record, undone: true });
  else {
    await drop(key);
    waiting--;
  }
  tell();
  return true;
}

/** Sends what is kept, in order, as far as it goes; in one of the pages that are open. */
export function sendKept() {
  going ??= alone(sendAll).finally(() => {
    going = undefined;
  });
  return going;
}

/** @param {() => Promise<void>} work @returns {Promise<void>} */
const alone = (work) => (navigator.locks ? navigator.locks.request("hamlet-kept", work) : work());

async function sendAll() {
  let sent = 0;
  /** @type {{ record: import("./kept.js").Kept, failure: any }[]} */
  const refused = [];
  for (const record of await kept().catch(() => [])) {
    try {
      const answer = await sendOne(record);
      if (!record.undone) sent++;
      watches.get(record.key)?.sent(answer);
      for (const one of answer.failed ?? []) refused.push({ record, failure: one });
    } catch (failure) {
      const { status, signIn } = /** @type {Failure} */ (failure).more;
      if (!status || ![404, 409, 422].includes(status)) {
        tell({ signIn });
        break;
      }
      watches.get(record.key)?.refused();
      const { message: detail, more } = /** @type {Failure} */ (failure);
      if (!record.undone) refused.push({ record, failure: { detail, ...more } });
    }
    await drop(record.key);
    watches.delete(record.key);
  }
  waiting = (await kept().catch(() => [])).length;
  if (waiting === 0) tell();
  if (sent + refused.length > 0) tellSent(sent, refused);
}

/** @param {import("./kept.js").Kept} record */
async function sendOne({ fields, undone }) {
  const answer = await send(fields);
  if (!undone) return answer;
  if (answer.batch) return post("/queue/undo", new URLSearchParams({ batch: answer.batch, csrf: token() }));
  return send({ ...fields, decision: "undo", revision: String(answer.revision) });
}

/** What is kept, and why: one note, however many. @param {{ signIn?: string | undefined, isReached?: boolean }} [how] */
export function tell({ signIn, isReached = navigator.onLine } = {}) {
  if (waiting === 0 && isReached) return onTop("offline", undefined);
  const why = signIn ? words.keptEnded : isReached ? words.noAnswerBar : words.offlineBar;
  const text = waiting === 0 ? (why ?? "") : `${why} ${fill(words.unsent, number(waiting))}`;
  const way = signIn
    ? element("a", { className: "btn", href: signIn }, words.signIn ?? "")
    : button(words.tryNow ?? "", () => void sendKept(), "btn");
  onTop("offline", note("warm", "offline", text, ...(waiting > 0 ? [way] : [])));
}

/** Said once: how many went, and which somebody else had decided. @param {number} sent @param {{ record: import("./kept.js").Kept, failure: any }[]} refused */
function tellSent(sent, refused) {
  const text = [fill(words.connected, number(sent)), refused.length > 0 ? words.meanwhile : ""].join(" ");
  const made = note(
    "told",
    "check",
    text,
    button(words.close ?? "", () => onTop("sent", undefined)),
  );
  const lines = refused.map(({ record, failure }) => conflict(record, failure));
  if (lines.length > 0) made.querySelector("p")?.append(element("ul", { className: "plain" }, ...lines));
  onTop("sent", made);
  say(text);
  document.dispatchEvent(new CustomEvent("hamlet:sent"));
}

/** One that was not taken: what stands, and the way to change it. @param {import("./kept.js").Kept} record @param {any} failure */
function conflict({ fields, author }, { detail, revision, path, author: other }) {
  const to = path ?? `/queue/${fields.site}/${encodeURIComponent(fields.id ?? "")}`;
  const link = element("a", { href: to }, element("bdi", {}, other ?? author));
  const line = element("li", {}, link, ` ${detail} `);
  if (revision === undefined || fields.group) return line;
  const done = words.done[fields.decision ?? ""] ?? "";
  const act = async () => {
    const answer = await send({ ...fields, revision: String(revision) }).catch((failure) => failure);
    if (answer instanceof Failure) line.append(` ${answer.message}`);
    else line.replaceChildren(link, ` ${done}`);
  };
  line.append(button(fill(words.change, "", done), () => void act(), "btn"));
  return line;
}

setInterval(() => {
  if (waiting > 0 && !document.hidden) void sendKept();
}, EVERY);
