//! After a run its output is in view: the page scrolls there as it comes, no further than needed, unless the reader has
//! gone elsewhere.
//!
//! What it is not: the boxes in which long output scrolls (see [`crate::views::stream`]). Start reading at
//! [`Follow::watch`].

use crate::browser::dom;
use crate::session::{Cell, RunState, Session};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use web_sys::{Element, KeyboardEvent, ResizeObserver, ScrollLogicalPosition};

/// After the end of a run its figures may still be drawn.
const AFTER_THE_END: Duration = Duration::from_millis(400);
/// The page may still be on its way to the cell when its run begins.
const ON_THE_WAY: f64 = 1000.0;

/// The cell whose output is followed.
#[derive(Debug, Clone, Copy)]
pub struct Watched {
    cell: usize,
    /// The cell that the focus has moved on to: it is shown too where there is room.
    next: Option<usize>,
    since: f64,
}

/// Hears of each change of size; the closure lives as long.
type Observer = (ResizeObserver, Closure<dyn FnMut()>);

#[derive(Clone, Copy)]
pub struct Follow {
    watched: RwSignal<Option<Watched>>,
    observer: StoredValue<Option<Observer>, LocalStorage>,
}

impl Follow {
    pub fn new() -> Self {
        Self { watched: RwSignal::new(None), observer: StoredValue::new_local(None) }
    }

    /// Follows the run of a cell that the reader has just asked for.
    pub fn watch(self, cell: &Cell, next: Option<usize>) {
        self.leave();
        let watched = Watched { cell: cell.index, next, since: js_sys::Date::now() };
        self.watched.set(Some(watched));
        let Some(outputs) = outputs_of(cell) else { return };
        let grown = Closure::<dyn FnMut()>::new(move || self.bring(watched, &outputs));
        if let (Ok(observer), Some(outputs)) =
            (ResizeObserver::new(grown.as_ref().unchecked_ref()), outputs_of(cell))
        {
            observer.observe(&outputs);
            self.observer.set_value(Some((observer, grown)));
        }
    }

    /// The reader goes elsewhere: nothing scrolls any more.
    pub fn leave(self) {
        if self.watched.get_untracked().is_some() {
            self.watched.set(None);
        }
        if let Some((observer, _)) = self.observer.try_update_value(Option::take).flatten() {
            observer.disconnect();
        }
    }

    /// Hears of what the reader does, and of the end of runs.
    pub fn listen(self, session: Session) {
        let elsewhere = move || self.leave();
        window_event_listener(leptos::ev::wheel, move |_| elsewhere());
        window_event_listener(leptos::ev::touchmove, move |_| elsewhere());
        window_event_listener(leptos::ev::pointerdown, move |_| elsewhere());
        window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
            if !["Enter", "Shift", "Control", "Meta", "Alt"].contains(&event.key().as_str()) {
                elsewhere();
            }
        });
        Effect::new(move |_| {
            let Some(watched) = self.watched.get() else { return };
            let Some(cell) = session.cell(watched.cell) else { return };
            if matches!(session.run_state(cell), RunState::Was(_)) {
                dom::after_paint(move || self.ended(session, watched));
            }
        });
    }

    fn ended(self, session: Session, watched: Watched) {
        let is_watched = move || self.watched.get_untracked().is_some_and(|now| now.since == watched.since);
        let Some(cell) = session.cell(watched.cell).filter(|_| is_watched()) else { return };
        let outputs = outputs_of(&cell).filter(|outputs| outputs.client_height() > 0);
        let next = watched
            .next
            .and_then(|next| session.cell(next))
            .and_then(|cell| dom::cell_element(&cell.id.get_value()));
        match (&outputs, &next) {
            (Some(outputs), Some(next)) if !fit_together(outputs, next) => self.bring(watched, outputs),
            (_, Some(next)) => dom::reveal(next, ScrollLogicalPosition::Nearest),
            (Some(outputs), None) => self.bring(watched, outputs),
            (None, None) => {}
        }
        set_timeout(
            move || {
                if is_watched() {
                    self.leave();
                }
            },
            AFTER_THE_END,
        );
    }

    fn bring(self, watched: Watched, outputs: &Element) {
        let cell = outputs.parent_element();
        let is_on_the_way = js_sys::Date::now() - watched.since < ON_THE_WAY;
        if is_on_the_way || cell.is_some_and(|cell| dom::is_in_window(&cell)) {
            dom::reveal(outputs, ScrollLogicalPosition::Nearest);
        } else {
            self.leave();
        }
    }
}

fn outputs_of(cell: &Cell) -> Option<Element> {
    dom::cell_element(&cell.id.get_value())?.query_selector("[data-output]").ok().flatten()
}

/// The window can show all from the head of one to the foot of the other.
fn fit_together(first: &Element, last: &Element) -> bool {
    let height = last.get_bounding_client_rect().bottom() - first.get_bounding_client_rect().top();
    height + dom::bar_height() < dom::window_height()
}
