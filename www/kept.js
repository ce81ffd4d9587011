// What is kept of earlier visits beside text and small files: what cells showed, files that are too large for
// localStorage, earlier versions of notebooks, and the files that notebooks were opened from. In IndexedDB.
//
// What it is not: where text and small files are kept (src/browser/store.rs). Fetched when there is something to keep or to
// show.

const OUTPUTS = "outputs";
const FILES = "files";
const VERSIONS = "versions";
const DOCUMENTS = "documents";
/** How many versions of a notebook are kept. */
const LAST = 20;

let opening;
/** The database, opened once. */
const database = () =>
  (opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("kindling", 4);
    request.onupgradeneeded = () => {
      const { result } = request;
      for (const store of [OUTPUTS, FILES, VERSIONS, DOCUMENTS]) if (!result.objectStoreNames.contains(store)) result.createObjectStore(store);
    };
    request.onsuccess = () => {
      // A later version of the page in another tab is not held up.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  }));

const answered = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Resolves when what was written is there to stay. */
const written = ({ transaction }) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });

const store = async (name, mode) => (await database()).transaction(name, mode).objectStore(name);
const ofLesson = (lesson) => IDBKeyRange.bound([lesson], [lesson, []]);

export const keep = async (lesson, cell, value) => answered((await store(OUTPUTS, "readwrite")).put(value, [lesson, cell]));

/** The values of a lesson's cells. */
export const kept = async (lesson) => answered((await store(OUTPUTS, "readonly")).getAll(ofLesson(lesson)));

export const keepFile = async (lesson, file) => written((await store(FILES, "readwrite")).put(file, [lesson, file.path]));

export const forgetFile = async (lesson, path) => answered((await store(FILES, "readwrite")).delete([lesson, path]));

/** The large files of a lesson. */
export const files = async (lesson) => answered((await store(FILES, "readonly")).getAll(ofLesson(lesson)));

export async function keepVersion(lesson, date, version) {
  const versions = await store(VERSIONS, "readwrite");
  await answered(versions.put(version, [lesson, date]));
  const keys = await answered(versions.getAllKeys(ofLesson(lesson)));
  for (const key of keys.slice(0, -LAST)) versions.delete(key);
}

/** The versions of a notebook, the first first. */
export const versions = async (lesson) => answered((await store(VERSIONS, "readonly")).getAll(ofLesson(lesson)));

/** Keeps the file that a notebook was opened from: its path or address, and its text. */
export const keepDocument = async (name, document) => written((await store(DOCUMENTS, "readwrite")).put(document, name));

export const documentOf = async (name) => answered((await store(DOCUMENTS, "readonly")).get(name));

export const forgetDocument = async (name) => answered((await store(DOCUMENTS, "readwrite")).delete(name));

/** Asks the browser not to throw away what is kept when it needs room. */
export const persist = async () => navigator.storage?.persist?.();

/** How many bytes this browser holds for the page, and how many more it would. */
export async function room() {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  return usage === undefined ? undefined : [usage, quota - usage];
}
