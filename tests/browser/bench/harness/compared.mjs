// One workload on every side: measured in turn, the results compared, the median time of each.
//
// Not here: the sides. Start reading at `compare`.

import { inTurn, median } from "./rounds.mjs";

/** How far results may lie apart; sums of a million float32 values in other orders do not agree better. */
const TOLERANCE = 1e-3;

/**
 * `seconds` that a step takes on each side (functions from a workload to a measurement). A side that computes something
 * other than the first one does is an error: no side is measured doing less. `limits`, functions that return what the
 * machine can do at most, are measured in turn with the sides, so that a busy moment meets both.
 */
export async function compare(workload, sides, limits = {}) {
  const bound = Object.entries(sides).map(([name, measure]) => [name, () => measure(workload)]);
  const measured = Object.entries(await inTurn({ ...Object.fromEntries(bound), ...limits }));
  const results = measured.filter(([name]) => name in sides);
  agree(workload, Object.fromEntries(results));
  return {
    seconds: medians(results.map(([name, all]) => [name, all.map(({ seconds }) => seconds)])),
    limits: medians(measured.filter(([name]) => name in limits)),
  };
}

function medians(measured) {
  return Object.fromEntries(measured.map(([name, numbers]) => [name, median(numbers)]));
}

function agree({ name, learns }, measured) {
  const [reference] = Object.values(measured)[0] ?? [];
  for (const [side, [result]] of Object.entries(measured)) {
    for (const moment of ["first", "later"]) {
      const [value, wanted] = [result[moment], reference[moment]];
      if (!(Math.abs(value - wanted) <= TOLERANCE * Math.max(1, Math.abs(wanted)))) {
        throw new Error(`${name}: ${side} computes ${value} and not ${wanted}`);
      }
    }
    if (learns && !(result.later < result.first)) throw new Error(`${name}: ${side} learns nothing`);
  }
}
