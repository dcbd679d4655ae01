// Leaving: the page is replaced, so that going back does not show it again. Without script the link just leads away.
for (const link of document.querySelectorAll("[data-leave]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.replace(link.href);
  });
}
