// @ts-check
// What changes while the page is open: new comments, and the connection.
import { get } from "./api.js";
import { setCount, showLeft } from "./rows.js";
import { sendKept, tell } from "./unsent.js";
import { element, fill, icon, number, words } from "./words.js";

/** A call to each site object: seldom, and only while somebody looks. Milliseconds. */
const EVERY = 60_000;
const came = document.getElementById("came");
const pending = /** @type {HTMLElement | null} */ (document.querySelector('.tabs .n[data-status="pending"]'));

/** @returns {Promise<Record<string, number> | undefined>} undefined: no answer came */
const countsNow = () => get(`/queue/counts${location.search}`).catch(() => undefined);

/** Shows the numbers as the service has them. */
export async function recount() {
  const counts = await countsNow();
  if (counts) showCounts(counts);
}

/** @param {Record<string, number>} counts */
function showCounts(counts) {
  for (const tab of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".tabs .n"))) {
    const count = counts[tab.dataset.status ?? ""];
    if (count !== undefined) setCount(tab, count);
  }
  showLeft();
}

/** Asks for the numbers; more waiting than this page knows of is news. */
async function look() {
  if (document.hidden || !came || !pending) return;
  const { pathname, search } = location;
  const counts = await countsNow();
  if (!counts) return;
  const news = (counts.pending ?? 0) - Number(pending.dataset.n);
  if (news > 0) {
    came.replaceChildren(
      icon("clock"),
      element("a", { href: `${pathname}${search}` }, fill(words.came, number(news))),
    );
    came.hidden = false;
  }
  const { pending: _, ...others } = counts;
  showCounts(others);
}

/** A browser without a network may reach a Hamlet on its own machine: only what fails is said to fail. */
async function showConnection() {
  const isReached = navigator.onLine || (await countsNow()) !== undefined;
  if (isReached) await sendKept();
  tell({ isReached });
}

if (came) {
  setInterval(look, EVERY);
  document.addEventListener("hamlet:look", look);
}
document.addEventListener("hamlet:sent", recount);
addEventListener("online", showConnection);
addEventListener("offline", showConnection);
