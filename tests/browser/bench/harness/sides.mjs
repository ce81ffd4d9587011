// The sides that a bench compares, opened in one browser.
//
// Not here: how each of them works (sides/). Start reading at `openSides`.

import { pytorchVersion, measurePyTorch } from "../sides/pytorch.mjs";
import { openKindling } from "../sides/kindling.mjs";
import { openPeer } from "../sides/peer.mjs";

export const OURS = "Kindling";
export const PYTORCH = "PyTorch";

/** Named functions from a workload to a measurement: ours first, then the peers, which are `[library, backend]`. */
export async function openSides(browser, peers) {
  const kindling = await openKindling(browser);
  const sides = { [OURS]: (workload) => kindling.measure(workload) };
  for (const [library, backend] of peers) {
    const peer = await openPeer(browser, library, backend);
    sides[`${library} ${backend}`] = peer.measure;
  }
  return sides;
}

/** PyTorch beside them, and its version. */
export async function withPyTorch(sides) {
  return [{ ...sides, [PYTORCH]: measurePyTorch }, await pytorchVersion()];
}

/** The fastest of the sides that run in the browser, ours aside. */
export function fastestPeer(seconds) {
  const peers = Object.entries(seconds).filter(([side]) => side !== OURS && side !== PYTORCH);
  return peers.toSorted(([, a], [, b]) => a - b)[0];
}
