// Keeps one page and its files, so that it opens without internet. No other page is ever kept, and nobody's words.
// The whole set is kept at once: another version of the page is another cache, and the one before goes.
const SHELL = [{% for path in shell %}"{{ path|escapejs }}"{% if not forloop.last %}, {% endif %}{% endfor %}];
const OURS = "jos-group-";
const CACHE = OURS + "{{ version }}";
const PATIENCE = 4000; // milliseconds: a network that hardly works is none

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method === "GET" && origin === location.origin && SHELL.includes(pathname)) {
    event.respondWith(newest(event.request));
  }
});

async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHELL);
  await self.skipWaiting();
}

async function forgetOthers() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function newest(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    if (answer.ok) {
      return answer;
    }
  } catch {
    // No internet: what was kept will do.
  }
  const kept = await caches.match(request, { ignoreSearch: true, ignoreVary: true });
  return kept ?? Response.error();
}
