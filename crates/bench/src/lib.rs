//! How fast the tensor core computes, beside what the machine can do: each function measures one thing and returns a
//! number. In the browser they are exports, natively `cargo run --release -p kindling-bench` prints them all.
//!
//! What it is not: the page's own times, which include Python (see `tests/browser/bench`). Start at [`kernels`].
//!
//! For the browser: `cargo build --release -p kindling-bench --lib --target wasm32-unknown-unknown`, then
//! `wasm-bindgen --target web --out-dir OUT target/wasm32-unknown-unknown/release/kindling_bench.wasm`. What a worker
//! or page imports from `OUT/kindling_bench.js`, after `await init()`:
//!
//! | function | returns |
//! | --- | --- |
//! | `simd_peak()`, `relaxed_peak()` | GFLOP/s in registers alone; `relaxed_peak` throws without relaxed SIMD |
//! | `matmul(m, k, n)`, `matmul_transposed(m, k, n)` | GFLOP/s of a product, the second with a transposed factor |
//! | `matmul_error(m, k, n)` | the largest difference of a product from sums in float64 |
//! | `copy_bandwidth(count)` | GB/s, read and written, of a plain loop over memory |
//! | `add_bandwidth`, `mul_bandwidth`, `relu_bandwidth`, `chain_bandwidth(count)` | GB/s, read and written, of operators |
//! | `sum_bandwidth(count)` | GB/s, read, of a sum |
//! | `mlp_sgd_step()`, `mlp_adam_step()`, `cnn_step()` | milliseconds a training step |

mod clock;
pub mod kernels;
pub mod models;
#[cfg(target_arch = "wasm32")]
pub mod peak;

pub use clock::seconds;

/// Seconds that one call of `work` takes: the best of many short rounds, because other programs run too. A round is
/// fifty times what browsers' clocks can tell apart.
fn best(mut work: impl FnMut()) -> f64 {
    const ROUNDS: usize = 60;
    const ROUND: f64 = 0.005;
    let mut time = |calls: usize| {
        let begin = seconds();
        (0..calls).for_each(|_| work());
        seconds() - begin
    };
    let mut shortest =
        |calls: usize, rounds: usize| (0..rounds).map(|_| time(calls)).fold(f64::INFINITY, f64::min);
    let mut calls = 1;
    while shortest(calls, 3) < ROUND {
        calls *= 2;
    }
    shortest(calls, ROUNDS) / calls as f64
}
