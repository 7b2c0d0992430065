// @ts-check
// Lines to be copied elsewhere, by one press. Without this they are selected by hand.

for (const hidden of document.querySelectorAll(".needs-script")) hidden.removeAttribute("hidden");

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button[data-copy]") : null;
  if (!(button instanceof HTMLButtonElement)) return;
  const { copy = "", copied = "" } = button.dataset;
  void navigator.clipboard?.writeText(copy).then(() => {
    const live = document.querySelector("p#live");
    if (live) live.textContent = copied;
    button.append(` ✓`);
  });
});
