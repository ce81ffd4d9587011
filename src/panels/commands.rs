//! All commands and their keys: what can be done with a cell, the palette, and the help sheet in one.
//!
//! What it is not: the commands (see [`crate::views::commands`]), or the list, which `www/commands.js` makes. Start reading
//! at [`PANEL`].

use super::{Face, Panel, Place};
use crate::views::commands::{self, COMMANDS, Group, Here};
use crate::views::icons;
use crate::words;
use leptos::html::Div;
use leptos::prelude::*;
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

pub const PANEL: Panel = Panel {
    id: commands::PANEL,
    title: words::commands_title,
    hint: words::commands_hint,
    place: Place::Elsewhere,
    face: Face::Icon(icons::MORE),
    content: |leave| view! { <Commands leave=leave /> }.into_any(),
    style: r"
        .find-command { width: 100%; min-height: 2.75rem; margin-bottom: 0.8rem; padding: 0 0.8rem; font: inherit; color: var(--ink); background: var(--inset); border: 1px solid var(--line); border-radius: 7px; }
        .commands h3 { margin: 0.9rem 0 0.3rem; font: 600 0.8125rem/1.4 var(--text); color: var(--soft); }
        .commands ul { list-style: none; margin: 0; padding: 0; }
        .commands button { display: flex; align-items: center; gap: 0.3rem; width: 100%; min-height: 2.5rem; padding: 0.2rem 0.5rem; text-align: left; line-height: 1.3; font-size: 0.9375rem; }
        .commands button:hover:enabled { background: var(--accent-wash); }
        .commands button span { margin-right: auto; }
        .commands button { color: var(--soft); } .commands button span { color: var(--ink); }
        .commands kbd { flex: none; padding: 0.1rem 0.4rem; font: 0.75rem/1.4 var(--code); border: 1px solid var(--line); border-radius: 4px; background: var(--inset); }
        @media (hover: none) and (pointer: coarse) { .commands button { min-height: 2.9rem; font-size: 0; } .commands button span { font-size: 1rem; } .commands kbd { display: none; } }
    ",
};

#[wasm_bindgen]
extern "C" {
    /// Lists groups of commands, given in JSON, in an element; of `www/early.js`, which fetches the list.
    #[wasm_bindgen(js_name = kindlingCommands, catch)]
    async fn list(host: &Element, groups: &str, choose: &JsValue) -> Result<JsValue, JsValue>;
}

#[component]
fn Commands(leave: Callback<()>) -> impl IntoView {
    let here = Here::now();
    let host = NodeRef::<Div>::new();
    let choose = Closure::<dyn FnMut(String)>::new(move |id: String| {
        leave.run(());
        commands::perform(&id, here);
    });
    // As long as the list is there.
    let choose = StoredValue::new_local(choose);
    Effect::new(move |_| {
        let (Some(host), Some(choose)) =
            (host.get(), choose.try_with_value(|choose| choose.as_ref().clone()))
        else {
            return;
        };
        spawn_local(async move {
            if list(&host, &groups(here).to_string(), &choose).await.is_err() {
                here.session.tell(words::commands_did_not_come(), None);
            }
        });
    });
    view! { <div node_ref=host></div> }
}

fn groups(here: Here) -> Value {
    let group = |group: Group| {
        let title = match (group, here.cell) {
            (Group::Cell, Some(cell)) => untrack(|| cell.name()),
            _ => group.title().to_owned(),
        };
        let commands = COMMANDS.iter().filter(|command| command.group == group).map(|command| {
            let enabled = !command.needs_cell() || here.cell.is_some();
            json!({ "id": command.id, "name": (command.name)(), "keys": command.keys, "enabled": enabled })
        });
        json!({ "title": title, "commands": commands.collect::<Vec<_>>() })
    };
    Group::ALL.into_iter().map(group).collect()
}
