// Ctrl or ⌘ and Enter send a form from anywhere in it, with its first button.
for (const form of document.querySelectorAll("[data-send-with-keys]")) {
  form.querySelector("[data-keys]").hidden = false;
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      form.requestSubmit(form.querySelector("button[name=then]"));
    }
  });
}
