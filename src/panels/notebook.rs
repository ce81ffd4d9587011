//! What can be done with the notebook as a whole: undo, take it home, begin again.
//!
//! What it is not: one cell's commands (see `commands.rs`, which lists all). Start reading at [`PANEL`].

use super::{Face, Panel, Place};
use crate::views::commands::{self, Here};
use crate::views::icons;
use leptos::prelude::*;

pub const ID: &str = "notebook";

pub const PANEL: Panel = Panel {
    id: ID,
    title: "Notebook",
    hint: "Undo, download, reset",
    place: Place::Wide,
    face: Face::Icon(icons::NOTEBOOK),
    content: |leave| view! { <Ways leave=leave /> }.into_any(),
    style: r"
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
            </div>
            <h3>"This page"</h3>
            <div class="choices">
                {way("help", "All commands and keys", "Add, move, split, merge, and the rest", true)}
                {way("reset", "Reset the lesson", "As its author has it; undo brings yours back", is_changed)}
            </div>
        </div>
    }
}
