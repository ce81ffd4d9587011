// How a workload is measured inside a page; measure.py does the same in Python.

/**
 * Seconds a step of `work` takes, measured over as many as took `window` seconds just before, which warmed up; and the
 * results after one step and after `checked` more.
 */
export async function measure(work, { window, checked, eachStep }) {
  const timed = eachStep ? timedEach : timedTogether;
  const [first, later] = [await work(1), await work(checked)];
  let [steps, seconds] = [1, await timed(work, 1)];
  while (seconds < window) {
    steps *= seconds < window / 8 ? 8 : 2;
    seconds = await timed(work, steps);
  }
  return { first, later, seconds: (await timed(work, steps)) / steps };
}

async function timedTogether(work, steps) {
  const begin = performance.now();
  await work(steps);
  return (performance.now() - begin) / 1000;
}

/** The same with each step's result read, which is what `work` ends with. */
async function timedEach(work, steps) {
  const begin = performance.now();
  for (let taken = 0; taken < steps; taken++) await work(1);
  return (performance.now() - begin) / 1000;
}
