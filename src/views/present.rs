//! Slide view: one slide at a time over the whole page, by keys, buttons and swipes; and in the column, which slide is
//! the one being read.
//!
//! What it is not: the slides (see [`crate::views::slide`]), their size (see [`crate::views::fit`]) or the keys (see
//! [`crate::views::keys`]). Start reading at [`follow`] and [`PresentControls`].

use crate::browser::dom;
use crate::panels::{Buttons, Place};
use crate::session::{OnError, Session};
use crate::views::bar::stop_hint;
use crate::views::deck::{Deck, Overlay};
use crate::views::icons::{self, icon};
use crate::views::{fit, focus, keys, presenter, print, steps};
use crate::words;
use js_sys::{Array, Promise};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, TouchEvent};

/// A finger has moved this far, in CSS pixels, before it means the next slide.
const SWIPE: f64 = 60.0;
/// The controls hide when nobody has moved for so long.
const IDLE: Duration = Duration::from_millis(2500);

/// Keeps the deck and the browser in step: keys and swipes, full screen, scrolling, the title's hash.
pub fn follow(deck: Deck, session: Session) {
    deck.follow.listen(session);
    keys::listen(deck, session);
    focus::keep(deck);
    fit::follow(deck);
    print::follow(deck);
    steps::follow(deck);
    presenter::follow(deck, session);
    window_event_listener(leptos::ev::scroll, move |_| on_scroll(deck));
    follow_swipes(deck);
    watch_idle(deck);
    let changed = move |_| {
        let is_full = document().fullscreen_element().is_some();
        let is_wanted =
            deck.full_screen.try_update_value(|wanted| std::mem::replace(wanted, is_full)).unwrap_or(false);
        if !is_full && is_wanted && deck.presenting.get_untracked() {
            keys::left_full_screen(deck);
        }
    };
    window_event_listener(leptos::ev::fullscreenchange, changed);
    Effect::new(move |before: Option<bool>| {
        let presenting = deck.presenting.get();
        if before.is_some_and(|before| before != presenting) {
            change_view(deck, presenting);
            session.forget_remark();
        }
        presenting
    });
}

fn change_view(deck: Deck, presenting: bool) {
    let Some(root) = dom::root() else { return };
    if presenting {
        let _ = root.set_attribute("data-view", "slides");
        enter_full_screen(deck);
        dom::focus_slide(deck.current.get_untracked());
    } else {
        let _ = root.remove_attribute("data-view");
        deck.overlay.set(None);
        leave_full_screen(deck);
        request_animation_frame(move || deck.go(deck.current.get_untracked()));
    }
}

/// Full screen is a bonus: where the browser refuses it, slide view fills its window.
fn enter_full_screen(deck: Deck) {
    let Some(root) = dom::root() else { return };
    settle(root.unchecked_ref::<FullScreen>().request());
    deck.full_screen.set_value(true);
    // Escape then first leaves an editor; where it cannot be had, the browser leaves full screen at it.
    settle(lock_keys(&Array::of1(&"Escape".into())));
}

fn leave_full_screen(deck: Deck) {
    deck.full_screen.set_value(false);
    if document().fullscreen_element().is_some() {
        document().exit_fullscreen();
    }
}

pub fn toggle_full_screen(deck: Deck) {
    if document().fullscreen_element().is_some() { leave_full_screen(deck) } else { enter_full_screen(deck) }
}

#[wasm_bindgen]
extern "C" {
    /// The document's root, whose wish for full screen is a promise that may be refused, or is unknown on phones.
    type FullScreen;

    #[wasm_bindgen(method, catch, js_name = requestFullscreen)]
    fn request(this: &FullScreen) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["navigator", "keyboard"], js_name = lock, catch)]
    fn lock_keys(keys: &Array) -> Result<Promise, JsValue>;
}

fn settle(asked: Result<Promise, JsValue>) {
    if let Ok(promise) = asked {
        spawn_local(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
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
    let line = dom::window_height() / 3.0;
    let passed = |index: &usize| {
        dom::slide_element(*index).is_some_and(|slide| slide.get_bounding_client_rect().top() <= line)
    };
    let reading = (0..untrack(|| deck.count())).take_while(passed).last().unwrap_or(0);
    if deck.current.get_untracked() != reading {
        deck.current.set(reading);
    }
}

/// What is at hand in slide view, in a strip below the slide; it hides while nobody moves.
#[component]
pub fn PresentControls() -> impl IntoView {
    let deck = expect_context::<Deck>();
    let session = expect_context::<Session>();
    view! {
        <Show when=move || deck.presenting.get()>
            <div class="present-controls" role="group" aria-label=words::bar_slides() data-idle=move || deck.idle.get().then_some("")>
                <Runs />
                <button type="button" aria-label=words::previous_slide() title=words::with_key(words::previous_slide(), "←")
                    disabled=move || deck.current.get() == 0 && deck.shown_steps.get() == 0 on:click=move |_| deck.back()>{icon(icons::BACK)}</button>
                <span class="place" aria-live="polite">
                    <span class="hear">{words::slide_word()} " "</span>
                    {move || format!("{} / {}", deck.current.get() + 1, deck.count())}
                </span>
                <button type="button" aria-label=words::next_slide() title=words::with_key(words::next_slide(), "→")
                    disabled=move || deck.is_at_end()
                    on:click=move |_| deck.forward()>{icon(icons::FORWARD)}</button>
                <button type="button" class="wide" aria-label=words::all_slides() title=words::with_key(words::all_slides(), "O")
                    on:click=move |_| deck.toggle_overlay(Overlay::Overview)>{icon(icons::OVERVIEW)}</button>
                <button type="button" class="wide" aria-label=words::presenter_button() title=words::with_key(words::presenter_hint(), "S")
                    on:click=move |_| presenter::open(session)>{icon(icons::PRESENTER)}</button>
                <button type="button" class="wide" aria-label=words::keys_of_slides() title=words::with_key(words::keys_of_slides(), "?")
                    on:click=move |_| deck.toggle_overlay(Overlay::Help)>"?"</button>
                <Buttons place=Place::Tools />
                <button type="button" aria-label=words::leave_slides() title=words::with_key(words::leave_slides(), "Esc")
                    on:click=move |_| deck.presenting.set(false)>{icon(icons::CLOSE)}</button>
            </div>
        </Show>
    }
}

/// What Python does, and what can be done about it.
#[component]
fn Runs() -> impl IntoView {
    let session = expect_context::<Session>();
    let state = move || match session.running_cell() {
        Some(cell) if session.is_stopping() => words::stopping_cell(cell + 1),
        Some(cell) => words::running_cell(cell + 1),
        None => String::new(),
    };
    view! {
        <Buttons place=Place::Status />
        <span class="runs">{state}</span>
        <button type="button" aria-label=words::command_stop() title=move || stop_hint(session) disabled=move || !session.is_working()
            on:click=move |_| session.stop()>{icon(icons::STOP)}</button>
        <button type="button" aria-label=words::command_run_all() title=words::run_all_hint()
            on:click=move |_| session.run_all(OnError::Stop)>{icon(icons::RUN)}</button>
    }
}

/// Has the deck know whether nobody has moved for a while.
fn watch_idle(Deck { idle, .. }: Deck) {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let moved = move || {
        if idle.get_untracked() {
            idle.set(false);
        }
        let next = set_timeout_with_handle(move || idle.set(true), IDLE).ok();
        if let Some(before) = timer.try_update_value(|timer| std::mem::replace(timer, next)).flatten() {
            before.clear();
        }
    };
    window_event_listener(leptos::ev::pointermove, move |_| moved());
    window_event_listener(leptos::ev::pointerdown, move |_| moved());
    moved();
}
