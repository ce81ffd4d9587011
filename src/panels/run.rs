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
    hint: words::run_hint,
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
            {way("Run all".into(), "From the first cell; an error ends it", count > 0, |session, _| session.run_all(OnError::Stop))}
            {way("Run all, go on".into(), "Also after errors", count > 0, |session, _| session.run_all(OnError::GoOn))}
            {way("Restart and run all".into(), "As someone who opens the lesson now", count > 0, |session, _| {
                session.ask_before(Offer::RestartAndRunAll);
            })}
            {way(format!("Run above cell {number}"), "What the cell that you are in builds on", number > 1, |session, here| {
                session.run_above(here);
            })}
            {way(format!("Run cell {number} and below"), "From where you are to the end", count > 0, |session, here| {
                session.run_from(here, OnError::Stop);
            })}
        </div>
    }
}
