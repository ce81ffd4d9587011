// The one browser of a process, and the page's address. Start reading at `launch`.

import { chromium } from "playwright-core";

export const URL_OF_PAGE = process.env.KINDLING_URL ?? "http://localhost:8000/";

// No traffic of the browser's own.
const FLAGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];
const SOFTWARE_GPU = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];

const executablePath = process.env.KINDLING_CHROMIUM ?? "/usr/bin/chromium";

export const launch = () => launchWith(SOFTWARE_GPU);

export const launchWithoutGpu = () => launchWith([]);

/** A browser with further flags. */
export const launchWith = (flags) => chromium.launch({ executablePath, args: [...FLAGS, ...flags] });

/** A browser that keeps its cache, compiled code too, in a folder, as a reader's does; the context of its pages. */
export const launchWithProfile = (folder) =>
  chromium.launchPersistentContext(folder, { executablePath, args: [...FLAGS, ...SOFTWARE_GPU] });
