// A page without a debugger. For the pages that Playwright opens, the browser keeps all that comes from the network, to
// show it when asked, which nobody's browser does for a reader. Start reading at `openUnwatched`.

/** How often a condition is asked for, and how long, in milliseconds. */
const [PAUSE, PATIENCE] = [20, 180_000];

/** Opens a page in a context that Playwright does not know. What it can do is click, and wait for conditions. */
export async function openUnwatched(browser, url) {
  const session = await browser.newBrowserCDPSession();
  const { browserContextId } = await session.send("Target.createBrowserContext");
  const { targetId } = await session.send("Target.createTarget", { url: "about:blank", browserContextId });
  const send = await sender(session, targetId);
  await send("Page.navigate", { url });
  const evaluate = async (expression) => {
    const { exceptionDetails } = await send("Runtime.evaluate", { expression, awaitPromise: true });
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
  };
  return {
    click: (selector) => evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`),
    until: (condition) => evaluate(`new Promise((resolve, reject) => {
      const end = performance.now() + ${PATIENCE};
      const timer = setInterval(() => {
        const isSo = ${condition};
        if (!isSo && performance.now() < end) return;
        clearInterval(timer);
        isSo ? resolve() : reject(new Error("waited too long"));
      }, ${PAUSE});
    })`),
  };
}

/** Sends commands to a target. Its events stay unheard. */
async function sender(session, targetId) {
  const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false });
  const waiting = new Map();
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const answer = JSON.parse(message);
    waiting.get(answer.id)?.(answer);
  });
  let id = 0;
  return async (method, params) => {
    id += 1;
    const answered = new Promise((resolve) => waiting.set(id, resolve));
    await session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method, params }) });
    const { error, result } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
}
