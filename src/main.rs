//! The page: a deck of slides whose cells run in a worker.
//!
//! What it is not: Python or tensors (see `kindling-kernel`), Markdown (`kindling-notebook`) or drawing
//! (`kindling-plot`). Start reading at [`app`], then [`session`], which holds all state.

mod app;
mod bar;
mod cell;
mod deck;
mod device;
mod dom;
mod editor;
mod files;
mod hints;
mod icons;
mod kernel;
mod lesson;
mod outline;
mod output;
mod outputs;
mod plot;
mod present;
mod session;
mod sheet;
mod slide;
mod store;
mod theme;

fn main() {
    console_error_panic_hook::set_once();
    app::mount();
}
