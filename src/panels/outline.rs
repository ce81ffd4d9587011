//! On a narrow screen: the outline, and what the bar has no room for there.
//!
//! What it is not: the outline itself, which a wide screen shows beside the deck (see [`crate::views::outline`]). Start
//! reading at [`PANEL`].

use super::{Face, Opened, Panel, Place, notebook, variables};
use crate::session::{Offer, Session};
use crate::views::bar::ThemeButton;
use crate::views::commands;
use crate::views::deck::Deck;
use crate::views::icons::{self, icon};
use crate::views::outline::Outline;
use crate::words;
use leptos::prelude::*;

pub const PANEL: Panel = Panel {
    id: "outline-sheet",
    title: words::outline_title,
    hint: words::outline_title,
    place: Place::Narrow,
    face: Face::Icon("M4 7h16M4 12h16M4 17h10"),
    content: |leave| {
        view! {
            <SessionControls leave=leave />
            <nav class="outline" aria-label=words::outline_title()><Outline left=leave /></nav>
        }
        .into_any()
    },
    style: r"
        .controls { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0 0 1.1rem; font-size: 0.9375rem; }
        .controls button {
            min-width: 2.75rem; min-height: 2.75rem; display: inline-flex; align-items: center; justify-content: center;
            gap: 0.5rem; padding: 0 0.8rem; border: 1px solid var(--line);
        }
        .controls button:hover { background: var(--accent-wash); }
    ",
};

#[component]
fn SessionControls(leave: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let deck = expect_context::<Deck>();
    let opened = expect_context::<Opened>();
    let restart = move |_| {
        leave.run(());
        session.ask_before(Offer::Restart);
    };
    let present = move |_| {
        leave.run(());
        deck.presenting.set(true);
    };
    view! {
        <div class="controls">
            <button type="button" on:click=present>{icon(icons::SLIDES)} {words::outline_slides()}</button>
            <button type="button" on:click=move |_| opened.show(commands::LIBRARY)>
                {icon(icons::LIBRARY)} {words::library_title()}
            </button>
            <button type="button" on:click=move |_| opened.show(notebook::ID)>
                {icon(icons::NOTEBOOK)} {words::notebook_title()}
            </button>
            <button type="button" on:click=move |_| opened.show(variables::ID)>
                {icon(icons::VARIABLES)} {words::variables_title()}
            </button>
            <button type="button" on:click=restart>{icon(icons::RESTART)} {words::command_restart()}</button>
            <ThemeButton />
        </div>
    }
}
