// Answers for the page out of what it keeps of one build, with a network and without; of two builds never.
//
// What it is not: when it is asked for (offline.js). What is in the build, and with which SHA-256, `cargo xtask dist` writes
// before this text (xtask/src/offline.rs); without that it is no worker. Start reading at the listeners.
//
// All builds share one cache, in which a file lies under its address and its content: what did not change is kept on, and
// what another build has under the same address is never found.

const { build, files } = self.kindling;
const KEPT = `kindling ${registration.scope}`;
/** Lessons that were put beside the page after it was built. */
const SEEN = `${KEPT} seen`;
/** What few need: it is fetched when a visit has settled, and not where that costs money. */
const LATER = /^kindling-(library|kernel-rest|opener)/;

/** The page itself was not kept, and so comes from the network, with all that belongs to it. */
let isLost = false;

addEventListener("install", (event) => event.waitUntil(keepAll((address) => !LATER.test(address))));
addEventListener("activate", (event) => event.waitUntil(forgetOtherBuilds()));
addEventListener("message", (event) => event.waitUntil(event.ports[0] ? renew(event.ports[0]) : settle(event.data)));
addEventListener("fetch", (event) => {
  const address = addressOf(event.request);
  if (address === undefined || isLost) return;
  if (Object.hasOwn(files, address)) event.respondWith(own(address));
  else if (address.startsWith("lessons/")) event.respondWith(newest(event.request));
});

/** An address within the page; none of what is elsewhere. */
function addressOf({ method, url }) {
  if (method !== "GET" || !url.startsWith(registration.scope)) return undefined;
  const address = url.slice(registration.scope.length).replace(/[?#].*/, "");
  return address === "" || address === "index.html" ? "./" : address;
}

const keyOf = (address) => new URL(`${address}?${encodeURIComponent(files[address])}`, registration.scope).href;

async function own(address) {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(keyOf(address));
  if (kept) return kept;
  if (address !== "./") return keep(cache, address);
  // The browser has thrown the page away: this worker's build may be nowhere any more.
  isLost = true;
  await registration.unregister();
  return fetch("./");
}

/** Fetches a file of this build, and no other: the browser compares its content. */
async function keep(cache, address) {
  const integrity = `sha256-${files[address]}`;
  // What the browser still has of an earlier build is asked for anew.
  const response = await fetch(address, { integrity }).catch(() => fetch(address, { integrity, cache: "reload" }));
  if (!response.ok) return response;
  await cache.put(keyOf(address), response.clone());
  return response;
}

async function keepAll(isWanted) {
  const cache = await caches.open(KEPT);
  for (const address of Object.keys(files).filter(isWanted)) {
    if (await cache.match(keyOf(address))) continue;
    const { ok, status } = await keep(cache, address);
    if (!ok) throw new Error(`${address} could not be loaded: ${status}`);
  }
}

async function forgetOtherBuilds() {
  const cache = await caches.open(KEPT);
  const own = new Set(Object.keys(files).map(keyOf));
  for (const request of await cache.keys()) if (!own.has(request.url)) await cache.delete(request);
}

/** What is not of the build is as new as the network has it. */
async function newest(request) {
  const cache = await caches.open(SEEN);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request.url, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request.url);
    if (!kept) throw error;
    return kept;
  }
}

const windows = () => clients.matchAll({ type: "window", includeUncontrolled: true });

/** A visit has settled: what it has seen is kept, and what others may need is fetched. */
async function settle({ ofPage, seen }) {
  // A page that came before the worker is taken over if it is of this build; of other tabs nobody knows.
  if (ofPage === build && (await windows()).length === 1) await clients.claim();
  const lessons = seen.map((url) => new Request(url)).filter((request) => addressOf(request)?.startsWith("lessons/"));
  const late = lessons.filter((request) => !Object.hasOwn(files, addressOf(request)));
  await Promise.all(late.map((request) => newest(request).catch(() => undefined)));
  const { saveData, type } = navigator.connection ?? {};
  if (!saveData && type !== "cellular") await keepAll((address) => LATER.test(address));
}

/** Takes the place of the build before, if only one tab has it open: that reloads. Answers whether it does. */
async function renew(port) {
  const isAlone = (await windows()).length <= 1;
  port.postMessage(isAlone);
  if (isAlone) await skipWaiting();
}
