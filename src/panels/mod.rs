//! The panels: what comes over the page at the press of a button. Each is one file, and one row of the registry.
//!
//! What it is not: what is in them, or how they lie over the page (see [`sheet`]). Start reading at [`Panel`] and
//! [`registry`].

mod sheet;

use crate::browser::dom::said;
use crate::browser::store;
use crate::session::Session;
use crate::views::icons::icon;
use crate::words::Word;
use leptos::prelude::*;

/// Takes the panels in: `NAME` is the `PANEL` of `panels/NAME.rs`. In one place, buttons come in this order.
///
/// rustfmt finds no modules in macros: `cargo xtask fmt` names these files to it.
macro_rules! registry {
    ($($name:ident)*) => {
        $(mod $name;)*
        static PANELS: &[Panel] = &[$($name::PANEL),*];
    };
}

registry! {
    outline
    devices
    print
    files
    variables
    library
    notebook
    commands
    find
    run
}

/// All that a panel's file says to the rest of the page.
pub struct Panel {
    /// Its element's id.
    pub id: &'static str,
    /// Its heading; with an icon also its button.
    pub title: Word,
    /// What its button says when the pointer rests on it.
    pub hint: Word,
    pub place: Place,
    pub face: Face,
    /// What is in it, made anew each time it opens. What is handed in closes it.
    pub content: fn(Callback<()>) -> AnyView,
    /// The styles that are its own. What panels share is in `www/style/room.css`.
    pub style: &'static str,
}

/// Where in the bar a panel's button is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Before the title, on narrow screens only: on wide ones the page shows the same beside the deck.
    Narrow,
    /// After the title.
    Status,
    /// Among what can be done.
    Tools,
    /// There, on wide screens only.
    Wide,
    /// Beside "Run all", as an icon alone.
    Run,
    /// Not in the bar: keys and other buttons open it.
    Elsewhere,
}

/// What a panel's button shows.
pub enum Face {
    /// The title beside an icon, or the icon alone where there is no room.
    Icon(&'static str),
    /// Something that tells of the session. `name` is how screen readers call it.
    Told { view: fn(Session) -> AnyView, name: fn(Session) -> String },
}

/// Which panel is open: one at most, as all of them lie in the same place.
#[derive(Clone, Copy)]
pub struct Opened(RwSignal<Option<&'static str>>);

impl Opened {
    fn is(self, panel: &Panel) -> bool {
        self.0.get() == Some(panel.id)
    }

    fn toggle(self, panel: &Panel) {
        self.0.update(|open| *open = (*open != Some(panel.id)).then_some(panel.id));
    }

    /// Opens the panel of that id.
    pub fn show(self, id: &'static str) {
        self.0.set(Some(id));
    }

    fn close(self, panel: &Panel) {
        if self.0.get_untracked() == Some(panel.id) {
            self.0.set(None);
        }
    }
}

/// Under what this tab remembers the open panel.
const OPEN: &str = "kindling/panel";

/// Has the views below share which panel is open: after a reload the same as before.
pub fn provide() {
    let before = store::recall(OPEN);
    let before = PANELS.iter().map(|panel| panel.id).find(|id| before.as_deref() == Some(id));
    let opened = RwSignal::new(before);
    Effect::new(move |_| store::remember(OPEN, opened.get().unwrap_or_default()));
    provide_context(Opened(opened));
}

/// The buttons of the panels that have theirs in this place of the bar.
#[component]
pub fn Buttons(place: Place) -> impl IntoView {
    let here = PANELS.iter().filter(|panel| panel.place == place);
    here.map(|panel| view! { <PanelButton panel=panel /> }).collect_view()
}

#[component]
fn PanelButton(panel: &'static Panel) -> impl IntoView {
    let opened = expect_context::<Opened>();
    let session = expect_context::<Session>();
    let class = match panel.place {
        Place::Narrow => Some("narrow"),
        Place::Status => Some("status"),
        Place::Tools => None,
        Place::Wide => Some("wide"),
        Place::Run => Some("more"),
        Place::Elsewhere => None,
    };
    let (face, name) = match panel.face {
        Face::Icon(path) => {
            (view! { {icon(path)} <span class="word">{(panel.title)()}</span> }.into_any(), None)
        }
        Face::Told { view, name } => (view(session), Some(name)),
    };
    view! {
        <button type="button" class=class title=(panel.hint)() aria-label=move || name.map(|name| name(session))
            aria-expanded=move || said(opened.is(panel)) aria-controls=panel.id on:click=move |_| opened.toggle(panel)>
            {face}
        </button>
    }
}

/// The panels themselves, closed until their button is pressed.
#[component]
pub fn Panels() -> impl IntoView {
    PANELS.iter().map(|panel| view! { <sheet::Sheet panel=panel /> }).collect_view()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_panel_has_an_id_of_its_own_and_words() {
        for (index, panel) in PANELS.iter().enumerate() {
            assert!(
                PANELS[..index].iter().all(|earlier| earlier.id != panel.id),
                "{} is there twice",
                panel.id
            );
            assert!(!(panel.title)().is_empty() && !(panel.hint)().is_empty(), "{} has no words", panel.id);
        }
    }
}
