//! Opens lessons, so that the page's own program need not: all of a folder when the page is built, and in the browser
//! one that was put beside the page later.
//!
//! What it is not: Markdown (see `kindling-notebook`). Start reading at `folder` for the build, `browser` for the page.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod first_slides;
#[cfg(not(target_arch = "wasm32"))]
mod folder;

#[cfg(target_arch = "wasm32")]
fn main() {}

/// Called with the folder of a built page.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> anyhow::Result<()> {
    match std::env::args_os().nth(1) {
        Some(page) => folder::open_lessons(page.as_ref()),
        None => anyhow::bail!("which folder holds the page?"),
    }
}
