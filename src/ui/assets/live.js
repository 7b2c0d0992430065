// @ts-check
// What changes while the page is open: new comments, and the connection.
import { get } from "./api.js";
import { element, fill, words } from "./words.js";

/** A call to each site object: seldom, and only while somebody looks. Milliseconds. */
const EVERY = 60_000;
const came = document.getElementById("came");
const pendingCount = document.querySelector('.tabs .count[data-status="pending"]');

/** @returns {Promise<Record<string, number> | undefined>} undefined: no answer came */
const countsNow = () => get(`/queue/counts${location.search}`).catch(() => undefined);

/** Shows the numbers as the service has them. */
export async function recount() {
  const counts = await countsNow();
  if (counts) showCounts(counts);
}

/** @param {Record<string, number>} counts */
function showCounts(counts) {
  for (const number of document.querySelectorAll(".tabs .count")) {
    const count = counts[/** @type {HTMLElement} */ (number).dataset.status ?? ""];
    if (count !== undefined) number.textContent = String(count);
  }
}

/** Asks for the numbers; more waiting than this page knows of is news. */
async function look() {
  if (document.hidden || !came || !pendingCount) return;
  const { pathname, search } = location;
  const counts = await countsNow();
  if (!counts) return;
  const before = Number(pendingCount.textContent);
  const news = (counts.pending ?? 0) - before;
  if (news > 0) {
    came.replaceChildren(element("a", { href: `${pathname}${search}` }, fill(words.came, news)));
    came.hidden = false;
  }
  const { pending: _, ...others } = counts;
  showCounts(others);
}

/** @type {HTMLElement | undefined} */
let bar;
/** A browser without a network may reach a Hamlet on its own machine: only what fails is said to fail. */
async function showConnection() {
  const isReached = navigator.onLine || (await countsNow()) !== undefined;
  bar?.remove();
  if (isReached || navigator.onLine) return;
  bar = element("p", { className: "notice bad offline" }, words.offlineBar ?? "");
  bar.setAttribute("role", "status");
  document.querySelector("main")?.prepend(bar);
}

if (came) {
  setInterval(look, EVERY);
  document.addEventListener("hamlet:look", look);
}
addEventListener("online", showConnection);
addEventListener("offline", showConnection);
