// @ts-check
// Signing out: decisions that were not sent yet belong to who took them. She is asked, then they are deleted.
import { drop, kept } from "./kept.js";

document.addEventListener("submit", async (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const { unsent } = form.dataset;
  if (unsent === undefined) return;
  event.preventDefault();
  const records = await kept().catch(() => []);
  if (records.length > 0 && !confirm(unsent.replace("{n}", String(records.length)))) return;
  for (const { key } of records) await drop(key);
  form.submit();
});
