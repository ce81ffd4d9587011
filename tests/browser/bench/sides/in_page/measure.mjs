// How a workload is measured inside a page; measure.py does the same in Python.

/** Seconds of steps between two looks at the clock: too short to be interrupted often by what else the machine does. */
const BURST = 0.02;

/**
 * Seconds a step of `work` takes in the fastest of many bursts, `window` seconds of them after as many of warming up;
 * and the results after one step and after `checked` more. A step that takes longer than the window is timed once.
 */
export async function measure(work, { window, checked, eachStep }) {
  const timed = eachStep ? timedEach : timedTogether;
  const [first, later] = [await work(1), await work(checked)];
  let [steps, seconds] = [1, await timed(work, 1)];
  while (seconds < window) {
    steps *= seconds < window / 8 ? 8 : 2;
    seconds = await timed(work, steps);
  }
  const burst = Math.max(1, Math.round((steps * BURST) / seconds));
  let [fastest, spent] = steps === 1 ? [seconds, seconds] : [Infinity, 0];
  while (spent < window) {
    seconds = await timed(work, burst);
    [fastest, spent] = [Math.min(fastest, seconds / burst), spent + seconds];
  }
  return { first, later, seconds: fastest };
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
