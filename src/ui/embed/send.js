// @ts-check

/**
 * Sends a form to Hamlet.
 * @param {string} address
 * @param {any} fields
 * @returns {Promise<any>} what became of it, or a problem, whose status is a number
 */
export async function sendTo(address, fields) {
  const headers = { accept: "application/json" };
  return (await fetch(address, { method: "POST", headers, body: new URLSearchParams(fields) })).json();
}
