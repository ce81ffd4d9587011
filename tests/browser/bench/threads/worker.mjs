// A worker that shares a memory with others and takes its part of each product: every so-many-th panel of B's columns.
//
// The first worker gives the word and measures; the others wait for it, first awake and then asleep, as a pool of threads
// does. What is multiplied is the kernel's own loop (crates/core/build/product.rs). Start reading at `measured`.

/** Places of numbers in the memory: how often the word was given, how many are ready, and how many there are to wait for. */
const [WORD, READY] = [0, 1];
/** Values of C that a call of the loop makes of each row, and how many rows a tile has. */
const [COLS, ROWS] = [8, 4];
const FLOAT = 4;
const FACTORS = 1024;
/** How often one looks for the word before falling asleep: some 50 microseconds. */
const LOOKS = 5000;
/** Seconds of products in a measurement, and products in a burst. */
const [WINDOW, BURST] = [0.3, 8];

let multiply, state, nth, count;

self.onmessage = ({ data }) => {
  const { memory, module, product } = data;
  ({ nth, count } = data);
  state = new Int32Array(memory.buffer, 0, 2);
  multiply = new WebAssembly.Instance(module, { kernel: { memory } }).exports.multiply;
  if (nth === 0) self.postMessage(measured(product));
  else serve(product);
};

/** Seconds that the product takes in the fastest burst. */
function measured(product) {
  let fastest = Infinity;
  const end = performance.now() + 1000 * WINDOW;
  while (performance.now() < end) {
    const begin = performance.now();
    for (let i = 0; i < BURST; i++) together(product);
    fastest = Math.min(fastest, (performance.now() - begin) / 1000 / BURST);
  }
  return fastest;
}

function together(product) {
  if (count > 1) {
    Atomics.store(state, READY, 0);
    Atomics.add(state, WORD, 1);
    Atomics.notify(state, WORD);
  }
  part(product);
  while (Atomics.load(state, READY) < count - 1 && count > 1);
}

function serve(product) {
  for (let heard = 0; ; ) {
    for (let look = 0; look < LOOKS && Atomics.load(state, WORD) === heard; look++);
    Atomics.wait(state, WORD, heard);
    heard = Atomics.load(state, WORD);
    part(product);
    Atomics.add(state, READY, 1);
  }
}

/** This worker's panels. The factors lie packed one behind the other, C behind them. */
function part([m, k, n]) {
  const b = FACTORS + m * k * FLOAT;
  const c = b + k * n * FLOAT;
  for (let panel = nth; panel < n / COLS; panel += count) {
    const column = panel * COLS * FLOAT;
    multiply(FACTORS, b + k * column, c + column, k, n * FLOAT, m / ROWS, 0);
  }
}
