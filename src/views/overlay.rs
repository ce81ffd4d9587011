//! What lies over a slide when a key asks for it: all slides, the keys, or nothing but black.
//!
//! What it is not: the keys (see [`crate::views::keys`]). Start reading at [`Overlays`].

use crate::session::Session;
use crate::views::deck::{Deck, Overlay};
use crate::views::icons::{self, icon};
use crate::views::keys::KEYS;
use leptos::html;
use leptos::prelude::*;
use web_sys::ScrollLogicalPosition;

#[component]
pub fn Overlays() -> impl IntoView {
    let deck = expect_context::<Deck>();
    move || {
        let overlay = deck.overlay.get().filter(|_| deck.presenting.get())?;
        Some(match overlay {
            Overlay::Black => view! {
                <div class="overlay black" role="img" aria-label="A black screen; any key brings the slide back"
                    on:click=move |_| deck.overlay.set(None)></div>
            }
            .into_any(),
            Overlay::Overview => view! { <Over name="All slides"><Overview /></Over> }.into_any(),
            Overlay::Help => view! { <Over name="Keys"><Help /></Over> }.into_any(),
        })
    }
}

#[component]
fn Over(name: &'static str, children: Children) -> impl IntoView {
    let deck = expect_context::<Deck>();
    view! {
        <div class="overlay" role="dialog" tabindex="-1" aria-label=name>
            <div class="sheet-head">
                <h2>{name}</h2>
                <button type="button" aria-label=format!("Close {}", name.to_lowercase()) on:click=move |_| deck.overlay.set(None)>
                    {icon(icons::CLOSE)}
                </button>
            </div>
            {children()}
        </div>
    }
}

#[component]
fn Overview() -> impl IntoView {
    let session = expect_context::<Session>();
    let titles: Vec<String> = session
        .notebook
        .with_value(|notebook| notebook.slides.iter().map(|slide| slide.title.clone()).collect());
    let entries =
        titles.into_iter().enumerate().map(|(index, title)| view! { <Entry index=index title=title /> });
    view! { <ol class="overview">{entries.collect_view()}</ol> }
}

/// The arrow keys turn slides here, too; the one in view is marked.
#[component]
fn Entry(index: usize, title: String) -> impl IntoView {
    let deck = expect_context::<Deck>();
    let here = NodeRef::<html::Button>::new();
    let is_current = move || deck.current.get() == index;
    Effect::new(move |_| {
        if let (true, Some(here)) = (is_current(), here.get()) {
            crate::browser::dom::reveal(&here, ScrollLogicalPosition::Nearest);
        }
    });
    let choose = move |_| {
        deck.overlay.set(None);
        deck.turn(|deck| deck.go(index));
    };
    view! {
        <li>
            <button type="button" node_ref=here aria-current=move || is_current().then_some("true") on:click=choose>
                <span class="number">{format!("{} ", index + 1)}</span>
                <span>{title}</span>
            </button>
        </li>
    }
}

#[component]
fn Help() -> impl IntoView {
    let rows =
        KEYS.iter().map(|(keys, what)| view! { <tr><th scope="row">{*keys}</th><td>{*what}</td></tr> });
    view! { <table class="keys"><tbody>{rows.collect_view()}</tbody></table> }
}
