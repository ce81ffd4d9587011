// What is measured: the folder of each workload, what it is called, and its parameters.
//
// Not here: the programs, which lie beside each other in the folders.

const trained = (folder, name, parameters = {}) => ({ folder, name, parameters, checked: 10, learns: true });
const computed = (folder, name, parameters = {}) => ({ folder, name, parameters, checked: 1, learns: false });

export const STRAIGHT_LINE = trained("straight_line", "the lesson's epoch, L1 loss and SGD");
export const MLP_SGD = trained("mlp", "784-128-10, batch 64, SGD", { OPTIMIZER: "SGD" });

const gpt = (name, LAYERS, WIDTH, TOKENS, BATCH) => trained("gpt", name, { LAYERS, WIDTH, TOKENS, BATCH });

export const CNN = trained("cnn", "a small CNN, batch 32 of 28x28");

/** A GPT of letters, as large as one that a course trains. */
export const GPT = gpt("a GPT, 4 blocks of 128, batch 32 of 64", 4, 128, 64, 32);

export const TRAINING = [
  STRAIGHT_LINE,
  trained("linear_adam", "the same through `nn.Linear` and Adam"),
  MLP_SGD,
  trained("mlp", "784-128-10, batch 64, Adam", { OPTIMIZER: "Adam" }),
  CNN,
  trained("lstm", "an LSTM, 8 to 32, batch 16 of 25 steps"),
  gpt("a small GPT, 2 blocks of 64, batch 16 of 32", 2, 64, 32, 16),
  trained("makemore", "embedding, tanh, 27 letters, batch 32"),
];

export const product = (size) => computed("matmul", `${size}x${size} times ${size}x${size}`, { N: size });

export const CHAIN = computed("chain", "`((x * 2 + 1).relu() * x).sum()`");
export const SUM = computed("sum", "`x.sum()`");

/** Functions of a matrix of 256x256, or of 8 images with 16 channels of 28x28. */
export const ITERATED = [
  ..."tanh exp gelu softmax log_softmax layer_norm sum max argmax cumsum matmul".split(" "),
  ..."transpose flip sort index_select where conv2d".split(" "),
].map((name) => computed("iterated", name, { NAME: name }));

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
