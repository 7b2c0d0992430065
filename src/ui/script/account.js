// @ts-check
// Somebody's own account: passkeys, devices that tell her, and her time zone where she has not chosen one yet.
import "./passkey.js";
import "./push.js";

/** @type {HTMLSelectElement | null} */
const zone = document.querySelector('select[data-guess="zone"]');
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
if (zone && [...zone.options].some(({ value }) => value === timeZone)) zone.value = timeZone;
