//! The presenter's window, and what lies over the slide: both are told where the class is, and what is asked for there is
//! done here.
//!
//! What it is not: the window, which is `www/presenter.html`, what lies over a slide (`www/overlay.js`), or the way there
//! (`www/present.js`). Start reading at [`follow`].

use crate::session::Session;
use crate::views::deck::{Deck, Overlay};
use crate::words;
use js_sys::Function;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

#[wasm_bindgen]
extern "C" {
    /// Says where the class is and what lies over the slide, and takes what to call with wishes; of `www/early.js`, as is the
    /// next.
    #[wasm_bindgen(js_name = kindlingPresent, catch)]
    async fn tell(
        is_presenting: bool,
        slide: usize,
        notes: &str,
        over: &str,
        wish: &Function,
    ) -> Result<JsValue, JsValue>;

    /// Opens the window; false if the browser does not.
    #[wasm_bindgen(js_name = kindlingPresenter, catch)]
    async fn open_window() -> Result<JsValue, JsValue>;
}

/// Tells of each step, from the first time that slide view is entered on.
pub fn follow(deck: Deck, session: Session) {
    let wish: Function = Closure::<dyn FnMut(String)>::new(move |wish: String| do_as_asked(deck, &wish))
        .into_js_value()
        .unchecked_into();
    Effect::new(move |was_presenting: Option<bool>| {
        let (is_presenting, place) = (deck.presenting.get(), deck.current.get());
        deck.shown_steps.track();
        let over = over_word(deck.overlay.get().filter(|_| is_presenting));
        if is_presenting || was_presenting == Some(true) {
            let slide = session.slides.with_untracked(|slides| slides.get(place).copied());
            let notes = session
                .notebook
                .with_value(|notebook| notebook.slides.get(slide?).map(|slide| slide.notes.clone()));
            let wish = wish.clone();
            spawn_local(async move {
                // Without it slide view is as it was.
                let _ = tell(is_presenting, place, &notes.unwrap_or_default(), over, &wish).await;
            });
        }
        is_presenting
    });
}

pub fn open(session: Session) {
    spawn_local(async move {
        if !open_window().await.is_ok_and(|is_open| is_open == true) {
            session.tell(words::no_presenter_window(), None);
        }
    });
}

fn do_as_asked(deck: Deck, wish: &str) {
    match wish {
        "present" => deck.presenting.set(true),
        "forward" => deck.turn(Deck::forward),
        "back" => deck.turn(Deck::back),
        "black" => deck.toggle_overlay(Overlay::Black),
        "close" => deck.overlay.set(None),
        slide => {
            deck.overlay.set(None);
            deck.turn(|deck| deck.go(slide.parse().unwrap_or_default()));
        }
    }
}

fn over_word(overlay: Option<Overlay>) -> &'static str {
    match overlay {
        None => "",
        Some(Overlay::Black) => "black",
        Some(Overlay::Overview) => "overview",
        Some(Overlay::Help) => "help",
    }
}
