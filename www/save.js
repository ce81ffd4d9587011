// Has the browser save a file, for scripts (the page's program does so itself: src/browser/download.rs).

/** Saves `parts` (as of a `Blob`) of a MIME type under a name. */
export function save(name, type, ...parts) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
