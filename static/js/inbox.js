// The keys of the inbox: j and k walk over the signals, x ticks one, / searches, b bundles. Enter opens, as it always
// does. They rest while somebody types or holds another key, and can be switched off: the browser keeps that choice.

const list = document.querySelector("[data-inbox]");
const help = document.querySelector("[data-keys]");
const OFF = "inbox-keys-off";

if (list && help) {
  const isOn = help.querySelector("[data-keys-on]");
  isOn.checked = !localStorage.getItem(OFF);
  isOn.addEventListener("change", () => (isOn.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")));
  document.addEventListener("keydown", (event) => {
    if (isOn.checked && !isTyping(event)) act(event);
  });
  list.addEventListener("change", count);
  addEventListener("pageshow", count); // a browser that goes back keeps what was ticked
}

function isTyping(event) {
  const typing = event.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");
  return typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
}

function act(event) {
  const keys = { j: () => walk(1), k: () => walk(-1), x: tick, b: bundle, "/": search };
  const action = keys[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
}

function rows() {
  return [...list.querySelectorAll("[data-row]")];
}

function current() {
  return document.activeElement.closest?.("[data-row]");
}

function walk(step) {
  const all = rows();
  const at = all.indexOf(current());
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
  all[next].querySelector("a").focus();
  all[next].scrollIntoView({ block: "nearest" });
}

function tick() {
  current()?.querySelector("input[type=checkbox]").click();
}

function search() {
  document.querySelector("input[name=q]").focus();
}

function bundle() {
  if (ticked()) list.requestSubmit();
}

function ticked() {
  return list.querySelectorAll("[data-row] :checked").length;
}

function count() {
  list.querySelector("[data-ticked]").textContent = ticked() || "";
}
