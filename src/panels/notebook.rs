//! What can be done with the notebook as a whole: undo, take it home, begin again.
//!
//! What it is not: one cell's commands (see `commands.rs`, which lists all). Start reading at [`PANEL`].

use super::{Face, Panel, Place};
use crate::session::{Session, Version};
use crate::views::commands::{self, Here};
use crate::views::icons;
use crate::words;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

pub const ID: &str = "notebook";

pub const PANEL: Panel = Panel {
    id: ID,
    title: words::notebook_title,
    hint: words::notebook_hint,
    place: Place::Wide,
    face: Face::Icon(icons::NOTEBOOK),
    content: |leave| view! { <Ways leave=leave /> }.into_any(),
    style: r"
        .versions { margin-top: 0.8rem; font-size: 0.9375rem; }
        .versions summary { min-height: 2.5rem; cursor: pointer; color: var(--accent); }
        .notebook-ways h3 { margin: 1.2rem 0 0.5rem; font: 600 0.8125rem/1.4 var(--text); color: var(--soft); }
    ",
};

#[component]
fn Ways(leave: Callback<()>) -> impl IntoView {
    let here = Here::now();
    let session = here.session;
    let can = |able: fn(&kindling_notebook::edit::Editing) -> bool| session.editing.with_untracked(able);
    // Also takes what is in the editors.
    let is_changed = session.is_changed();
    let way = move |id: &'static str, name: &'static str, what: &'static str, is_possible: bool| {
        let act = move |_| {
            leave.run(());
            commands::perform(id, here);
        };
        view! {
            <button type="button" data-command=id disabled=!is_possible on:click=act>
                <span>{name}</span>
                <small>{what}</small>
            </button>
        }
    };
    view! {
        <div class="notebook-ways">
            <div class="choices">
                {way("undo", "Undo", "What was done last to the cells and in them", can(|editing| editing.can_undo()))}
                {way("redo", "Redo", "What was undone last", can(|editing| editing.can_redo()))}
            </div>
            <h3>"Take it home"</h3>
            <div class="choices">
                {way("ipynb", "Notebook (.ipynb)", "With outputs, for Jupyter, Colab and VS Code", true)}
                {way("py", "Program (.py)", "For “python” and editors", true)}
                {way("md", "Slides (.md)", "A Marp deck, to be opened here or anywhere", true)}
                {way("html", "Page (.html)", "To read anywhere, with figures; nothing runs", true)}
                {way("share", "Link", "Copied: who opens it gets a copy with your cells", true)}
            </div>
            <Versions leave=leave />
            <h3>"This page"</h3>
            <div class="choices">
                {way("help", "All commands and keys", "Add, move, split, merge, and the rest", true)}
                {way("reset", "Reset the lesson", "As its author has it; undo brings yours back", is_changed)}
            </div>
        </div>
    }
}

/// What the notebook was before, to be had again.
#[component]
fn Versions(leave: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let versions = RwSignal::new(Vec::<Version>::new());
    spawn_local(async move {
        // The panel may be closed by then.
        let _ = versions.try_set(session.versions().await);
    });
    let rows = move || {
        let rows = versions.get().into_iter().map(|version| {
            let name = format!("As of {}", version.when());
            let restore = move |_| {
                leave.run(());
                session.restore(&version);
            };
            view! { <button type="button" on:click=restore>{name}</button> }.into_any()
        });
        rows.collect::<Vec<AnyView>>()
    };
    view! {
        <details class="versions" hidden=move || versions.with(Vec::is_empty)>
            <summary>"Earlier versions"</summary>
            <div class="choices">{rows}</div>
        </details>
    }
}
