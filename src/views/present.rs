//! Slide view: one slide at a time over the whole page, by keys, buttons and swipes; and in the column, which slide is
//! the one being read.
//!
//! What it is not: the slides (see [`crate::views::slide`]). Start reading at [`follow`] and [`PresentControls`].

use crate::browser::dom;
use crate::session::Session;
use crate::views::deck::Deck;
use crate::views::icons::{self, icon};
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, KeyboardEvent, TouchEvent};

/// A finger has moved this far, in CSS pixels, before it means the next slide.
const SWIPE: f64 = 60.0;

/// Keeps the deck and the browser in step: keys and swipes, full screen, scrolling, the title's hash.
pub fn follow(deck: Deck, session: Session) {
    deck.follow.listen(session);
    window_event_listener(leptos::ev::keydown, move |event| on_key(deck, session, &event));
    window_event_listener(leptos::ev::scroll, move |_| on_scroll(deck));
    follow_swipes(deck);
    let left_full_screen = move |_| {
        if document().fullscreen_element().is_none() {
            deck.presenting.set(false);
        }
    };
    window_event_listener(leptos::ev::fullscreenchange, left_full_screen);
    Effect::new(move |before: Option<bool>| {
        let presenting = deck.presenting.get();
        if before.is_some_and(|before| before != presenting) {
            change_view(deck, presenting);
        }
        presenting
    });
}

fn change_view(deck: Deck, presenting: bool) {
    let Some(root) = dom::root() else { return };
    // Full screen is a bonus: where the browser refuses it, slide view fills its window.
    if presenting {
        let _ = root.set_attribute("data-view", "slides");
        settle(root.unchecked_ref::<FullScreen>().request());
        dom::focus_slide(deck.current.get_untracked());
    } else {
        let _ = root.remove_attribute("data-view");
        if document().fullscreen_element().is_some() {
            document().exit_fullscreen();
        }
        request_animation_frame(move || deck.go(deck.current.get_untracked()));
    }
}

#[wasm_bindgen]
extern "C" {
    /// The document's root, whose wish for full screen is a promise that may be refused, or is unknown on phones.
    type FullScreen;

    #[wasm_bindgen(method, catch, js_name = requestFullscreen)]
    fn request(this: &FullScreen) -> Result<Promise, JsValue>;
}

fn settle(asked: Result<Promise, JsValue>) {
    if let Ok(promise) = asked {
        spawn_local(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
}

fn on_key(deck: Deck, session: Session, event: &KeyboardEvent) {
    if !deck.presenting.get_untracked() || event.default_prevented() || event.alt_key() || event.ctrl_key() {
        return;
    }
    let inside = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let taken = inside.is_some_and(|element| dom::takes_keys(&element));
    match (event.key().as_str(), taken) {
        ("Escape", false) => deck.presenting.set(false),
        ("Escape", true) => dom::focus_slide(deck.current.get_untracked()),
        ("ArrowRight" | "PageDown", false) => turn(deck, event, Deck::forward),
        ("ArrowLeft" | "PageUp", false) => turn(deck, event, Deck::back),
        ("Home", false) => turn(deck, event, |deck| deck.go(0)),
        ("End", false) => turn(deck, event, |deck| deck.go(deck.slides)),
        ("Enter", false) if event.shift_key() => deck.step(session),
        _ => {}
    }
}

fn turn(deck: Deck, event: &KeyboardEvent, to: impl Fn(Deck)) {
    event.prevent_default();
    deck.turn(to);
}

fn follow_swipes(deck: Deck) {
    let start = StoredValue::new(None::<(f64, f64)>);
    window_event_listener(leptos::ev::touchstart, move |event: TouchEvent| {
        let inside = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let taken = inside.is_some_and(|element| dom::takes_keys(&element));
        start.set_value(if taken { None } else { first_touch(&event) });
    });
    window_event_listener(leptos::ev::touchend, move |event: TouchEvent| {
        let (Some((x0, y0)), Some((x1, y1))) = (start.get_value(), first_touch(&event)) else { return };
        let sideways = (x1 - x0).abs() > SWIPE && (x1 - x0).abs() > 2.0 * (y1 - y0).abs();
        if deck.presenting.get_untracked() && sideways {
            if x1 < x0 { deck.forward() } else { deck.back() }
        }
    });
}

fn first_touch(event: &TouchEvent) -> Option<(f64, f64)> {
    let touch = event.changed_touches().get(0)?;
    Some((f64::from(touch.client_x()), f64::from(touch.client_y())))
}

/// In the column, the slide being read is the last one whose head has passed the upper third.
fn on_scroll(deck: Deck) {
    if deck.presenting.get_untracked() {
        return;
    }
    let line = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0) / 3.0;
    let passed = |index: &usize| {
        dom::slide_element(*index).is_some_and(|slide| slide.get_bounding_client_rect().top() <= line)
    };
    let reading = (0..deck.slides).take_while(passed).last().unwrap_or(0);
    if deck.current.get_untracked() != reading {
        deck.current.set(reading);
    }
}

/// The controls of slide view.
#[component]
pub fn PresentControls() -> impl IntoView {
    let deck = expect_context::<Deck>();
    view! {
        <Show when=move || deck.presenting.get()>
            <div class="present-controls" role="group" aria-label="Slides">
                <button type="button" aria-label="Previous slide" disabled=move || deck.current.get() == 0
                    on:click=move |_| deck.back()>{icon(icons::BACK)}</button>
                <span aria-live="polite">
                    <span class="hear">"Slide "</span>
                    {move || format!("{} / {}", deck.current.get() + 1, deck.slides)}
                </span>
                <button type="button" aria-label="Next slide" disabled=move || deck.current.get() + 1 == deck.slides
                    on:click=move |_| deck.forward()>{icon(icons::FORWARD)}</button>
                <button type="button" aria-label="Leave slide view" title="Leave slide view (Esc)"
                    on:click=move |_| deck.presenting.set(false)>{icon(icons::CLOSE)}</button>
            </div>
        </Show>
    }
}
