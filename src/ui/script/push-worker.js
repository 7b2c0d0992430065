// @ts-check
// The service worker's part that is told from afar that something waits: it shows so, in the browser's language, and leads to the queue.
const worker = /** @type {any} */ (self);

/** @type {Record<string, string>} */
const WORDS = {
  en: "Comments wait for you",
  de: "Kommentare warten auf Sie",
  ar: "تعليقات تنتظرك",
};

worker.addEventListener("push", (/** @type {any} */ event) => {
  const language = navigator.language.slice(0, 2);
  const options = { tag: "waiting", icon: "/icon.svg", lang: language in WORDS ? language : "en" };
  event.waitUntil(worker.registration.showNotification(WORDS[language] ?? WORDS.en, options));
});

worker.addEventListener("notificationclick", (/** @type {any} */ event) => {
  event.notification.close();
  event.waitUntil(worker.clients.openWindow("/queue"));
});
