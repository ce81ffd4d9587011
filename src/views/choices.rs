//! How code is shown, as the reader chose it, on the visit before too.
//!
//! What it is not: the commands that change it (see [`crate::views::commands`]). Start reading at [`choice`].

use crate::browser::{dom, store};
use leptos::prelude::*;

const LETTERS: &str = "kindling/letters";
/// The smallest and the largest letters of code, and how much a step changes them.
const SIZES: (f64, f64) = (0.7, 2.0);
const STEP: f64 = 0.1;

/// A yes or no; an attribute of the root tells it to the styles.
pub fn choice(name: &'static str) -> RwSignal<bool> {
    let key = format!("kindling/{name}");
    let chosen = RwSignal::new(store::read(&key).is_some());
    Effect::new(move |before: Option<()>| {
        let chosen = chosen.get();
        if before.is_some() {
            // A choice that cannot be kept holds until the page is closed.
            let _ = store::write(&key, chosen.then_some(""));
        }
        if let Some(root) = dom::root() {
            // An attribute of the page's own is always taken.
            let _ = root.toggle_attribute_with_force(&format!("data-{name}"), chosen);
        }
    });
    chosen
}

/// The size of letters in code; a property of the root tells it to the styles.
pub fn letters() -> RwSignal<f64> {
    let chosen = store::read(LETTERS).and_then(|size| size.parse().ok()).unwrap_or(1.0);
    let size = RwSignal::new(within(chosen));
    Effect::new(move |_| {
        if let Some(root) = dom::root() {
            // Through the object model, which the page's content security policy allows.
            let _ = web_sys::HtmlElement::style(&root).set_property("--letters", &size.get().to_string());
        }
    });
    size
}

/// Makes letters larger by so many steps, or smaller.
pub fn resize(letters: RwSignal<f64>, steps: f64) {
    let size = within(letters.get_untracked() + steps * STEP);
    letters.set(size);
    // A choice that cannot be kept holds until the page is closed.
    let _ = store::write(LETTERS, Some(&size.to_string()));
}

fn within(size: f64) -> f64 {
    (size * 100.0).round().clamp(SIZES.0 * 100.0, SIZES.1 * 100.0) / 100.0
}
