// @ts-check
// Languages as chips: the list stays in its field, from which the form is sent.
import { button, element, fill, icon, say } from "./words.js";

const { lang } = document.documentElement;
const names = new Intl.DisplayNames(lang, { type: "language" });

/** Languages that people blog in, to choose from; any other tag can be set by the API. */
const MANY =
  "ar bg bn ca cs da de el en es et fa fi fr gl he hi hr hu id is it ja ko lt lv ms nb nl pl pt ro ru sk sl sr sv sw ta th tr uk ur vi zh";

/** @param {string} tag */
function nameOf(tag) {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** @param {HTMLTextAreaElement} field */
function show(field) {
  const words = JSON.parse(field.dataset.chips ?? "{}");
  const chips = element("div", { className: "chips" });
  const choice = element("select", { className: "pick-one boxed" });
  choice.setAttribute("aria-label", words.choose);
  const tags = () => field.value.split("\n").filter((line) => line.trim() !== "");
  const set = (/** @type {string[]} */ list) => {
    field.value = list.join("\n");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    draw();
  };
  const add = button(
    words.add,
    () => {
      const tag = choice.value;
      set([...tags(), tag]);
      say(nameOf(tag));
      choice.focus();
    },
    "btn",
  );
  const chip = (/** @type {string} */ tag) => {
    const text = fill(words.remove, "", nameOf(tag));
    const remove = button(
      "",
      () => {
        set(tags().filter((one) => one !== tag));
        say(text);
        choice.focus();
      },
      "",
    );
    remove.setAttribute("aria-label", text);
    remove.append(icon("close"));
    return element("span", { className: "chip" }, nameOf(tag), remove);
  };
  const draw = () => {
    const listed = tags();
    const left = MANY.split(" ").filter((tag) => !listed.includes(tag));
    const named = left
      .map((tag) => [tag, nameOf(tag)])
      .sort(([, a = ""], [, b = ""]) => a.localeCompare(b, lang));
    choice.replaceChildren(...named.map(([value, text]) => element("option", { value }, text ?? "")));
    chips.replaceChildren(...listed.map(chip), choice, add);
  };
  draw();
  field.hidden = true;
  field.after(chips);
  field.form?.addEventListener("reset", () => setTimeout(draw));
  const label = field.form?.querySelector(`label[for="${field.id}"]`);
  chips.setAttribute("role", "group");
  if (label) label.textContent = words.label;
  chips.setAttribute("aria-label", words.label);
}

for (const field of document.querySelectorAll("textarea[data-chips]"))
  if (field instanceof HTMLTextAreaElement) show(field);
