// How a workload is measured inside a page; measure.py does the same in Python.

/**
 * Seconds a step of `work` takes, once at least `window` seconds were spent on steps, and the results after one step
 * and after `checked` more. Each doubling warms up the next.
 */
export async function measure(work, { window, checked }) {
  const [first, later] = [await work(1), await work(checked)];
  let [steps, seconds] = [1, await timed(work, 1)];
  while (seconds < window) {
    steps *= seconds < window / 8 ? 8 : 2;
    seconds = await timed(work, steps);
  }
  return { first, later, seconds: seconds / steps };
}

async function timed(work, steps) {
  const begin = performance.now();
  await work(steps);
  return (performance.now() - begin) / 1000;
}
