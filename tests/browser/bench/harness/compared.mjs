// One workload on every side: measured in turn, the results compared, the median time of each.
//
// Not here: the sides. Start reading at `compare`.

import { inTurn, median } from "./rounds.mjs";

/** How far results may lie apart; sums of a million float32 values in other orders do not agree better. */
const TOLERANCE = 1e-3;

/**
 * Seconds a step takes on each side (functions from a workload to a measurement). A side that computes something
 * other than the first one does is an error: no side is measured doing less. What the machine can do at most
 * (`limits`, functions that return a number) is measured in turn with the sides, so that a busy moment meets both.
 */
export async function compare(workload, sides, limits = {}) {
  const bound = Object.entries(sides).map(([name, measure]) => [name, () => measure(workload)]);
  const all = await inTurn({ ...Object.fromEntries(bound), ...limits });
  const [results, most] = parted(all, (name) => name in sides);
  agree(workload, results);
  const seconds = medians(results, ({ seconds }) => seconds);
  return { ...seconds, ...medians(most, (number) => number) };
}

/** Two objects: the properties whose names pass, and the others. */
function parted(object, passes) {
  const entries = Object.entries(object);
  return [true, false].map((wanted) => Object.fromEntries(entries.filter(([name]) => passes(name) === wanted)));
}

function medians(measured, read) {
  return Object.fromEntries(Object.entries(measured).map(([name, all]) => [name, median(all.map(read))]));
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
