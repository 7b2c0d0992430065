// @ts-check
// What changes while the page is open: new comments, and the connection.
import { get } from "./api.js";
import { element, fill, words } from "./words.js";

/** A call to each site object: seldom, and only while somebody looks. Milliseconds. */
const EVERY = 60_000;
const came = document.getElementById("came");
const pendingCount = document.querySelector('.tabs .count[data-status="pending"]');

/** Asks for the numbers; more waiting than this page knows of is news. */
async function look() {
  if (document.hidden || !came || !pendingCount) return;
  const { pathname, search } = location;
  /** @type {Record<string, number> | undefined} */
  const counts = await get(`${pathname}/counts${search}`).catch(() => undefined);
  if (!counts) return;
  const before = Number(pendingCount.textContent);
  const news = (counts.pending ?? 0) - before;
  if (news > 0) {
    came.replaceChildren(element("a", { href: `${pathname}${search}` }, fill(words.came, news)));
    came.hidden = false;
  }
  for (const number of document.querySelectorAll(".tabs .count")) {
    const status = /** @type {HTMLElement} */ (number).dataset.status ?? "";
    if (status !== "pending" && status in counts) number.textContent = String(counts[status]);
  }
}

/** @type {HTMLElement | undefined} */
let bar;
function showConnection() {
  bar?.remove();
  if (navigator.onLine) return;
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
