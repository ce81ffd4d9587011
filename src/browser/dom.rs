//! The few questions to the document that several views ask.

use crate::words;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, File, FileList, FocusOptions, HtmlElement, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

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

pub fn cell_element(id: &str) -> Option<Element> {
    document().query_selector(&format!("[data-cell=\"{id}\"]")).ok().flatten()
}

pub fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0)
}

pub fn window_width() -> f64 {
    window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(0.0)
}

/// How much of the window the bar lies over.
pub fn bar_height() -> f64 {
    let bar = document().query_selector(".bar").ok().flatten();
    bar.map_or(0.0, |bar| bar.get_bounding_client_rect().height())
}

pub fn is_in_window(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    place.bottom() > bar_height() && place.top() < window_height()
}

/// Scrolls the box around an element, and nothing but that box, until the element shows.
pub fn scroll_inside(surrounding: &str, element: &Element) {
    let Ok(Some(surrounding)) = element.closest(surrounding) else { return };
    let (outer, inner) = (surrounding.get_bounding_client_rect(), element.get_bounding_client_rect());
    let hidden = (inner.bottom() - outer.bottom()).max(0.0) + (inner.top() - outer.top()).min(0.0);
    if hidden != 0.0 {
        let middle = hidden + hidden.signum() * outer.height() / 3.0;
        #[expect(clippy::cast_possible_truncation, reason = "a few thousand pixels")]
        surrounding.set_scroll_top(surrounding.scroll_top() + middle as i32);
    }
}

/// Calls `act` once what the page holds now is painted; a page that is hidden paints nothing, and waits for nothing.
pub fn after_paint(act: impl FnOnce() + 'static) {
    if document().hidden() {
        set_timeout(act, Duration::ZERO);
    } else {
        request_animation_frame(move || set_timeout(act, Duration::ZERO));
    }
}

/// Gives the focus to a slide without scrolling; the next Tab goes on from there.
pub fn focus_slide(index: usize) {
    request_animation_frame(move || {
        let Some(slide) = slide_element(index).and_then(|element| element.dyn_into::<HtmlElement>().ok())
        else {
            return;
        };
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // A slide that cannot take the focus leaves it where it was.
        let _ = slide.focus_with_options(&options);
    });
}

pub fn slide_id(index: usize) -> String {
    format!("slide-{}", index + 1)
}

/// The place of the slide whose element has this id.
pub fn place_of_id(id: &str) -> Option<usize> {
    id.strip_prefix("slide-")?.parse::<usize>().ok()?.checked_sub(1)
}

/// The place of the slide that holds the element which an address names.
pub fn place_around(hash: &str) -> Option<usize> {
    let name = String::from(js_sys::decode_uri_component(hash.strip_prefix('#')?).ok()?);
    let slide = document().get_element_by_id(&name)?.closest(".slide").ok()??;
    place_of_id(&slide.id())
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

/// True where what is typed is a cell's code or text.
pub fn is_in_editor(element: &Element) -> bool {
    element.closest(".cm-editor").ok().flatten().is_some()
}

/// Of an attribute that says whether something is open.
pub fn said(open: bool) -> &'static str {
    if open { "true" } else { "false" }
}

/// The files that were chosen, dropped or pasted.
pub fn listed(files: Option<FileList>) -> Vec<File> {
    let count = files.as_ref().map_or(0, FileList::length);
    (0..count).filter_map(|at| files.as_ref()?.get(at)).collect()
}

/// Bytes as people read them.
pub fn size(bytes: usize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "three digits are shown")]
    let bytes = bytes as f64;
    let number = match bytes {
        small if small < 1000.0 => return format!("{small} B"),
        medium if medium < 1e6 => format!("{:.1} kB", medium / 1e3),
        large if large < 1e9 => format!("{:.1} MB", large / 1e6),
        huge => format!("{:.1} GB", huge / 1e9),
    };
    number.replace('.', words::decimal_point())
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_have_units() {
        assert_eq!(size(0), "0 B");
        assert_eq!(size(999), "999 B");
        assert_eq!(size(1536), "1.5 kB");
        assert_eq!(size(2_500_000), "2.5 MB");
    }
}
