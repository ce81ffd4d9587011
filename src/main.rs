//! The page: a deck of slides whose cells run in a worker.
//!
//! What it is not: Python or tensors (see `kindling-kernel`), Markdown (`kindling-notebook`) or drawing
//! (`kindling-plot`). Start reading at [`app`], then [`session`], which holds all state.

mod app;
mod browser;
mod panels;
mod session;
mod views;
mod words;

fn main() {
    console_error_panic_hook::set_once();
    app::mount();
}
