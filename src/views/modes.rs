//! Jupyter's two modes: in an editor keys write; where a cell as a whole has the focus, they are commands.
//!
//! What it is not: the commands (see [`crate::views::commands`]), or the keys of slide view (see [`crate::views::keys`]).
//! Start reading at [`listen`].

use crate::browser::dom;
use crate::browser::language::Language;
use crate::panels::Opened;
use crate::session::Session;
use crate::views::commands::{COMMANDS, Here, Reach};
use crate::views::deck::Deck;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Of two keys, the second comes so soon, in milliseconds.
const SOON: f64 = 1000.0;

pub fn listen(deck: Deck, session: Session) {
    let (opened, language) = (expect_context::<Opened>(), expect_context::<Language>());
    let first = StoredValue::new(None::<(String, f64)>);
    window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        if event.default_prevented() || deck.presenting.get_untracked() {
            return;
        }
        let inside = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(pressed) = chord(&event) else { return };
        let before = first.try_update_value(Option::take).flatten();
        let before = before.filter(|(_, since)| event.time_stamp() - since < SOON).map(|(key, _)| key);
        let least = reach(inside.as_ref());
        let meant = |fits: &dyn Fn(&str) -> bool| {
            let mut commands = COMMANDS.iter().filter(|command| command.reach >= least);
            commands.find(|command| command.keys.iter().any(|keys| fits(keys)))
        };
        let both = before.map(|before| format!("{before} {pressed}"));
        if let Some(command) = meant(&|keys| keys == pressed || Some(keys) == both.as_deref()) {
            event.prevent_default();
            command.run(Here { session, deck, opened, language, cell: deck.cell_here(session) });
        } else if meant(&|keys| keys.split_once(' ').is_some_and(|(first, _)| first == pressed)).is_some() {
            event.prevent_default();
            first.set_value(Some((pressed, event.time_stamp())));
        }
    });
}

/// How far a command must reach to be meant there.
fn reach(inside: Option<&Element>) -> Reach {
    match inside {
        Some(element) if element.has_attribute("data-cell") => Reach::Cell,
        Some(element) if dom::is_in_editor(element) => Reach::Editor,
        _ => Reach::Page,
    }
}

/// A press as the table writes it; nothing for a key that only changes others.
fn chord(event: &KeyboardEvent) -> Option<String> {
    let key = event.key();
    let name = match key.as_str() {
        "Control" | "Shift" | "Alt" | "Meta" | "Dead" => return None,
        "ArrowUp" => "↑",
        "ArrowDown" => "↓",
        "_" => "-",
        "Escape" => "Esc",
        other => other,
    };
    let name = if name.chars().count() == 1 { name.to_uppercase() } else { name.to_owned() };
    let mut chord = String::new();
    let held = [
        (event.ctrl_key() || event.meta_key(), "Ctrl+"),
        (event.alt_key(), "Alt+"),
        (event.shift_key(), "Shift+"),
    ];
    held.into_iter().filter(|(is_held, _)| *is_held).for_each(|(_, word)| chord.push_str(word));
    Some(chord + &name)
}
