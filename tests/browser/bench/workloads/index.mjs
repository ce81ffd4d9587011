// What is measured: the folder of each workload, what it is called, and its parameters.
//
// Not here: the programs, which lie beside each other in the folders.

const trained = (folder, name, parameters = {}) => ({ folder, name, parameters, checked: 10, learns: true });
const computed = (folder, name, parameters = {}) => ({ folder, name, parameters, checked: 1, learns: false });

export const STRAIGHT_LINE = trained("straight_line", "the lesson's epoch, L1 loss and SGD");
export const MLP_SGD = trained("mlp", "784-128-10, batch 64, SGD", { OPTIMIZER: "SGD" });

export const TRAINING = [
  STRAIGHT_LINE,
  trained("linear_adam", "the same through `nn.Linear` and Adam"),
  MLP_SGD,
  trained("mlp", "784-128-10, batch 64, Adam", { OPTIMIZER: "Adam" }),
  trained("cnn", "a small CNN, batch 32 of 28x28"),
];

export const product = (size) => computed("matmul", `${size}x${size} times ${size}x${size}`, { N: size });

export const CHAIN = computed("chain", "`((x * 2 + 1).relu() * x).sum()`");
export const SUM = computed("sum", "`x.sum()`");

/** The same workload with the result of each step read before the next one. */
export const readEachStep = (workload) => ({ ...workload, name: `${workload.name}, every loss read`, eachStep: true });

const first = (file, name, torch = false) => ({ file, name, torch });

/** Programs that are run once, in `first_run`. */
export const FIRST_RUNS = [
  first("lesson.py", "the lesson's 100 epochs", true),
  first("mlp.py", "784-128-10, 100 steps", true),
  first("loop.py", "300,000 iterations at the top of a cell"),
  first("function.py", "the same in a function"),
  first("comprehension.py", "a comprehension of as many"),
  first("words.py", "counting words"),
  first("objects.py", "objects and methods"),
];
