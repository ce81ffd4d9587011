//! Gives the kernel's wasm a stack for Python's recursion: the default of 1 MB ends a few hundred calls deep.

fn main() {
    if std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        println!("cargo::rustc-link-arg-bins=-zstack-size=6291456");
    }
}
