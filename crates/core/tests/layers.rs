//! The order of the core's modules: each knows only those before it.

use std::path::Path;

#[test]
fn modules_know_only_those_below_them() {
    let order = [
        "error",
        "layout",
        "webgpu",
        "tensor",
        "kernels",
        "random",
        "autograd",
        "ops",
        "backward",
        "optim",
        "checkpoint",
    ];
    kindling_testing::modules::check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &order);
}
