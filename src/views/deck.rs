//! Where the student is in the deck: the slide in view, slide view or column, the editor that has the focus.
//!
//! What it is not: what the slides hold (see `kindling-notebook`) or their looks (see [`crate::views::slide`]).
//! Start reading at [`Deck`].

use crate::browser::dom;
use crate::session::{Cell, Outcome, Session};
use crate::views::choices::{choice, letters};
use crate::views::follow::Follow;
use crate::views::place::named_place;
use crate::views::selection::Selection;
use crate::views::steps;
use kindling_notebook::Notebook;
use kindling_notebook::edit::{Kind, Side};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollLogicalPosition};

/// What lies over the slide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    Black,
    Overview,
    Help,
}

#[derive(Clone, Copy)]
pub struct Deck {
    /// Their numbers, in reading order.
    slides: Memo<Vec<usize>>,
    notebook: StoredValue<Arc<Notebook>>,
    /// All slides are on the page.
    pub is_whole: StoredValue<bool>,
    /// The place of the slide in view, counted from 0.
    pub current: RwSignal<usize>,
    /// How many list items of the slide in view have appeared, of those that do so one by one.
    pub shown_steps: RwSignal<usize>,
    /// One slide at a time, over the whole page.
    pub presenting: RwSignal<bool>,
    /// Lines of code that are too long go on below.
    pub wraps: RwSignal<bool>,
    /// Lines of code have numbers.
    pub numbers: RwSignal<bool>,
    /// The steps of indented lines are seen.
    pub guides: RwSignal<bool>,
    /// How large the letters of code are, as a share of their usual size.
    pub letters: RwSignal<f64>,
    /// The page is printed with what is said to each slide.
    pub handout: RwSignal<bool>,
    /// Over the slide, in slide view.
    pub overlay: RwSignal<Option<Overlay>>,
    /// How much larger letters are than in the column.
    pub scale: RwSignal<f64>,
    /// Slide view asked for full screen, and was not told to leave it.
    pub full_screen: StoredValue<bool>,
    /// Nobody has moved for a while.
    pub idle: RwSignal<bool>,
    /// What is run is kept in view.
    pub follow: Follow,
    /// The cell that has the focus, or had it last.
    pub focused: StoredValue<Option<usize>>,
    /// Where several cells are chosen at once: which.
    pub selection: Selection,
    /// The cell, and the side of it, that a dragged one would come to.
    pub drop_beside: RwSignal<Option<(usize, Side)>>,
    /// In slide view: the cell whose output the class looks at, and the text that gave it. The next press goes on.
    looked_at: StoredValue<Option<(usize, String)>>,
}

impl Deck {
    pub fn new(session: Session) -> Self {
        Self {
            slides: session.slides,
            notebook: session.notebook,
            is_whole: StoredValue::new(false),
            current: RwSignal::new(0),
            shown_steps: RwSignal::new(0),
            presenting: RwSignal::new(false),
            wraps: choice("wrap"),
            numbers: choice("numbers"),
            guides: choice("guides"),
            letters: letters(),
            handout: RwSignal::new(false),
            overlay: RwSignal::new(None),
            scale: RwSignal::new(1.0),
            full_screen: StoredValue::new(false),
            idle: RwSignal::new(false),
            follow: Follow::new(),
            focused: StoredValue::new(None),
            selection: Selection::new(),
            drop_beside: RwSignal::new(None),
            looked_at: StoredValue::new(None),
        }
    }

    /// How many slides there are.
    pub fn count(self) -> usize {
        self.slides.with(Vec::len)
    }

    /// The place of the slide that the hash of an address names.
    pub fn place_named(self, hash: &str) -> Option<usize> {
        self.notebook.with_value(|notebook| {
            let title = |slide: &usize| notebook.slides.get(*slide).map_or("", |slide| slide.title.as_str());
            let titles: Vec<&str> = self.slides.with_untracked(|slides| slides.iter().map(title).collect());
            named_place(&titles, hash)
        })
    }

    /// Shows the slide at a place: alone in slide view, else by scrolling to it.
    pub fn go(self, place: usize) {
        let place = place.min(untrack(|| self.count()).saturating_sub(1));
        if place != self.current.get_untracked() {
            self.shown_steps.set(0);
        }
        self.current.set(place);
        self.follow.leave();
        self.looked_at.set_value(None);
        if !self.presenting.get_untracked()
            && let Some(element) = dom::slide_element(place)
        {
            dom::reveal(&element, ScrollLogicalPosition::Start);
        }
    }

    /// The next step of the slide in view, else the next slide.
    pub fn forward(self) {
        let (here, shown) = (self.current.get_untracked(), self.shown_steps.get_untracked());
        if self.presenting.get_untracked() && shown < steps::count(here) {
            self.shown_steps.set(shown + 1);
        } else {
            self.go(here + 1);
        }
    }

    /// The step before, else the slide before, with all its steps.
    pub fn back(self) {
        let (here, shown) = (self.current.get_untracked(), self.shown_steps.get_untracked());
        if self.presenting.get_untracked() && shown > 0 {
            self.shown_steps.set(shown - 1);
        } else if here > 0 {
            self.go(here - 1);
            self.shown_steps.set(steps::count(here - 1));
        }
    }

    /// Nothing comes after what is shown.
    pub fn is_at_end(self) -> bool {
        let (here, shown) = (self.current.get(), self.shown_steps.get());
        here + 1 == self.count() && shown >= steps::count(here)
    }

    /// Runs a cell and keeps its output in view.
    pub fn run(self, session: Session, cell: usize) {
        self.run_and_show(session, cell, None);
    }

    /// Runs a cell and gives the focus to the next one; in slide view only to one on the same slide, so that the class
    /// sees what comes of the run, and the next press goes on.
    pub fn run_and_move(self, session: Session, cell: usize) {
        let next = session.neighbour(cell, 1);
        if !self.presenting.get_untracked() {
            self.run_and_show(session, cell, next);
            // A notebook of one's own grows at its end.
            let grown = || {
                let last = session.cell(cell).filter(|_| !session.has_lesson())?;
                session.insert(last, Side::Below, vec![Session::new_content(Kind::Code, "")])
            };
            next.or_else(grown).into_iter().for_each(|next| self.enter(next));
            return;
        }
        let text =
            |index: usize| session.cell(index).map(|cell| cell.source.get_untracked()).unwrap_or_default();
        let was_looked_at = self
            .looked_at
            .with_value(|looked| looked.as_ref().is_some_and(|(at, ran)| *at == cell && *ran == text(cell)));
        if was_looked_at {
            self.turn(Self::forward);
            return;
        }
        self.looked_at.set_value(Some((cell, text(cell))));
        let slide = session.cell(cell).map(|cell| cell.slide.get_value());
        let neighbour = next.filter(|next| Some(next.slide.get_value()) == slide);
        self.run_and_show(session, cell, neighbour);
        neighbour.into_iter().for_each(|next| self.enter(next));
    }

    /// In slide view, where no editor has the focus: runs the slide's next cell, or turns to the next slide.
    pub fn step(self, session: Session) {
        let here = self.current.get_untracked();
        let waits =
            |cell: &Cell| cell.slide.get_value() == here && cell.outcome.get_untracked() == Outcome::New;
        match untrack(|| session.code_cells()).into_iter().find(waits) {
            Some(cell) if !session.is_working() => self.run(session, cell.index),
            Some(_) => {}
            None => self.turn(Self::forward),
        }
    }

    pub fn toggle_overlay(self, overlay: Overlay) {
        self.overlay.update(|over| *over = (*over != Some(overlay)).then_some(overlay));
    }

    /// Whether there was one to close.
    pub fn close_overlay(self) -> bool {
        let was_open = self.overlay.get_untracked().is_some();
        if was_open {
            self.overlay.set(None);
        }
        was_open
    }

    /// Turns slides by hand; the next key goes on from there.
    pub fn turn(self, to: impl Fn(Self)) {
        to(self);
        dom::focus_slide(self.current.get_untracked());
    }

    /// Runs a cell; a text is shown as it is read.
    fn run_and_show(self, session: Session, index: usize, next: Option<Cell>) {
        let Some(cell) = session.cell(index) else { return };
        if cell.kind.get_untracked() == Kind::Markdown {
            cell.is_open.set(false);
            return;
        }
        session.run(index);
        self.follow.watch(&cell, next.map(|next| next.index));
    }

    /// Gives the focus to a cell's editor, or to a text that is read.
    fn enter(self, cell: Cell) {
        match cell.kind.get_untracked() {
            Kind::Code => cell.edit(),
            Kind::Markdown => self.select(cell),
        }
    }

    /// Gives the focus to a cell as a whole, once it is on the page: keys are commands then.
    pub fn select(self, cell: Cell) {
        self.selection.end();
        self.give_focus(cell);
    }

    /// The same, with what is chosen left as it is.
    pub fn give_focus(self, cell: Cell) {
        self.focused.set_value(Some(cell.index));
        dom::after_paint(move || {
            let element = dom::cell_element(&cell.id.get_value());
            let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
                return;
            };
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // A cell that cannot take the focus leaves it where it was.
            let _ = element.focus_with_options(&options);
            dom::reveal(&element, ScrollLogicalPosition::Nearest);
        });
    }

    /// Brings a cell into view.
    pub fn show_cell(self, session: Session, cell: usize) {
        if let Some(element) = self.turn_to_cell(session, cell) {
            dom::reveal(&element, ScrollLogicalPosition::Nearest);
        }
    }

    /// Brings what a cell failed with into view.
    pub fn show_error(self, session: Session, cell: usize) {
        let Some(element) = self.turn_to_cell(session, cell) else { return };
        let error = element.query_selector("[data-error]").ok().flatten();
        dom::reveal(&error.unwrap_or(element), ScrollLogicalPosition::Center);
    }

    fn turn_to_cell(self, session: Session, cell: usize) -> Option<Element> {
        if self.presenting.get_untracked() {
            self.go(session.cell(cell)?.slide.get_value());
        }
        dom::cell_element(&session.cell(cell)?.id.get_value())
    }

    /// The cell that the reader is in: the one that had the focus last, else the first from the slide in view on.
    pub fn cell_here(self, session: Session) -> Option<Cell> {
        let cells = session.all_cells();
        let focused = |cell: &&Cell| Some(cell.index) == self.focused.get_value();
        let follows = |cell: &&Cell| cell.slide.get_value() >= self.current.get_untracked();
        cells.iter().find(focused).or_else(|| cells.iter().find(follows)).or(cells.last()).copied()
    }
}
