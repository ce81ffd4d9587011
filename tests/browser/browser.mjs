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

const launchWith = (args) =>
  chromium.launch({ executablePath: process.env.KINDLING_CHROMIUM ?? "/usr/bin/chromium", args });

export const launch = () => launchWith([...FLAGS, ...SOFTWARE_GPU]);

export const launchWithoutGpu = () => launchWith(FLAGS);
