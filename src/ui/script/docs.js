// @ts-check
// The reference of the API: examples with the address at which it was opened, and requests tried out. What is typed as
// a key goes into a request's header, and is kept nowhere.
import "./times.js";

for (const code of document.querySelectorAll("[data-origin]"))
  code.textContent = (code.textContent ?? "").replaceAll("https://hamlet.example", location.origin);

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.dataset.method) return;
  event.preventDefault();
  void send(form, form.dataset.method);
});

/** @param {HTMLFormElement} form @param {string} method */
async function send(form, method) {
  const output = form.querySelector("output");
  const fields = new FormData(form);
  const path = String(fields.get("path"));
  const body = fields.get("body");
  if (!output || !path.startsWith("/") || path.startsWith("//")) return;
  /** @type {Record<string, string>} */
  const headers = {};
  if (fields.get("key")) headers.authorization = `Bearer ${fields.get("key")}`;
  if (typeof body === "string") headers["content-type"] = "application/json";
  output.textContent = "…";
  try {
    const response = await fetch(path, {
      method,
      headers,
      credentials: "omit",
      ...(typeof body === "string" && { body }),
    });
    output.textContent = `${response.status}\n${pretty(await response.text())}`;
  } catch (failure) {
    output.textContent = String(failure);
  }
}

/** @param {string} text */
function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
