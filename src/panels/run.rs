//! The ways to run more than one cell.
//!
//! What it is not: the runs (see [`crate::session`]). Start reading at [`PANEL`].

use super::{Face, Panel, Place};
use crate::session::{Offer, OnError, Session};
use crate::views::deck::Deck;
use crate::words;
use leptos::prelude::*;

pub const PANEL: Panel = Panel {
    id: "run",
    title: words::run_title,
    hint: words::run_title,
    place: Place::Run,
    face: Face::Icon("M7 10l5 5 5-5"),
    content: |leave| view! { <Ways leave=leave /> }.into_any(),
    style: "",
};

#[component]
fn Ways(leave: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let deck = expect_context::<Deck>();
    let count = untrack(|| session.cell_count());
    let here = deck.cell_here(session);
    let number = here.map_or(0, |cell| cell.number());
    let here = here.map(|cell| cell.index).unwrap_or_default();
    let way = move |name: String, what: &'static str, is_possible: bool, act: fn(Session, usize)| {
        let run = move |_| {
            leave.run(());
            act(session, here);
        };
        view! {
            <button type="button" disabled=!is_possible on:click=run>
                <span>{name}</span>
                <small>{what}</small>
            </button>
        }
    };
    view! {
        <div class="choices">
            {way(words::command_run_all().into(), words::run_all_what(), count > 0, |session, _| {
                session.run_all(OnError::Stop);
            })}
            {way(words::run_go_on().into(), words::run_go_on_what(), count > 0, |session, _| {
                session.run_all(OnError::GoOn);
            })}
            {way(words::offer_restart_and_run_all().into(), words::run_restart_what(), count > 0, |session, _| {
                session.ask_before(Offer::RestartAndRunAll);
            })}
            {way(words::run_above(number), words::run_above_what(), number > 1, |session, here| {
                session.run_above(here);
            })}
            {way(words::run_below(number), words::run_below_what(), count > 0, |session, here| {
                session.run_from(here, OnError::Stop);
            })}
        </div>
    }
}
