// @ts-check
// The service worker: without a connection a page says so, and that nothing is lost. It keeps that one page and what it is drawn
// with: no comment, and no other page.
import "./push-worker.js";

const worker = /** @type {any} */ (self);

const CACHE = "offline";
const PAGE = "/offline";
const KEPT = [PAGE, "/style.css", "/icon.svg", "/times.js", "/icons.svg"];

worker.addEventListener("install", (/** @type {any} */ event) => {
  const fresh = KEPT.map((path) => new Request(path, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
  worker.skipWaiting();
});

worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const isPage = request.mode === "navigate" && request.method === "GET";
  if (isPage) event.respondWith(fetch(request).catch(() => fromCache(PAGE)));
  // What that page is drawn with, only when it cannot be had anew.
  else if (KEPT.includes(new URL(request.url).pathname))
    event.respondWith(fetch(request).catch(() => fromCache(request)));
});

/** @param {RequestInfo} request */
const fromCache = async (request) => (await caches.match(request)) ?? Response.error();
