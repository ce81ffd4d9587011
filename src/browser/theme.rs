//! Light or dark: the student's choice, kept, or else the system's.
//!
//! What it is not: colours, which are in `www/style/tokens.css`. `www/theme.js` sets a kept choice before the first
//! paint; from then on this module does. Start reading at [`Theme`].

use super::{dom, store};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

const KEY: &str = "kindling/theme";
const SYSTEM_IS_DARK: &str = "(prefers-color-scheme: dark)";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    Auto,
    Light,
    Dark,
}

impl Choice {
    fn of(word: &str) -> Self {
        match word {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Auto,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }
}

#[derive(Clone, Copy)]
pub struct Theme {
    pub choice: RwSignal<Choice>,
    /// What is shown now, whoever chose it.
    pub dark: Memo<bool>,
}

impl Theme {
    pub fn new() -> Self {
        let choice = RwSignal::new(store::read(KEY).map_or(Choice::Auto, |word| Choice::of(&word)));
        let system_is_dark = watch_system();
        let dark = Memo::new(move |_| match choice.get() {
            Choice::Auto => system_is_dark.get(),
            Choice::Light => false,
            Choice::Dark => true,
        });
        Effect::new(move |_| show(choice.get()));
        Self { choice, dark }
    }

    pub fn choose(self, choice: Choice) {
        // A theme that cannot be kept is no loss worth a message: it holds until the page is closed.
        let _ = store::write(KEY, (choice != Choice::Auto).then_some(choice.word()));
        self.choice.set(choice);
    }
}

fn show(choice: Choice) {
    let Some(root) = dom::root() else { return };
    // The document's root always takes a data attribute.
    let _ = match choice {
        Choice::Auto => root.remove_attribute("data-theme"),
        chosen => root.set_attribute("data-theme", chosen.word()),
    };
}

fn watch_system() -> RwSignal<bool> {
    let dark = RwSignal::new(dom::media_matches(SYSTEM_IS_DARK));
    if let Ok(Some(list)) = window().match_media(SYSTEM_IS_DARK) {
        let changed = Closure::<dyn FnMut()>::new(move || dark.set(dom::media_matches(SYSTEM_IS_DARK)));
        list.set_onchange(Some(changed.as_ref().unchecked_ref()));
        // The page listens as long as it lives, and the list of media queries with it.
        changed.forget();
        std::mem::forget(list);
    }
    dark
}
