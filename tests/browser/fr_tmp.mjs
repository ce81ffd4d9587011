import { launch } from "./browser.mjs";
const browser = await launch();
function pressRun() {
  const seen = (globalThis.seen = {});
  const waits = {
    cells: () => document.querySelectorAll("[data-cell]").length > 40,
    slides: () => document.querySelector("#deck .slide h1"),
    first: () => document.querySelector('[aria-label="Run cell 1"]'),
    second: () => document.querySelector('[aria-label="Run cell 2"]'),
    ready: () => document.documentElement.dataset.kernel !== "starting",
    result: () => [...document.querySelectorAll("[data-output] pre")].find((pre) => pre.textContent.includes("tensor(")),
  };
  const painted = (name) => requestAnimationFrame(() => setTimeout(() => (seen[name] = performance.now() / 1000)));
  new PerformanceObserver((list) => {
    for (const { identifier, renderTime } of list.getEntries()) seen[identifier+"_et"] = renderTime / 1000;
  }).observe({ type: "element", buffered: true });
  new MutationObserver(() => {
    for (const [name, find] of Object.entries(waits)) {
      const found = find();
      if (!found) continue;
      delete waits[name];
      if (name === "first" || name === "second") found.click();
      seen[name + "_dom"] = performance.now() / 1000;
      painted(name); if (found.setAttribute) found.setAttribute("elementtiming", name);
    }
  }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
}
for (let round = 0; round < 3; round++) {
  const profile = await browser.newContext();
  for (const visit of ["cold", "warm"]) {
    const page = await profile.newPage();
    await page.addInitScript(pressRun);
    let cdp;
    if (process.argv[2] === "profile" && round === 1) { cdp = await profile.newCDPSession(page); await cdp.send("Profiler.enable"); await cdp.send("Profiler.setSamplingInterval",{interval:500}); await cdp.send("Profiler.start"); }
    await page.goto("http://localhost:8200/", { waitUntil: "commit" });
    await page.waitForFunction(() => globalThis.seen?.result);
    const seen = await page.evaluate(() => globalThis.seen);
    const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime / 1000);
    const res = await page.evaluate(() => performance.getEntriesByType("resource").map((e)=>[e.name.split("/").pop().slice(0,24), Math.round(e.startTime), Math.round(e.responseEnd)].join(" ")));
    const mark = await page.workers()[0].evaluate(() => performance.getEntriesByType("mark").map(({ name, startTime }) => `${name} ${Math.round(startTime)}`));
    const origin = await page.workers()[0].evaluate(() => performance.timeOrigin) - await page.evaluate(() => performance.timeOrigin);
    const wr = await page.workers()[0].evaluate(() => performance.getEntriesByType("resource").map((e)=>[e.name.split("/").pop().slice(0,24), Math.round(e.startTime), Math.round(e.responseStart), Math.round(e.responseEnd)].join(" "))); console.log("worker", wr.join(", ")); console.log(visit, "paint", paint?.toFixed(2), Object.entries(seen).map(([k, v]) => `${k} ${v.toFixed(2)}`).join(", "), mark.join(), "worker origin", Math.round(origin));
    if (round === 1) console.log(res.join("\n"));
    if (cdp) { const { profile: p } = await cdp.send("Profiler.stop"); const { writeFileSync } = await import("node:fs"); writeFileSync(`/tmp/prof_${visit}.json`, JSON.stringify(p)); }
    await new Promise((r) => setTimeout(r, 6000));
    await page.close();
  }
  await profile.close();
}
await browser.close();
