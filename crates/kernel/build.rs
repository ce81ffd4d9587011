//! Sizes the stack that Rust keeps in memory. Python raises `RecursionError` when it runs out, but the browser's own
//! stack ends in a trap that takes the session along, and about 1 MB of it is all there is. With half a megabyte
//! here, recursion through native code (`sorted`, `repr`, `__add__`, `eval`) was seen to end in the error.

fn main() {
    if std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        println!("cargo::rustc-link-arg-bins=-zstack-size=524288");
    }
}
