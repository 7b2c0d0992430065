// @ts-check
// Comments on a page of plain files: the form that is there sends without leaving the page, and what was published is listed.
import { keep, own, read } from "./kept.js";
import { listOf, make } from "./list.js";
import { style } from "./style.js";
import { words as all } from "./words.js";

/** @typedef {import("./kept.js").Shown} Shown */

const words = all[/** @type {keyof typeof all} */ (document.documentElement.lang.slice(0, 2))] ?? all.en;
const ABOUT = ["name", "email", "website"];

/** Put around a form that posts to Hamlet: all that it needs to know stands in the form. */
class Comments extends HTMLElement {
  /** @type {HTMLFormElement | null} */
  form = null;
  /** @type {Promise<string> | undefined} */
  token;
  inputs = 0;
  /** The form sends itself, as it would without this. */
  plain = false;
  status = make("p", { className: "hamlet-status" });
  replying = make("p", { className: "hamlet-replying", hidden: true });
  /** @type {Shown[]} */
  shown = [];

  connectedCallback() {
    if (this.form) return;
    const form = this.querySelector("form");
    if (!form) return;
    this.form = form;
    this.status.setAttribute("role", "status");
    form.prepend(this.replying);
    form.append(this.status);
    this.recall();
    form.addEventListener("focusin", () => this.ask(), { once: true });
    for (const name of ["keydown", "pointerdown"]) form.addEventListener(name, () => this.inputs++);
    form.addEventListener("submit", (event) => {
      if (this.plain) return;
      event.preventDefault();
      void this.send(event.submitter);
    });
    void this.load();
  }

  get base() {
    return /** @type {HTMLFormElement} */ (this.form).action;
  }

  /** @param {string} name */
  field(name) {
    const field = this.form?.elements.namedItem(name);
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : undefined;
  }

  get post() {
    return this.field("post")?.value ?? location.href;
  }

  get place() {
    return `hamlet ${this.base} ${this.post}`;
  }

  /** Asks for the form's token: when somebody begins to write, as pages are read far more often. */
  ask() {
    this.token ??= fetch(`${this.base}/token`)
      .then((answer) => answer.json())
      .then(({ token }) => token)
      .catch(() => undefined);
    return this.token;
  }

  async load() {
    try {
      const answer = await fetch(`${this.base}/comments?post=${encodeURIComponent(this.post)}`);
      this.shown = (await answer.json()).comments;
      this.list();
      if (location.hash.startsWith("#comment-"))
        document.getElementById(location.hash.slice(1))?.scrollIntoView();
    } catch {
      this.status.textContent = words.unread;
    }
  }

  list() {
    this.reply(undefined);
    this.querySelector(".hamlet-list")?.remove();
    const comments = [...this.shown, ...own(this.place, this.shown)];
    this.prepend(listOf(comments, words, (comment, item) => this.reply(comment, item)));
  }

  /**
   * Puts the form below the comment that is to be answered, or back.
   * @param {Shown | undefined} comment
   * @param {HTMLElement} [item]
   */
  reply(comment, item) {
    const form = /** @type {HTMLFormElement} */ (this.form);
    const parent =
      this.field("parent") ?? form.appendChild(make("input", { type: "hidden", name: "parent" }));
    parent.value = comment?.id ?? "";
    this.replying.hidden = !comment;
    if (!comment) {
      if (form.parentElement?.closest(".hamlet-list")) this.append(form);
      return;
    }
    const cancel = make("button", {
      type: "button",
      textContent: words.cancel,
      onclick: () => this.cancel(item),
    });
    this.replying.replaceChildren(`${words.to} `, make("bdi", { textContent: comment.name }), " ", cancel);
    item?.querySelector("article")?.after(form);
    this.field("comment")?.focus();
  }

  /** @param {HTMLElement | undefined} item */
  cancel(item) {
    this.reply(undefined);
    item?.querySelector("button")?.focus();
  }

  /** @param {HTMLElement | null} button */
  async send(button) {
    const form = /** @type {HTMLFormElement} */ (this.form);
    const data = new FormData(form);
    this.remember(data);
    const token = await this.ask();
    if (token) data.set("token", token);
    data.set("inputs", String(this.inputs));
    if (button instanceof HTMLButtonElement) button.disabled = true;
    this.status.textContent = "";
    try {
      const answer = await fetch(this.base, {
        method: "POST",
        headers: { accept: "application/json" },
        body: new URLSearchParams(/** @type {any} */ (data)),
      });
      this.tell(await answer.json(), data);
    } catch {
      this.plain = true;
      this.status.textContent = words.failed;
    }
    if (button instanceof HTMLButtonElement) button.disabled = false;
  }

  /**
   * Says what became of a comment, in the page's own words if it has them, and shows it to its author.
   * @param {{id?: string, status: "published" | "waits" | "refused" | number, detail?: string}} answer
   * @param {FormData} data
   */
  tell({ id, status, detail }, data) {
    if (typeof status === "number" || id === undefined) {
      this.status.textContent = detail ?? words.failed;
      return;
    }
    if (status !== "refused") {
      const value = (/** @type {string} */ name) => String(data.get(name) ?? "");
      const waits = status === "waits";
      const parent = value("parent") || null;
      const mine = {
        id,
        parent,
        name: value("name"),
        text: value("comment"),
        at: new Date().toISOString(),
        waits,
      };
      keep(this.place, [...own(this.place, this.shown).filter((one) => one.id !== id), mine]);
      const text = this.field("comment");
      if (text) text.value = "";
      this.list();
    }
    this.status.textContent = document.getElementById(`hamlet-${status}`)?.textContent ?? words[status];
  }

  /**
   * Keeps who writes in this browser, if she asks for it, and only then.
   * @param {FormData} data
   */
  remember(data) {
    const asked = this.field("remember");
    if (!asked) return;
    data.delete("remember");
    const isOn = asked instanceof HTMLInputElement && asked.checked;
    keep("hamlet", isOn ? Object.fromEntries(ABOUT.map((name) => [name, data.get(name)])) : undefined);
  }

  recall() {
    const kept = read("hamlet");
    const asked = this.field("remember");
    if (!kept || !(asked instanceof HTMLInputElement)) return;
    asked.checked = true;
    for (const name of ABOUT) {
      const field = this.field(name);
      if (field && kept[name]) field.value ||= kept[name];
    }
  }
}

/** Links that say in data-hamlet where the comments of the page that they lead to are counted. */
async function count() {
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("a[data-hamlet]")]);
  for (const base of new Set(links.map(({ dataset }) => dataset.hamlet))) {
    const mine = links.filter(({ dataset }) => dataset.hamlet === base).slice(0, 100);
    const query = new URLSearchParams(mine.map(({ href }) => ["post", href]));
    const answer = await fetch(`${base}/counts?${query}`).catch(() => undefined);
    const { counts = {} } = answer?.ok ? await answer.json() : {};
    for (const link of mine) if (counts[link.href] !== undefined) link.textContent = counts[link.href];
  }
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets.push(sheet);
customElements.define("hamlet-comments", Comments);
void count();
