//! The bar on top: the title, what Python does, and what can be done with the whole deck.
//!
//! What it is not: one cell's controls (see [`crate::views::cell`]). Start reading at [`Bar`].

use crate::browser::dom;
use crate::browser::theme::{Choice, Theme};
use crate::panels::{Buttons, Place};
use crate::session::{KernelState, Offer, OnError, Session};
use crate::views::deck::Deck;
use crate::views::icons::{self, icon};
use crate::words;
use leptos::prelude::*;

#[component]
pub fn Bar() -> impl IntoView {
    let session = expect_context::<Session>();
    let deck = expect_context::<Deck>();
    let title = session.notebook.with_value(|notebook| notebook.title.clone());
    mark_root(session);
    let stop = move || session.kernel.get() == KernelState::Busy || session.is_working();
    view! {
        <header class="bar">
            <Buttons place=Place::Narrow />
            <span class="title">{title}</span>
            <Buttons place=Place::Status />
            <button type="button" class="wide" title=words::bar_restart_hint()
                on:click=move |_| session.ask_before(Offer::Restart)>
                {icon(icons::RESTART)} <span class="word">{words::bar_restart()}</span>
            </button>
            <button type="button" class="wide" title=words::bar_slides_hint()
                on:click=move |_| deck.presenting.set(true)>
                {icon(icons::SLIDES)} <span class="word">{words::bar_slides()}</span>
            </button>
            <Buttons place=Place::Wide />
            <Buttons place=Place::Tools />
            <div class="wide"><ThemeButton /></div>
            <button type="button" class="stop" disabled=move || !stop() title=move || stop_hint(session)
                on:click=move |_| session.stop()>
                {icon(icons::STOP)}
                <span class="word">{move || if session.is_stopping() { words::bar_stopping() } else { words::command_stop() }}</span>
            </button>
            <button type="button" class="go" title=words::run_all_hint()
                on:click=move |_| session.run_all(OnError::Stop)>
                {icon(icons::RUN)} <span class="word">{words::command_run_all()}</span>
            </button>
            <Buttons place=Place::Run />
        </header>
    }
}

/// What Stop does, before it is pressed.
pub fn stop_hint(session: Session) -> &'static str {
    if session.can_interrupt() { words::stop_hint() } else { words::stop_hint_with_loss() }
}

/// Has the document's root say what Python does, to styles and tests.
fn mark_root(session: Session) {
    Effect::new(move |_| {
        if let Some(root) = dom::root() {
            // The document's root always takes a data attribute.
            let _ = root.set_attribute("data-kernel", attribute(session.kernel.get()));
        }
    });
}

fn attribute(state: KernelState) -> &'static str {
    match state {
        KernelState::Starting => "starting",
        KernelState::Ready => "ready",
        KernelState::Busy => "busy",
        KernelState::Dead => "dead",
    }
}

#[component]
pub fn ThemeButton() -> impl IntoView {
    let theme = expect_context::<Theme>();
    let drawing = move || match theme.choice.get() {
        Choice::Auto => icons::THEME_AUTO,
        Choice::Light => icons::THEME_LIGHT,
        Choice::Dark => icons::THEME_DARK,
    };
    let name = move || match theme.choice.get() {
        Choice::Auto => words::theme_auto(),
        Choice::Light => words::theme_light(),
        Choice::Dark => words::theme_dark(),
    };
    view! {
        <button type="button" aria-label=name title=name on:click=move |_| theme.choose(theme.choice.get_untracked().next())>
            {move || icon(drawing())}
        </button>
    }
}
