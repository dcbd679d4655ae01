// What script adds to the pages for young people. All of them work without.

// Leaving replaces the page, so that going back does not show it again.
for (const link of document.querySelectorAll("[data-leave]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.replace(link.href);
  });
}

// Copies what the named elements say, one a line.
for (const copy of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  const status = copy.querySelector("[role=status]");
  copy.hidden = false;
  copy.querySelector("button").addEventListener("click", async () => {
    const texts = copy.dataset.copy.split(" ").map((id) => document.getElementById(id).textContent);
    await navigator.clipboard.writeText(texts.join("\n"));
    status.textContent = status.dataset.said;
  });
}
