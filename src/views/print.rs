//! On paper: one slide a page, or a handout with what is said to each slide. All answers are unfolded and all figures are
//! drawn, in light colours, and nothing is cut.
//!
//! What it is not: what is left out there, which `www/style/print.css` says. Start reading at [`follow`].

use crate::browser::dom;
use crate::views::deck::Deck;
use crate::views::fit;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What a page of paper holds in height, in pixels: the lower of A4 and Letter on their long side.
const PAGE: f64 = 690.0;
/// Letters are not made smaller than that: what is longer goes on on the next page.
const LEAST: f64 = 0.62;

/// Answers that were unfolded for printing alone.
const UNFOLDED: &str = "data-unfolded";

/// Lays the deck out for paper whenever the browser is about to print, whoever asked it to.
pub fn follow(deck: Deck) {
    window_event_listener_untyped("beforeprint", move |_| lay_out(deck));
    window_event_listener_untyped("afterprint", move |_| put_back(deck));
}

/// Prints once the page shows what it is to show.
pub fn print(deck: Deck, is_handout: bool) {
    deck.handout.set(is_handout);
    dom::after_paint(|| {
        // A browser that cannot print shows nothing either.
        let _ = window().print();
    });
}

fn lay_out(deck: Deck) {
    let Some(root) = dom::root() else { return };
    fit::unfit(deck);
    let _ = root.remove_attribute("data-view");
    let word = if deck.handout.get_untracked() { "handout" } else { "slides" };
    let _ = root.set_attribute("data-printing", word);
    for answer in all("#deck details:not([open])") {
        let _ = answer.toggle_attribute_with_force("open", true);
        let _ = answer.toggle_attribute_with_force(UNFOLDED, true);
    }
    if word == "slides" {
        all("section.slide").for_each(|slide| shrink(&slide));
    }
}

/// Makes a slide's letters small enough for one page, if that is in reason.
fn shrink(slide: &Element) {
    let zoom = PAGE / f64::from(slide.scroll_height().max(1));
    if (LEAST..1.0).contains(&zoom) {
        set_zoom(slide, &format!("{zoom:.3}"));
    }
}

fn put_back(deck: Deck) {
    let Some(root) = dom::root() else { return };
    let _ = root.remove_attribute("data-printing");
    for answer in all(&format!("[{UNFOLDED}]")) {
        let _ = answer.remove_attribute("open");
        let _ = answer.remove_attribute(UNFOLDED);
    }
    all("section.slide").for_each(|slide| set_zoom(&slide, ""));
    deck.handout.set(false);
    if deck.presenting.get_untracked() {
        let _ = root.set_attribute("data-view", "slides");
    }
    // What depends on the window's size is laid out anew.
    if let Ok(event) = web_sys::Event::new("resize") {
        let _ = window().dispatch_event(&event);
    }
}

fn set_zoom(slide: &Element, zoom: &str) {
    let style = slide.unchecked_ref::<HtmlElement>().style();
    let _ = style.set_property("zoom", zoom);
}

/// Every element that a selector finds.
fn all(selector: &str) -> impl Iterator<Item = Element> + use<> {
    let found = document().query_selector_all(selector).ok();
    let length = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..length).filter_map(move |index| found.as_ref()?.item(index)?.dyn_into().ok())
}
