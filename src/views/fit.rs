//! In slide view: letters that grow with the window, and a slide's content in the room that there is.
//!
//! What it is not: which slide is shown (see [`crate::views::present`]). Start reading at [`follow`] and
//! [`STEPS`].

use crate::browser::dom;
use crate::views::deck::Deck;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlImageElement, ResizeObserver};

/// How a slide is laid out: the page's unit of type and the height of figures, both in hundredths of the window's height,
/// whether lines are close together, and how wide a sheet must be, in units, for output to stand beside its code.
struct Step {
    unit: f64,
    figures: f64,
    tight: bool,
    beside_from: f64,
}

/// The unit that the last row of a class can read.
const LEAST: f64 = 2.75;
/// From so many units on, a sheet is wide enough for code and output side by side; from so many on it can be.
const WIDE: f64 = 50.0;
const WIDE_ENOUGH: f64 = 40.0;

const fn step(unit: f64, figures: f64, tight: bool) -> Step {
    Step { unit, figures, tight, beside_from: WIDE }
}

/// Output beside code that is long enough to be broken there.
const fn beside(figures: f64) -> Step {
    Step { unit: LEAST, figures, tight: true, beside_from: WIDE_ENOUGH }
}

/// The first with which all of the slide is in view is taken, else [`LONG`]: then the slide scrolls. Those before [`OF_CODE`]
/// are for slides without cells, as Marp has them: beside code, letters would change with each output. The smallest letters
/// are 0.8 of the unit, which with the last is what the last row of a class can read.
const STEPS: [Step; 12] = [
    step(4.0, 62.0, false),
    step(3.5, 62.0, false),
    step(3.1, 62.0, false),
    step(3.1, 50.0, false),
    step(2.9, 56.0, false),
    step(2.9, 44.0, false),
    step(LEAST, 50.0, false),
    step(LEAST, 50.0, true),
    step(LEAST, 40.0, true),
    step(LEAST, 32.0, true),
    beside(32.0),
    step(LEAST, 24.0, true),
];
const OF_CODE: usize = 2;
const LONG: Step = step(LEAST, 50.0, true);

/// Of a page whose cells have their output beside the code.
const BESIDE: &str = "data-beside";
/// Of a slide that scrolls.
const OVERFLOWS: &str = "data-overflows";

/// In windows that are narrower than a slide of 4 by 3, the width decides.
const HEIGHT_OF_WIDTH: f64 = 0.75;
/// On a phone letters are no smaller than in the column.
const LEAST_UNIT: f64 = 15.0;
/// The unit of the column, in pixels.
const UNIT: f64 = 16.0;

/// Fits the slide in view whenever it, its content or the window changes.
pub fn follow(deck: Deck) {
    let waits = StoredValue::new(false);
    let soon = move || {
        let waited = waits.try_update_value(|waits| std::mem::replace(waits, true)).unwrap_or(true);
        if !waited {
            request_animation_frame(move || {
                waits.set_value(false);
                fit(deck);
            });
        }
    };
    let changed = Closure::<dyn FnMut()>::new(soon);
    // The page lives as long.
    let observer =
        ResizeObserver::new(changed.as_ref().unchecked_ref()).ok().map(|watching| (watching, changed));
    let observer = StoredValue::new_local(observer);
    window_event_listener(leptos::ev::resize, move |_| soon());
    Effect::new(move |_| {
        let (presenting, current) = (deck.presenting.get(), deck.current.get());
        observer.with_value(|observer| observer.as_ref().map(|(watching, _)| watching.disconnect()));
        if !presenting {
            unfit(deck);
            return;
        }
        let Some(slide) = dom::slide_element(current) else { return };
        slide.set_scroll_top(0);
        measure_images(&slide);
        let sheet = slide.query_selector(".sheet").ok().flatten();
        for watched in [Some(slide), sheet].into_iter().flatten() {
            observer.with_value(|observer| observer.as_ref().map(|(watching, _)| watching.observe(&watched)));
        }
        // Other effects show the slide first.
        soon();
    });
}

fn fit(deck: Deck) {
    if !deck.presenting.get_untracked() {
        return;
    }
    let (Some(root), Some(slide)) = (dom::root(), dom::slide_element(deck.current.get_untracked())) else {
        return;
    };
    // Paper has sizes of its own; a frame that was asked for before would bring back the window's.
    if root.has_attribute("data-printing") {
        return;
    }
    // One that scrolls is laid out otherwise: it is measured as one that does not.
    let _ = slide.remove_attribute(OVERFLOWS);
    let fits = |step: &&Step| {
        lay_out(&root, &slide, step);
        slide.scroll_height() <= slide.client_height() + 1
    };
    let has_cells = matches!(slide.query_selector(".cell"), Ok(Some(_)));
    let fitting = STEPS.iter().skip(if has_cells { OF_CODE } else { 0 }).find(fits);
    let unit = lay_out(&root, &slide, fitting.unwrap_or(&LONG));
    // An attribute of the page's own is always taken.
    let _ = slide.toggle_attribute_with_force(OVERFLOWS, fitting.is_none());
    let scale = unit / UNIT;
    if (deck.scale.get_untracked() - scale).abs() > 1e-3 {
        deck.scale.set(scale);
    }
}

/// Sets the sizes; the unit in pixels.
fn lay_out(root: &HtmlElement, slide: &Element, step: &Step) -> f64 {
    let height = dom::window_height().min(dom::window_width() * HEIGHT_OF_WIDTH);
    let unit = (step.unit / 100.0 * height).max(LEAST_UNIT);
    let style = HtmlElement::style(root);
    // Through the object model, which the page's content security policy allows.
    let _ = style.set_property("font-size", &format!("{unit:.2}px"));
    let _ = style.set_property("--figure", &format!("{}vh", step.figures));
    let _ = root.toggle_attribute_with_force("data-tight", step.tight);
    let sheet = slide.query_selector(".sheet").ok().flatten();
    let width = sheet.map_or(0.0, |sheet| f64::from(sheet.client_width()) / unit);
    let _ = root.toggle_attribute_with_force(BESIDE, width >= step.beside_from);
    unit
}

/// Back to the sizes of the column.
pub fn unfit(deck: Deck) {
    if let Some(root) = dom::root() {
        let style = HtmlElement::style(&root);
        let _ = style.remove_property("font-size");
        let _ = style.remove_property("--figure");
        let _ = root.remove_attribute("data-tight");
        let _ = root.remove_attribute(BESIDE);
    }
    deck.scale.set(1.0);
}

/// Has pictures that say their width in pixels grow with the letters.
fn measure_images(slide: &Element) {
    let Ok(images) = slide.query_selector_all("img[width]") else { return };
    for image in
        (0..images.length()).filter_map(|index| images.item(index)?.dyn_into::<HtmlImageElement>().ok())
    {
        let width = image.get_attribute("width").and_then(|width| width.parse::<f64>().ok());
        if let Some(width) = width {
            let _ = HtmlElement::style(&image).set_property("--width", &format!("{}rem", width / UNIT));
        }
    }
}
