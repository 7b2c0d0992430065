// @ts-check
// Calls to the service, and what can go wrong with them.
import { words } from "./words.js";

/** Why something was not done. `path`: where to sign in again; `revision`: with it the decision can be changed. */
export class Failure extends Error {
  /** @param {string} message @param {{ isOffline?: boolean, signIn?: string, revision?: number, status?: number }} [more] */
  constructor(message, more = {}) {
    super(message);
    this.more = more;
  }
}

/** @param {string} path @param {FormData | URLSearchParams} body */
export const post = (path, body) => call(path, { method: "POST", body });

/** @param {string} path @param {RequestInit} request @returns {Promise<any>} */
async function call(path, request) {
  const response = await ask(path, { ...request, headers: { accept: "application/json" } });
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  if (response.status === 401) throw ended();
  const { status } = response;
  throw new Failure(answer.detail ?? words.failed ?? "", { status, revision: answer.revision });
}

const ended = () => {
  const here = location.pathname + location.search;
  return new Failure(words.ended ?? "", { signIn: `/login?next=${encodeURIComponent(here)}` });
};

/** @param {string} path @param {RequestInit} [request] */
const ask = (path, request) =>
  fetch(path, request).catch(() => {
    // What was sent may have arrived, if only its answer was lost.
    const message = navigator.onLine ? words.noAnswer : words.offline;
    throw new Failure(message ?? "", { isOffline: true });
  });

/** Numbers and the like. @param {string} path @returns {Promise<any>} */
export const get = (path) => call(path, {});

/** A part of a page, made and escaped by the service. @param {string} path @param {string} [name] */
export async function part(path, name = "1") {
  const response = await ask(`${path}?part=${name}`);
  if (response.redirected && new URL(response.url).pathname === "/login") throw ended();
  if (!response.ok) throw new Failure(words.failed ?? "");
  const template = document.createElement("template");
  template.innerHTML = await response.text();
  return template.content;
}

/** The session's token for forms. */
export const token = () =>
  /** @type {HTMLInputElement | null} */ (document.querySelector("input[name=csrf]"))?.value ?? "";
