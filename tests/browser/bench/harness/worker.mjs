// The developer tools' protocol with a page's worker, which Playwright's own sessions do not reach.
//
// Not here: what is said to it. Start reading at `workerSession`.

/** A way to send commands to the page's first worker. */
export async function workerSession(page) {
  const session = await page.context().newCDPSession(page);
  const attached = new Promise((resolve) =>
    session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => targetInfo.type === "worker" && resolve(sessionId)),
  );
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const sessionId = await attached;
  const pending = new Map();
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result, error } = JSON.parse(message);
    const { resolve, reject } = pending.get(id) ?? {};
    pending.delete(id);
    if (error) reject?.(new Error(error.message));
    else resolve?.(result);
  });
  let count = 0;
  const send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      const id = ++count;
      pending.set(id, { resolve, reject });
      session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method, params }) }).catch(reject);
    });
  return { send, detach: () => session.detach() };
}
