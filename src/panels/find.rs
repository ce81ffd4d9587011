//! Words in the cells and in what they have shown: found, gone to, and replaced.
//!
//! What it is not: the finding (see [`crate::session`]'s `finding`). Start reading at [`PANEL`].

use super::{Face, Panel, Place};
use crate::session::finding::{Found, MOST};
use crate::session::{Offer, Session};
use crate::views::deck::Deck;
use crate::views::{commands, icons};
use crate::words;
use leptos::html::Input;
use leptos::prelude::*;
use std::ops::Range;

pub const PANEL: Panel = Panel {
    id: commands::FIND,
    title: words::find_title,
    hint: words::find_hint,
    place: Place::Elsewhere,
    face: Face::Icon(icons::MORE),
    content: |_| view! { <Find /> }.into_any(),
    style: r"
        .find-in :is(input[type=text], .all) { min-height: 2.6rem; padding: 0 0.7rem; font: inherit; border: 1px solid var(--line); border-radius: 7px; }
        .find-in input[type=text] { width: 100%; margin-bottom: 0.5rem; color: var(--ink); background: var(--inset); font: 0.875rem/1.4 var(--code); }
        .find-in .row { display: flex; align-items: center; justify-content: space-between; gap: 0.6rem; }
        .find-in label { display: flex; align-items: center; gap: 0.4rem; min-height: 2.6rem; font-size: 0.875rem; color: var(--soft); }
        .find-in .all { color: var(--accent); font-size: 0.9375rem; } .find-in .all:disabled { color: var(--soft); }
        .find-in .count { margin: 0.8rem 0 0.3rem; font: 0.875rem/1.4 var(--text); color: var(--soft); }
        .places { list-style: none; margin: 0; padding: 0; }
        .places li { display: flex; align-items: center; border-top: 1px solid var(--line); }
        .places .there { flex: 1; display: grid; min-width: 0; padding: 0.45rem 0.4rem; text-align: left; line-height: 1.45; }
        .places button:hover { background: var(--accent-wash); }
        .places code { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font: 0.8125rem/1.5 var(--code); }
        .places mark { color: inherit; background: var(--accent-wash); border-bottom: 2px solid var(--accent); }
        .places small { font-size: 0.75rem; color: var(--soft); }
        .places .one { flex: none; min-height: 2.5rem; padding: 0 0.5rem; font-size: 0.8125rem; color: var(--accent); }
    ",
};

#[component]
fn Find() -> impl IntoView {
    let session = expect_context::<Session>();
    let (sought, by, minds_case) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(false));
    let found = Memo::new(move |_| session.find(&sought.get(), minds_case.get()));
    let field = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that is on the page takes the focus.
            let _ = field.focus();
        }
    });
    let replace_all = move |_| {
        let count =
            session.replace_all(&sought.get_untracked(), &by.get_untracked(), minds_case.get_untracked());
        session.tell(&words::places_replaced(count), [Offer::Undo]);
    };
    let in_text = move || found.with(|found| found.iter().any(|place| place.at.is_some()));
    view! {
        <div class="find-in">
            <input type="text" node_ref=field aria-label=words::find_title() placeholder=words::find_title()
                spellcheck="false" autocomplete="off"
                prop:value=move || sought.get() on:input=move |event| sought.set(event_target_value(&event)) />
            <input type="text" aria-label=words::find_by() placeholder=words::find_by()
                spellcheck="false" autocomplete="off"
                prop:value=move || by.get() on:input=move |event| by.set(event_target_value(&event)) />
            <div class="row">
                <label>
                    <input type="checkbox" prop:checked=move || minds_case.get()
                        on:change=move |event| minds_case.set(event_target_checked(&event)) />
                    {words::find_case()}
                </label>
                <button type="button" class="all" disabled=move || !in_text() on:click=replace_all>
                    {words::find_replace_all()}
                </button>
            </div>
            <p class="count" role="status">{move || found_words(&sought.get(), found.with(Vec::len))}</p>
            <ul class="places">
                {move || found.get().into_iter().take(MOST).map(|place| view! { <There place=place by=by /> }).collect_view()}
            </ul>
        </div>
    }
}

#[component]
fn There(place: Found, by: RwSignal<String>) -> impl IntoView {
    let session = expect_context::<Session>();
    let deck = expect_context::<Deck>();
    let Found { cell, at, line: [before, found, after] } = place;
    let name = session.cell(cell).map(|cell| untrack(|| cell.name())).unwrap_or_default();
    let name = if at.is_some() { name } else { words::find_in_output(name) };
    let there = at.clone();
    let go = move |_| go_to(session, deck, cell, there.clone());
    let replace = at.map(|at| {
        let act = move |_| session.replace_one(cell, at.clone(), &by.get_untracked());
        view! { <button type="button" class="one" on:click=act>{words::find_replace()}</button> }
    });
    view! {
        <li>
            <button type="button" class="there" on:click=go>
                <code>{before}<mark>{found}</mark>{after}</code>
                <small>{name}</small>
            </button>
            {replace}
        </li>
    }
}

fn go_to(session: Session, deck: Deck, cell: usize, at: Option<Range<usize>>) {
    deck.show_cell(session, cell);
    if let (Some(cell), Some(at)) = (session.cell(cell), at) {
        cell.point_at(at);
    }
}

fn found_words(sought: &str, count: usize) -> String {
    match count {
        _ if sought.is_empty() => String::new(),
        0 => words::find_nothing().to_owned(),
        count if count > MOST => words::find_too_many(MOST),
        count => words::find_places(count),
    }
}
