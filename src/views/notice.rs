//! What lies over the deck and is no panel: a message to the student, and on a phone the button of the next step.
//!
//! What it is not: when there is something to say (see [`crate::session`]). Start reading at [`NoticeBanner`].

use super::deck::Deck;
use super::icons::{self, icon};
use crate::session::{Notice, Session};
use crate::words;
use leptos::prelude::*;

#[component]
pub fn NoticeBanner() -> impl IntoView {
    let session = expect_context::<Session>();
    let deck = expect_context::<Deck>();
    let banner = move || {
        let Notice { text, offers, cells } = session.notice.get()?;
        Some(view! {
            <div class="notice" role="alert">
                <p>{text}</p>
                {cells.into_iter().filter_map(|index| session.cell(index)).map(|cell| view! {
                    <button type="button" class="way" on:click=move |_| deck.show_error(session, cell.index)>
                        {words::go_to_cell(cell.number())}
                    </button>
                }).collect_view()}
                {offers.into_iter().map(|offer| view! {
                    <button type="button" class="primary" on:click=move |_| session.accept(offer)>{offer.name()}</button>
                }).collect_view()}
                <button type="button" aria-label=words::close_message() on:click=move |_| session.notice.set(None)>
                    {icon(icons::CLOSE)}
                </button>
            </div>
        })
    };
    view! { {banner} }
}

/// On a phone the next step is always under the thumb.
#[component]
pub fn RunNext() -> impl IntoView {
    let session = expect_context::<Session>();
    let deck = expect_context::<Deck>();
    let next = Memo::new(move |_| session.next_cell().map(|cell| cell.index));
    let run = move |_| {
        if let Some(index) = next.get_untracked() {
            deck.show_cell(session, index);
            deck.run(session, index);
        }
    };
    view! {
        <Show when=move || next.get().is_some()>
            <button type="button" class="next" disabled=move || session.is_working() on:click=run>
                {icon(icons::RUN)} {words::run_next()}
            </button>
        </Show>
    }
}
