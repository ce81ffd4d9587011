// Where things are served and kept; `cargo xtask bench` says it.

/** This folder, served: pages for the libraries beside ours. */
export const BENCH_URL = process.env.KINDLING_BENCH_URL ?? "http://localhost:8001/";
/** Where results are kept for `report.mjs`. */
export const RESULTS = process.env.KINDLING_BENCH_RESULTS ?? "target/bench";
export const PYTHON = process.env.KINDLING_PYTHON ?? "python3";
