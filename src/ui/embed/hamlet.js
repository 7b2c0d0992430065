// @ts-check
// Comments on a page of plain files: the form that is there sends without leaving the page, and what was published is listed.

import { count } from "./counts.js";
import { keep, keepOwn, read, withOwn } from "./kept.js";
import { counted, listOf, make } from "./list.js";
import { editOwn, removeOwn } from "./own.js";
import { sendTo } from "./send.js";
import { style } from "./style.js";
import { words } from "./words.js";
import { Work } from "./work.js";

/** @typedef {import("./kept.js").Shown} Shown */

const ABOUT = ["name", "email", "website"];

/** Put around a form that posts to Hamlet: all that it needs to know stands in the form. */
export class Comments extends HTMLElement {
  /** @type {HTMLFormElement | null} */
  form = null;
  /** @type {Promise<string> | undefined} */
  token;
  /** What the blog asks to be solved for each comment. @type {Work | undefined} */
  work;
  inputs = 0;
  /** The form sends itself, as it would without this. */
  plain = false;
  status = make("p", { className: "hamlet-status" });
  reactions = make("p", { className: "hamlet-reactions" });
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
      .then(({ token, work }) => {
        if (work) this.work = new Work(this.base);
        return token;
      })
      .catch(() => undefined);
    return this.token;
  }

  async load() {
    try {
      const answer = await fetch(`${this.base}/comments?post=${encodeURIComponent(this.post)}`);
      const { comments, reactions = [] } = await answer.json();
      this.shown = comments;
      this.reactions.textContent = counted(reactions, words);
      this.list();
      if (location.hash.startsWith("#comment-"))
        document.getElementById(location.hash.slice(1))?.scrollIntoView();
    } catch {
      this.status.textContent = words.unread;
    }
  }

  /** @param {string} [id] of the comment to go on from */
  list(id) {
    this.reply(undefined);
    this.querySelector(".hamlet-list")?.remove();
    const acts = {
      reply: this.reply.bind(this),
      edit: editOwn.bind(undefined, this),
      remove: removeOwn.bind(undefined, this),
    };
    this.prepend(this.reactions, listOf(withOwn(this.place, this.shown), words, acts));
    if (id)
      (document.getElementById(`comment-${id}`)?.querySelector("button") ?? this.field("comment"))?.focus();
  }

  /**
   * Says what became of a comment, in the page's own words if it has them.
   * @param {keyof typeof words | number | undefined} status
   * @param {string} [detail]
   */
  say(status, detail) {
    const own = document.getElementById(`hamlet-${status}`)?.textContent;
    this.status.textContent = typeof status === "string" ? (own ?? words[status]) : (detail ?? words.failed);
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
    if (button instanceof HTMLButtonElement) button.disabled = true;
    this.status.textContent = "";
    const token = await this.ask();
    if (token) data.set("token", token);
    data.set("inputs", String(this.inputs));
    await this.work?.addTo(data);
    try {
      this.tell(await sendTo(this.base, data), data);
    } catch {
      this.plain = true;
      this.status.textContent = words.failed;
    }
    // @ts-expect-error: Turnstile's own script, where the page has it; what it gave serves once
    window.turnstile?.reset();
    if (button instanceof HTMLButtonElement) button.disabled = false;
  }

  /**
   * Says what became of a comment, and shows it to its author.
   * @param {{id: string, status: "published" | "waits" | "refused" | number, detail?: string, edit?: import("./kept.js").Edit}} answer
   * @param {FormData} data
   */
  tell({ id, status, detail, edit }, data) {
    if (status === "published" || status === "waits") {
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
        edit,
      };
      keepOwn(this.place, mine);
      const text = this.field("comment");
      if (text) text.value = "";
      this.list();
    }
    this.say(status, detail);
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

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets.push(sheet);
customElements.define("hamlet-comments", Comments);
void count();
