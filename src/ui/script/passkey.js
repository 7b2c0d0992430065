// @ts-check
// Passkeys: a form that names what to ask of the browser's authenticators is sent with their answer.
import "./times.js";

/** @param {HTMLFormElement} form */
async function answer(form) {
  const { passkey, options = "{}" } = form.dataset;
  const read = JSON.parse(options);
  const credential =
    passkey === "create"
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(read),
        })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(read) });
  return JSON.stringify(/** @type {PublicKeyCredential} */ (credential).toJSON());
}

/** @param {HTMLFormElement} form */
function watch(form) {
  const field = /** @type {HTMLInputElement} */ (form.querySelector("[name=proof], [name=answer]"));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      field.value = await answer(form);
      form.submit();
    } catch {
      const told = document.getElementById("live");
      if (told) told.textContent = form.dataset.failed ?? "";
      let fault = form.querySelector("p.fault");
      if (!fault) {
        fault = document.createElement("p");
        fault.className = "fault";
        form.append(fault);
      }
      fault.textContent = form.dataset.failed ?? "";
    }
  });
  const button = form.querySelector("button.needs-script");
  button?.removeAttribute("hidden");
}

if (typeof PublicKeyCredential === "function" && "parseRequestOptionsFromJSON" in PublicKeyCredential)
  for (const form of document.querySelectorAll("form")) if (form.dataset.passkey !== undefined) watch(form);
