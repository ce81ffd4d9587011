// Values of Python's own that are too large or take too long: an error as in CPython, or a loop that Stop ends; and the
// session lives on. Natively crates/python/tests/huge.rs asks for more.

import assert from "node:assert/strict";

import { kernelIn } from "./kernel.mjs";
import { story } from "./support.mjs";

const REFUSED = {
  "[0] * 10**10": "OverflowError|MemoryError",
  "[0] * (2**31 - 1)": "MemoryError",
  "'x' * 10**10": "OverflowError|MemoryError",
  "'xy' * (2**31 - 1)": "OverflowError|MemoryError",
  "b'x' * 10**10": "OverflowError|MemoryError",
  "bytearray(10**10)": "OverflowError|MemoryError",
  "bytes(2**31 - 1) + bytes(2**31 - 1)": "MemoryError",
  "1 << 10**11": "OverflowError|MemoryError",
  "list(range(10**10))": "OverflowError|MemoryError",
  "list(range(10**9))": "MemoryError",
  "' '.join(['x' * 10**6] * 10**4)": "MemoryError",
  "('x' * 10**6).replace('x', 'y' * 10**5)": "MemoryError",
  "'%*d' % (10**10, 1)": "OverflowError|MemoryError",
  "'%2147483647d' % 1 * 2": "OverflowError|MemoryError|ValueError",
  "'x'.zfill(10**10)": "OverflowError|MemoryError",
  "'x'.center(2**31 - 1)": "MemoryError",
  "'{:>99999999999}'.format(1)": "ValueError",
  "'{:>2147483647}'.format(1) * 2": "MemoryError|ValueError",
  "('\\t' * 10**6).expandtabs(10**6)": "MemoryError|OverflowError",
  "('x ' * 4 * 10**8).split()": "MemoryError",
  "int('9' * 10**7)": "ValueError",
  "str(7 ** 10**6)": "ValueError",
  "eval('-' * 300_000 + '1')": "RecursionError|MemoryError",
  "eval('(' * 300_000)": "SyntaxError",
  "eval('+'.join(['1'] * 300_000))": "RecursionError|MemoryError",
  "eval('a' + '.b' * 300_000)": "RecursionError|MemoryError",
  "l = [0]\nwhile True: l += l": "MemoryError",
  "s = 'x'\nwhile True: s += s": "MemoryError",
  "def f():\n    s = 'x'\n    while True: s = s + s\nf()": "MemoryError",
  "s = b'x'\nwhile True: s += s": "MemoryError",
  "s = 'x' * 10**9\ns += s\ns += s": "MemoryError",
  "hoard = []\nwhile True: hoard.append(str(len(hoard)) * 100)": "MemoryError",
};

const STOPPED = [
  "7 ** 10**8",
  "x = 3 ** 10**7\nwhile True: x * x % 12345",
  "sum(range(10**10))",
  "max(range(10**10))",
  "sorted(__import__('itertools').count(), key=lambda n: -n)",
  "10**10 in (n for n in range(10**10))",
  "any(map(bool, __import__('itertools').repeat(0)))",
  "all(iter(int, 1)) or any(iter(int, 1))",
  "__import__('collections').deque(range(10**10), 1)",
  "import math\nmath.factorial(10**7)",
  "pow(3, 10**20000, 10**20000 + 1)",
  "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(100)",
  "class Forever:\n    def __iter__(self): return self\n    def __next__(self): return 1\nsum(Forever())",
  "from torch import nn\nnn.GRU(1, 1, 2**64)",
  "import matplotlib.pyplot as plt\nplt.subplots(2**32)",
];

/** What takes all the memory that there is. */
const SLOW_AND_LARGE = [
  "d = {}\ni = 0\nwhile True:\n    d[i] = i\n    i += 1",
  "set(range(10**9))",
  "[n for n in range(10**9)]",
  "l = []\nwhile True: l.append(0)",
];

async function lives(page) {
  const kept = await page.evaluate(() => kernel.run("print(kept)"));
  assert.equal(kept.status, "Ok", `${kept.name} ${kept.value}`);
}

async function begin(page) {
  await kernelIn(page);
  await page.evaluate(async () => {
    globalThis.kernel = new TestKernel();
    await kernel.run("kept = 1");
  });
}

story("values that are too large are errors as in CPython", async (page) => {
  await begin(page);
  const others = [];
  for (const [source, expected] of Object.entries(REFUSED)) {
    const { status, name, value } = await page.evaluate((source) => kernel.run(source), source);
    if (!new RegExp(`^(${expected})$`).test(name)) others.push(`${source}: ${status} ${name} ${value}`);
    await page.evaluate(() => kernel.run("l = s = hoard = None"));
    await lives(page);
  }
  assert.deepEqual(others, []);
});

story("what takes long is stopped within two seconds", async (page) => {
  await begin(page);
  for (const source of STOPPED) {
    const began = Date.now();
    const { status, name, value } = await page.evaluate((source) => kernel.run(source, { stopAfter: 500 }), source);
    assert.equal(status, "Interrupted", `${source}: ${status} ${name} ${value}`);
    assert.ok(Date.now() - began < 2500, `${source} took ${Date.now() - began} ms`);
    await lives(page);
  }
});

for (const source of SLOW_AND_LARGE) {
  story(`small values that fill the memory are an error: ${source.replaceAll(/\s+/g, " ")}`, async (page) => {
    await begin(page);
    const { name, value } = await page.evaluate((source) => kernel.run(source, { patience: 200_000 }), source);
    assert.equal(name, "MemoryError", value);
    await page.evaluate(() => kernel.run("d = l = None"));
    await lives(page);
  });
}
