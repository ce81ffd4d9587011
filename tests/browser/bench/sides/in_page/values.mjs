// Data that every library can make alike, as plain arrays: what prelude.py makes in Python.

/** Values between -1 and 1 that repeat late. */
export const values = (shape) =>
  Float32Array.from({ length: sizeOf(shape) }, (_, i) => ((i * 7919 + 13) % 2003) / 1001.5 - 1);

/** What parameters start from. */
export const fill = (shape) => values(shape).map((value) => value * 0.1);

export const labels = (count) => Int32Array.from({ length: count }, (_, i) => (i * 7) % 10);

/** The lesson's points: forty to train on, ten to test on. */
export function lesson() {
  const x = Float32Array.from({ length: 50 }, (_, i) => i * 0.02);
  const y = x.map((value) => 0.7 * value + 0.3);
  return { train: { x: x.slice(0, 40), y: y.slice(0, 40) }, test: { x: x.slice(40), y: y.slice(40) } };
}

const sizeOf = (shape) => shape.reduce((product, size) => product * size, 1);
