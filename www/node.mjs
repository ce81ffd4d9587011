// Which Node.js runs the kernel, and what its worker's scope has, for a kernel without a browser.
//
// What it is not: a browser; there are no GPU and no page. Start reading at `nodeFor`.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { arch, execPath, platform, version } from "node:process";

/** The program that runs a module: this one, or the newer one that npm has for each platform. */
export function nodeFor(module) {
  if (WebAssembly.validate(module)) return execPath;
  const newer = nodeOfNpm();
  if (newer === execPath) throw new Error("the kernel is no valid module");
  return newer;
}

function nodeOfNpm() {
  const { resolve } = createRequire(import.meta.url);
  for (const name of [`node-${platform}-${arch}`, `node-bin-${platform}-${arch}`]) {
    try {
      return join(dirname(resolve(`${name}/package.json`)), "bin", platform === "win32" ? "node.exe" : "node");
    } catch {
      // Not for this platform.
    }
  }
  throw new Error(`Node.js ${version} cannot run the kernel, and npm has installed no newer one: install 25 or newer`);
}

/** Gives the program what the kernel looks for when it is loaded, and what it fetches files of `folder` with. */
export function becomeWorker(folder) {
  globalThis.self = globalThis;
  globalThis.WorkerGlobalScope = Object;
  globalThis.XMLHttpRequest = class XMLHttpRequest {
    open(method, address) {
      this.file = join(folder, address);
    }
    send() {
      const { buffer, byteOffset, byteLength } = readFileSync(this.file);
      this.response = buffer.slice(byteOffset, byteOffset + byteLength);
      this.status = 200;
    }
  };
}
