//! Prints every measurement of this machine, natively.

use kindling_bench::{kernels, models};

fn main() {
    const MILLION: usize = 1_000_000;
    for n in [64, 128, 256, 512, 1024] {
        println!("matmul {n:>4}             {:8.2} GFLOP/s", kernels::matmul(n, n, n));
    }
    println!("64x784x128 transposed   {:8.2} GFLOP/s", kernels::matmul_transposed(64, 784, 128));
    println!("128x64x784              {:8.2} GFLOP/s", kernels::matmul(128, 64, 784));
    println!("copy                    {:8.2} GB/s", kernels::copy_bandwidth(MILLION));
    println!("elementwise chain       {:8.2} GB/s", kernels::chain_bandwidth(MILLION));
    println!("add a number            {:8.2} GB/s", kernels::add_bandwidth(MILLION));
    println!("multiply                {:8.2} GB/s", kernels::mul_bandwidth(MILLION));
    println!("relu                    {:8.2} GB/s", kernels::relu_bandwidth(MILLION));
    println!("sum                     {:8.2} GB/s", kernels::sum_bandwidth(MILLION));
    println!("MLP, SGD                {:8.3} ms", models::mlp_sgd_step());
    println!("MLP, Adam               {:8.3} ms", models::mlp_adam_step());
    println!("CNN, SGD                {:8.3} ms", models::cnn_step());
}
