// Has a service worker keep the page for when there is no network, and tells when it has a new version.
//
// What it is not: the worker (service-worker.js), or what is said of a new version (src/session/renewal.rs). Fetched when
// the first result is there, or nobody asks for one. Start reading at `start`.

const { serviceWorker } = navigator;
let registration;

/** Registers the worker, and tells it what this visit has fetched. */
export async function start() {
  try {
    registration = await serviceWorker.register("service-worker.js");
    registration.addEventListener("updatefound", () => watch(registration.installing));
    tell();
    const { active } = await serviceWorker.ready;
    const seen = performance.getEntriesByType("resource").map(({ name }) => name);
    active.postMessage({ ofPage: document.documentElement.dataset.build, seen });
  } catch {
    // Where the browser keeps nothing, in a private window or a build without a worker, the page needs its network.
  }
}

function watch(installing) {
  installing.addEventListener("statechange", tell);
}

/** A worker that waits, beside one that this page has, is a new version. */
function tell() {
  if (registration.waiting && serviceWorker.controller) dispatchEvent(new Event("kindling-renewed"));
}

/** Has the new version take over and the page reload; false if other tabs have the old one. */
export async function renew() {
  serviceWorker.addEventListener("controllerchange", () => location.reload());
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
  registration.waiting.postMessage("renew", [port2]);
  return answer;
}
