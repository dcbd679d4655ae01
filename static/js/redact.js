// Removing words from a signal: select them in a text, press the button, and a mark stands in their place. Without
// this, one types the mark. The server looks whether nothing else changed.

const form = document.querySelector("form[data-mark]");
const button = form.querySelector("[data-redact-selected]");
let chosen = null; // the text in which somebody selected last

for (const text of form.querySelectorAll("textarea[data-redact]")) {
  text.addEventListener("select", () => (chosen = text));
}

button.addEventListener("click", () => {
  if (!chosen || chosen.selectionStart === chosen.selectionEnd) return;
  chosen.setRangeText(form.dataset.mark, chosen.selectionStart, chosen.selectionEnd, "end");
  chosen.focus();
});
