// The browser's renderer processes: slowed down, and weighed. Their memory is read from Linux's /proc.
//
// Slowing stops every thread of a renderer for part of the time, workers and compilers included; the browser's
// developer tools slow only the page's main thread.

import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds of running at a time while slowed. */
const RUNNING = 10;

/** How Chromium's command lines name the process of its own parts. */
const OWN = "--top-chrome-webui";

/** The processes that hold pages. The browser shows parts of itself in one too, which goes on starting while a page opens. */
export async function renderers(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const known = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const lines = await Promise.all(known.map((id) => readFile(`/proc/${id}/cmdline`, "utf8").catch(() => OWN)));
  return known.filter((_, index) => !lines[index].includes(OWN));
}

/** Makes all renderers `factor` times slower while `body` runs. */
export async function slowed(browser, factor, body) {
  if (factor === 1) return body();
  const session = await browser.newBrowserCDPSession();
  let over = false;
  const stopping = stopAndGo(session, factor, () => over);
  try {
    return await body();
  } finally {
    over = true;
    await stopping;
    await session.detach();
  }
}

async function stopAndGo(session, factor, isOver) {
  while (!isOver()) {
    const known = await renderers(session);
    signal(known, "SIGSTOP");
    await sleep(RUNNING * (factor - 1));
    signal(known, "SIGCONT");
    await sleep(RUNNING);
  }
}

function signal(processes, name) {
  for (const id of processes) {
    try {
      process.kill(id, name);
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
  }
}

/** Bytes that all renderers hold together, what they share counted in parts. */
export async function weight(session) {
  const each = (await renderers(session)).map(async (id) => {
    const rollup = await readFile(`/proc/${id}/smaps_rollup`, "utf8").catch(() => "Pss: 0 kB");
    return 1024 * Number(/^Pss:\s+(\d+)/m.exec(rollup)[1]);
  });
  return (await Promise.all(each)).reduce((sum, bytes) => sum + bytes, 0);
}

/** The most that the renderers held together while `body` ran, in bytes. */
export async function peakWeight(browser, body) {
  const session = await browser.newBrowserCDPSession();
  let [most, over] = [0, false];
  const watching = (async () => {
    while (!over) {
      most = Math.max(most, await weight(session));
      await sleep(20);
    }
  })();
  try {
    await body();
  } finally {
    over = true;
    await watching;
    await session.detach();
  }
  return most;
}
