// What cells showed, kept for the next visit in IndexedDB: figures are too large for localStorage.
//
// What it is not: where text and files are kept (src/browser/store.rs). Fetched when there is something to keep or to show.

const STORE = "outputs";

let opening;
/** The database, opened once. */
const database = () =>
  (opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("kindling", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  }));

const answered = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const store = async (mode) => (await database()).transaction(STORE, mode).objectStore(STORE);

export const keep = async (lesson, cell, value) => answered((await store("readwrite")).put(value, [lesson, cell]));

/** The values of a lesson's cells. */
export const kept = async (lesson) => answered((await store("readonly")).getAll(IDBKeyRange.bound([lesson], [lesson, []])));
