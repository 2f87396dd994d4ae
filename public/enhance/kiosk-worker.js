// Keeps one kiosk page and what it is made of, so that it opens while the line is down. The line comes first: what is kept
// is only shown when nothing else can be had. Answers never pass through here.

const kept = "lang-nghe-kiosk-1";
const page = new URL(self.registration.scope).pathname;
const parts = /^\/(assets|enhance|fonts|brand)\//;
const always = [
  "kiosk.js",
  "kiosk-idle.js",
  "kiosk-queue.js",
  "kiosk-service.js",
  "kiosk-sheet.js",
  "kiosk-steps.js",
  "enhance.js",
  "ask.js",
  "count.js",
  "draft.js",
].map((file) => `/enhance/${file}`);
const fonts = ["vietnamese-400", "vietnamese-600", "latin-400", "latin-600"].map((face) => `/fonts/be-vietnam-pro-${face}.woff2`);

self.addEventListener("install", (event) => event.waitUntil(keepPage().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  const isPage = request.mode === "navigate" && url.pathname === page && url.search === "";
  if (isPage || parts.test(url.pathname)) event.respondWith(freshOrKept(request));
});

async function freshOrKept(request) {
  const cache = await caches.open(kept);
  try {
    const fresh = await fetch(request);
    if (fresh.status === 200 && !fresh.redirected) await cache.put(request, fresh.clone());
    return fresh;
  } catch (error) {
    const before = await cache.match(request, { ignoreVary: true });
    if (before) return before;
    throw error;
  }
}

async function keepPage() {
  const cache = await caches.open(kept);
  const answer = await fetch(page, { credentials: "same-origin", cache: "no-store" });
  if (answer.status !== 200) return;
  const html = await answer.clone().text();
  await cache.put(page, answer);
  const linked = [...html.matchAll(/(?:href|src)="(\/(?:assets|brand)\/[^"]+)"/g)].map(([, path]) => path);
  await Promise.all([...new Set([...linked, ...always, ...fonts])].map((path) => cache.add(path).catch(() => undefined)));
}
