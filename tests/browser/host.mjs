// A host of the page that a story can take off the network, and have serve another build.
//
// Not here: the page's own host, which stays as it is (support.mjs). Start reading at `startHost`.

import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const DIST = process.env.KINDLING_DIST ?? "dist";
const WORKER = "service-worker.js";
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};

/** Serves `dist/` at an address of its own, and lets browsers keep each file for a while, as many hosts do. */
export async function startHost() {
  const changed = new Map();
  const asked = [];
  const contentOf = async (address) => changed.get(address) ?? readFile(join(DIST, address));
  const server = createServer(async ({ url }, response) => {
    const address = url.slice(1).replace(/[?#].*/, "") || "index.html";
    asked.push(address);
    try {
      const content = await contentOf(address);
      response.writeHead(200, { "content-type": TYPES[extname(address)] ?? "text/plain", "cache-control": "max-age=600" });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  // A story that has ended needs no host any more.
  server.unref();
  const listen = (port) => once(server.listen(port, "127.0.0.1"), "listening");
  await listen(0);
  const { port } = server.address();
  return {
    url: `http://localhost:${port}/`,
    /** The addresses that were asked for, in order. */
    asked,
    text: async (address) => String(await contentOf(address)),
    change: (address, content) => changed.set(address, content),
    /** What the service worker keeps, by address. */
    files: async () => namedBuild(String(await contentOf(WORKER))).named.files,
    /** Has the service worker be of another build, in which the files of these addresses have these contents. */
    async name(build, contents) {
      const { named, rest } = namedBuild(String(await contentOf(WORKER)));
      named.build = build;
      for (const [address, content] of Object.entries(contents)) {
        named.files[address] = createHash("sha256").update(content).digest("base64");
      }
      changed.set(WORKER, `self.kindling = ${JSON.stringify(named)};\n${rest}`);
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
    start: () => listen(port),
  };
}

/** The build's name and files, on the worker's first line, and the rest of its text. */
function namedBuild(worker) {
  const end = worker.indexOf("\n");
  const line = worker.slice(0, end);
  return { named: JSON.parse(line.slice(line.indexOf("{"), line.lastIndexOf("}") + 1)), rest: worker.slice(end + 1) };
}
