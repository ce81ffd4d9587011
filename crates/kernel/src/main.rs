//! The kernel: Python in a worker of the page, driven by messages.
//!
//! What it is not: Python (kindling-python) or the messages' meaning (kindling-protocol). Start reading at
//! [`worker::listen`]. Natively there is nothing here: the command line runs cells by itself.

#[cfg(any(target_arch = "wasm32", test))]
mod allocator;
#[cfg(target_arch = "wasm32")]
mod fetch;
#[cfg(target_arch = "wasm32")]
mod image;
#[cfg(target_arch = "wasm32")]
mod post;
#[cfg(any(target_arch = "wasm32", test))]
#[cfg_attr(test, expect(dead_code, reason = "nothing runs cells there"))]
mod printing;
#[cfg(any(target_arch = "wasm32", test))]
#[cfg_attr(test, expect(dead_code, reason = "nothing runs cells there"))]
mod reserve;
#[cfg(target_arch = "wasm32")]
mod screen;
#[cfg(target_arch = "wasm32")]
mod suspend;
#[cfg(target_arch = "wasm32")]
mod warm_up;
#[cfg(target_arch = "wasm32")]
mod worker;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: allocator::Recent = allocator::Recent::new();

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::start();
}
