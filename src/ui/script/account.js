// @ts-check
// Somebody's own account: passkeys, and her time zone where she has not chosen one yet.
import "./passkey.js";

/** @type {HTMLSelectElement | null} */
const zone = document.querySelector('select[data-guess="zone"]');
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
if (zone && [...zone.options].some(({ value }) => value === timeZone)) zone.value = timeZone;
