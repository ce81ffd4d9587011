//! The reader's place: the address names the slide, and a reload comes back to where it was.
//!
//! What it is not: moving between slides (see [`crate::views::deck`]). Start reading at [`follow`] and [`restore`].

use crate::browser::{dom, store};
use crate::views::deck::Deck;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use web_sys::ScrollRestoration;

/// The address is written once the reader rests on a slide: browsers take only so many changes a minute.
const REST: Duration = Duration::from_millis(200);

/// Where a visit ended.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Place {
    slide: usize,
    /// How far the slide's head was below the window's, in pixels.
    below: f64,
    presenting: bool,
}

impl Place {
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let mut next = || parts.next();
        Some(Self {
            slide: next()?.parse().ok()?,
            below: next()?.parse().ok()?,
            presenting: next()? == "true",
        })
    }

    fn text(self) -> String {
        format!("{} {} {}", self.slide, self.below, self.presenting)
    }
}

/// Writes the place down as the reader moves, and goes where the address says when that is changed by hand.
pub fn follow(deck: Deck, lesson: &str) {
    if let Ok(history) = window().history() {
        // The browser scrolls before the slides are there.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    let key = key(lesson);
    window_event_listener(leptos::ev::pagehide, move |_| {
        if deck.is_whole.get_value() {
            store::remember(&key, &place_now(deck).text());
        }
    });
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<()>| {
        let slide = deck.current.get();
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
        if before.is_some() {
            timer.set_value(set_timeout_with_handle(move || write_address(deck, slide), REST).ok());
        }
    });
    window_event_listener(leptos::ev::hashchange, move |_| {
        if let Some(slide) = deck.place_named(&hash()) {
            deck.go(slide);
        } else if deck.presenting.get_untracked()
            && let Some(slide) = dom::place_around(&hash())
        {
            // A link within a notebook: where all slides are shown, the browser has gone there.
            deck.go(slide);
        }
    });
}

/// Goes to where the last visit in this tab ended if the address still says so, else to the slide that it names.
pub fn restore(deck: Deck, lesson: &str) {
    deck.is_whole.set_value(true);
    let named = deck.place_named(&hash());
    let place = store::recall(&key(lesson)).and_then(|text| Place::read(&text));
    let place = place.filter(|place| place.slide == named.unwrap_or(0));
    let has_moved = window().scroll_y().unwrap_or(0.0) > 0.0 || deck.presenting.get_untracked();
    let Some(place) =
        place.or(named.map(|slide| Place { slide, below: dom::bar_height() + 16.0, presenting: false }))
    else {
        return;
    };
    if has_moved {
        return;
    }
    if place.presenting {
        deck.current.set(place.slide);
        deck.presenting.set(true);
    } else if let Some(slide) = dom::slide_element(place.slide) {
        window().scroll_to_with_x_and_y(0.0, slide.get_bounding_client_rect().top() - place.below);
        deck.current.set(place.slide);
    }
}

fn key(lesson: &str) -> String {
    format!("kindling/{lesson}/place")
}

fn place_now(deck: Deck) -> Place {
    let slide = deck.current.get_untracked();
    let below = dom::slide_element(slide).map_or(0.0, |slide| slide.get_bounding_client_rect().top());
    Place { slide, below, presenting: deck.presenting.get_untracked() }
}

fn write_address(deck: Deck, slide: usize) {
    if !deck.is_whole.get_value() || deck.place_named(&hash()) == Some(slide) {
        return;
    }
    if let Ok(history) = window().history() {
        // Where the browser refuses, the address stays as it is.
        let _ =
            history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{}", dom::slide_id(slide))));
    }
}

fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The place of the slide that an address names: by its number, or by its title, as in `#two-knobs`.
pub fn named_place(titles: &[&str], hash: &str) -> Option<usize> {
    let name = hash.strip_prefix('#').filter(|name| !name.is_empty())?;
    let place = dom::place_of_id(name).or_else(|| titles.iter().position(|title| slug(title) == name))?;
    (place < titles.len()).then_some(place)
}

/// A title's letters and digits, with a hyphen for what is between them.
fn slug(title: &str) -> String {
    let lower = title.to_lowercase();
    let words = lower.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_slides_by_number_and_by_title() {
        let titles = ["1 · Data", "Two knobs!"];
        assert_eq!(named_place(&titles, "#slide-2"), Some(1));
        assert_eq!(named_place(&titles, "#two-knobs"), Some(1));
        assert_eq!(named_place(&titles, "#1-data"), Some(0));
        for nowhere in ["", "#", "#slide-0", "#slide-3", "#deck", "#slide-"] {
            assert_eq!(named_place(&titles, nowhere), None, "{nowhere}");
        }
    }

    #[test]
    fn a_place_is_read_back() {
        let place = Place { slide: 19, below: -120.5, presenting: true };
        assert_eq!(Place::read(&place.text()), Some(place));
        assert_eq!(Place::read("19 x true"), None);
    }
}
