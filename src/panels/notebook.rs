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
                {way("undo", words::command_undo(), words::notebook_undo_what(), can(|editing| editing.can_undo()))}
                {way("redo", words::command_redo(), words::notebook_redo_what(), can(|editing| editing.can_redo()))}
            </div>
            <h3>{words::notebook_home()}</h3>
            <div class="choices">
                {way("ipynb", words::notebook_ipynb(), words::notebook_ipynb_what(), true)}
                {way("py", words::notebook_py(), words::notebook_py_what(), true)}
                {way("md", words::notebook_md(), words::notebook_md_what(), true)}
                {way("html", words::notebook_html(), words::notebook_html_what(), true)}
                {way("share", words::notebook_link(), words::notebook_link_what(), true)}
            </div>
            <Versions leave=leave />
            <h3>{words::notebook_page()}</h3>
            <div class="choices">
                {way("language", words::command_language(), words::notebook_language_what(), true)}
                {way("help", words::command_help(), words::notebook_help_what(), true)}
                {way("reset", words::command_reset(), words::notebook_reset_what(), is_changed)}
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
            let name = words::notebook_version(version.when());
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
            <summary>{words::notebook_versions()}</summary>
            <div class="choices">{rows}</div>
        </details>
    }
}
