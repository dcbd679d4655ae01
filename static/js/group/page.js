// The page that works without internet: write a draft, see the drafts, and send them all when told to.
// Its words stand in templates/signals/groups/phone.html; here is only what happens.

const BATCH = 20; // as many as the server takes at once
const WORDS = ["text", "quote"]; // where a personal detail can slip in
const STAYS = ["source", "neighbourhood", "heard_at", "age_bands"]; // for the next one

const page = document.querySelector("[data-group]");
const form = page.querySelector("form[data-write]");
const find = (name) => page.querySelector(`[data-${name}]`);

// --- The form ---

function written() {
  const values = {};
  for (const [name, text] of new FormData(form)) {
    if (text.trim()) {
      (values[name] ??= []).push(text);
    }
  }
  if (values.source?.includes("WORKER")) {
    delete values.people;
    delete values.quote;
  }
  return values;
}

function fill(values) {
  for (const field of form.querySelectorAll("[name]")) {
    const texts = values[field.name] ?? [];
    if (["radio", "checkbox"].includes(field.type)) {
      field.checked = texts.includes(field.value);
    } else {
      field.value = texts[0] ?? "";
    }
  }
  require();
}

/** A group has a number, and their own words need their consent. */
function require() {
  form.elements.people.required = form.elements.source.value === "GROUP";
  form.elements.quote_consent.required = form.elements.quote.value.trim() !== "";
}

const withoutDetails = (values) => {
  const clean = { ...values };
  for (const name of WORDS.filter((name) => name in clean)) {
    clean[name] = clean[name].map(withoutPersonalDetails);
  }
  return clean;
};

const keepTyping = () => typing.keep(withoutDetails(written()));
let waiting;
form.addEventListener("input", () => {
  require();
  clearTimeout(waiting);
  waiting = setTimeout(keepTyping, 300);
});
document.addEventListener("visibilitychange", () => document.hidden && keepTyping()); // a phone may close it now

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const values = written();
  const found = WORDS.flatMap((name) => personalDetails(values[name]?.[0] ?? ""));
  find("noticed").hidden = found.length === 0;
  if (found.length) {
    find("found").textContent = found.map((words) => `“${words}”`).join(", ");
    find("noticed").scrollIntoView({ block: "center" });
    find("clean").focus();
    return;
  }
  await keep(values);
});

find("clean").addEventListener("click", () => {
  fill(withoutDetails(written()));
  form.requestSubmit();
});

async function keep(values) {
  const id = form.dataset.id || crypto.randomUUID();
  const before = await drafts.one(id);
  await drafts.keep({ id, at: before?.at ?? Date.now(), values });
  navigator.storage?.persist?.();
  await startAnew(values);
  say("kept");
  await show();
}

async function startAnew(values) {
  clearTimeout(waiting);
  delete form.dataset.id;
  find("editing").hidden = true;
  const next = Object.fromEntries(STAYS.filter((name) => name in values).map((name) => [name, values[name]]));
  fill(next);
  await typing.keep(next);
  form.elements.text.focus();
}

// --- The drafts ---

async function show() {
  const all = await drafts.all();
  find("drafts").replaceChildren(...all.map(shown));
  find("number").textContent = all.length;
  find("some").hidden = all.length === 0;
  find("none").hidden = all.length > 0;
}

function shown(draft) {
  const item = find("draft").content.cloneNode(true);
  const part = (name) => item.querySelector(`[data-${name}]`);
  part("words").textContent = draft.values.text?.[0] ?? "";
  part("errors").replaceChildren(...(draft.errors ?? []).map(paragraph));
  part("tried").hidden = !draft.tried;
  part("names-somebody").hidden = !draft.namesSomebody;
  part("edit").hidden = Boolean(draft.tried); // it may have arrived as it is
  part("edit").addEventListener("click", () => edit(draft));
  part("remove").addEventListener("click", () => confirmed(() => drafts.remove(draft.id)));
  part("take-out").addEventListener("click", () => sendWith(draft, "remove"));
  part("as-it-is").addEventListener("click", () => sendWith(draft, "looked_again"));
  return item;
}

function paragraph(text) {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}

function edit(draft) {
  form.dataset.id = draft.id;
  fill(draft.values);
  find("editing").hidden = false;
  form.elements.text.focus();
}

function confirmed(act) {
  const question = find("sure");
  question.returnValue = "";
  question.onclose = async () => {
    if (question.returnValue === "yes") {
      await act();
      delete form.dataset.id;
      find("editing").hidden = true;
      await show();
    }
  };
  question.showModal();
}

find("remove-all").addEventListener("click", () =>
  confirmed(async () => {
    await drafts.removeAll();
    await startAnew({});
    say("");
  }),
);

// --- Sending ---

find("send").addEventListener("click", sendAll);

async function sendWith(draft, answer) {
  await drafts.keep({ ...draft, values: { ...draft.values, [answer]: ["1"] } });
  await sendAll();
}

async function sendAll() {
  busy(true);
  say("sending");
  try {
    say(await deliver());
  } catch {
    say("no-answer"); // no internet, or it broke off: each that may have arrived is sent again under its own number
  }
  busy(false);
  await show();
}

/** Sends all, and gives the word for how that went. */
async function deliver() {
  const asked = await request({});
  if (asked.trouble) {
    return asked.trouble;
  }
  const { token, organisations } = await asked.answer.json();
  if (mustChoose(organisations)) {
    return "choose";
  }
  const organisation = find("organisation").value || organisations[0].slug;
  const result = { refused: 0 };
  const all = await drafts.all();
  for (let start = 0; start < all.length; start += BATCH) {
    const trouble = await deliverSome(all.slice(start, start + BATCH), { token, organisation, result });
    if (trouble) {
      return trouble;
    }
  }
  return result.refused ? "refused" : "arrived";
}

async function deliverSome(some, { token, organisation, result }) {
  for (const draft of some) {
    await drafts.keep({ ...draft, tried: true });
  }
  const body = { organisation, drafts: some.map(({ id, values }) => ({ id, values })) };
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
  const sent = await request({ method: "POST", headers, body: JSON.stringify(body) });
  if (sent.trouble) {
    return sent.trouble;
  }
  const answers = new Map((await sent.answer.json()).drafts.map((answer) => [answer.id, answer]));
  for (const draft of some) {
    await settle(draft, answers.get(draft.id), result);
  }
}

/** A draft leaves the phone only after the server said that it arrived. */
async function settle(draft, answer, result) {
  if (answer?.reference) {
    await drafts.remove(draft.id);
    find("danger").hidden &&= !answer.danger;
  } else if (answer) {
    const { errors, names_somebody: namesSomebody } = answer;
    await drafts.keep({ ...draft, tried: false, errors, namesSomebody });
    result.refused += 1;
  }
}

async function request(options) {
  const headers = { Accept: "application/json", ...options.headers };
  const answer = await fetch(page.dataset.send, { cache: "no-store", redirect: "manual", ...options, headers });
  if (answer.type === "opaqueredirect") {
    return { trouble: "signed-out" };
  }
  if (answer.status === 403) {
    return { trouble: options.method ? "expired" : "not-allowed" };
  }
  return answer.ok ? { answer } : { trouble: "no-answer" };
}

/** Who works for several organisations says for which, once on each visit. */
function mustChoose(organisations) {
  const choice = find("organisation");
  if (organisations.length < 2 || choice.options.length) {
    return false;
  }
  choice.replaceChildren(...organisations.map(({ slug, name }) => new Option(name, slug)));
  find("on-behalf").hidden = false;
  choice.focus();
  return true;
}

// --- What is said ---

function say(word) {
  for (const line of page.querySelectorAll("[data-say]")) {
    line.hidden = line.dataset.say !== word;
  }
}

function busy(is) {
  for (const part of page.querySelectorAll("button, fieldset")) {
    part.disabled = is;
  }
}

function online() {
  find("offline").hidden = navigator.onLine;
}

async function start() {
  addEventListener("online", online);
  addEventListener("offline", online);
  online();
  try {
    fill((await typing.read()) ?? { source: ["GROUP"] });
    await show();
    page.hidden = false;
  } catch {
    document.querySelector("[data-cannot]").hidden = false; // a browser that keeps nothing
    return;
  }
  if (navigator.serviceWorker) {
    await navigator.serviceWorker.register(page.dataset.worker, { scope: page.dataset.scope });
    await navigator.serviceWorker.ready;
    find("ready").hidden = false;
  }
}

start();
