// Drafts in the browser's own database: they survive a reload, a closed browser and an empty battery.
//
// A draft: { id, at, values: { name: [text, …] }, tried, errors, namesSomebody }. `id` goes along when it is sent, so
// that it arrives once however often it is sent; `tried` as long as nobody knows whether it arrived.

const opened = new Promise((resolve, reject) => {
  const opening = indexedDB.open("jos-group", 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("drafts", { keyPath: "id" });
    opening.result.createObjectStore("typing");
  };
  opening.onsuccess = () => resolve(opening.result);
  opening.onerror = () => reject(opening.error);
});

async function inStore(name, mode, ask) {
  const transaction = (await opened).transaction(name, mode, { durability: "strict" });
  const asked = ask(transaction.objectStore(name));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

const drafts = {
  async all() {
    const found = await inStore("drafts", "readonly", (store) => store.getAll());
    return found.sort((one, other) => one.at - other.at);
  },
  one: (id) => inStore("drafts", "readonly", (store) => store.get(id)),
  keep: (draft) => inStore("drafts", "readwrite", (store) => store.put(draft)),
  remove: (id) => inStore("drafts", "readwrite", (store) => store.delete(id)),
  removeAll: () => inStore("drafts", "readwrite", (store) => store.clear()),
};

// What is in the form and not a draft yet.
const typing = {
  read: () => inStore("typing", "readonly", (store) => store.get("form")),
  keep: (values) => inStore("typing", "readwrite", (store) => store.put(values, "form")),
};
