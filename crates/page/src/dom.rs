//! The few questions to the document that several views ask.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

pub fn root() -> Option<HtmlElement> {
    document().document_element()?.dyn_into().ok()
}

pub fn media_matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// Scrolls an element into view, without a ride for those who asked for less motion.
pub fn reveal(element: &Element, position: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(position);
    let calm = media_matches("(prefers-reduced-motion: reduce)");
    options.set_behavior(if calm { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

pub fn slide_id(index: usize) -> String {
    format!("slide-{}", index + 1)
}

pub fn slide_element(index: usize) -> Option<Element> {
    document().get_element_by_id(&slide_id(index))
}

/// True where keys belong to what is focused: editors, fields, and boxes that scroll.
pub fn takes_keys(element: &Element) -> bool {
    element
        .closest(".cm-editor, input, select, textarea, [contenteditable=true], .scroll, dialog")
        .ok()
        .flatten()
        .is_some()
}
