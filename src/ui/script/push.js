// @ts-check
// A form that lets this device be told is sent with the address that the browser's push service gives it.

/** @param {HTMLFormElement} form */
async function subscribe(form) {
  const { push = "" } = form.dataset;
  const registration = await navigator.serviceWorker.register("/sw.js");
  await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: push,
  });
  return subscription.endpoint;
}

/** @param {HTMLFormElement} form */
function watch(form) {
  const field = /** @type {HTMLInputElement} */ (form.querySelector("[name=endpoint]"));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      if ((await Notification.requestPermission()) !== "granted") throw new Error("not allowed");
      field.value = await subscribe(form);
      form.submit();
    } catch {
      const fault = form.querySelector("p.fault") ?? form.appendChild(document.createElement("p"));
      fault.className = "fault";
      fault.textContent = form.dataset.failed ?? "";
    }
  });
  form.querySelector("button.needs-script")?.removeAttribute("hidden");
}

if ("serviceWorker" in navigator && "PushManager" in globalThis)
  for (const form of document.querySelectorAll("form")) if (form.dataset.push) watch(form);
