// How everything is measured: each side in turn, several times, and the median of each.
//
// Not here: what is measured. Start reading at `inTurn`.

/** One short round, to see that things run; its numbers are good for nothing. */
export const QUICK = Boolean(process.env.KINDLING_BENCH_QUICK);
/** How often each side is measured; tables say so. */
export const ROUNDS = QUICK ? 1 : Number(process.env.KINDLING_BENCH_ROUNDS ?? 5);
/** Seconds of steps in a measurement. */
export const WINDOW = QUICK ? 0.1 : 0.5;

/**
 * Calls each side's function in turn, `ROUNDS` times over: what else the machine does then meets all of them.
 * Returns the measurements of each side. A side that fails is left out, and said.
 */
export async function inTurn(sides) {
  const measured = new Map(Object.keys(sides).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of [...measured.keys()]) {
      try {
        measured.get(name).push(await sides[name]());
      } catch (error) {
        console.error(`${name} cannot: ${String(error.message ?? error).slice(0, 600)}`);
        measured.delete(name);
      }
    }
  }
  return Object.fromEntries(measured);
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
