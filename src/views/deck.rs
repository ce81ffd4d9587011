//! Where the student is in the deck: the slide in view, slide view or column, the editor that has the focus.
//!
//! What it is not: what the slides hold (see `kindling-notebook`) or their looks (see [`crate::views::slide`]).
//! Start reading at [`Deck`].

use crate::browser::{dom, store};
use crate::session::{Outcome, Session};
use crate::views::follow::Follow;
use crate::views::place::named_slide;
use crate::views::steps;
use kindling_notebook::{Block, Notebook};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::{Element, ScrollLogicalPosition};

/// What lies over the slide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    Black,
    Overview,
    Help,
}

#[derive(Clone, Copy)]
pub struct Deck {
    pub slides: usize,
    notebook: StoredValue<Arc<Notebook>>,
    /// All slides are on the page.
    pub is_whole: StoredValue<bool>,
    /// The slide in view, counted from 0.
    pub current: RwSignal<usize>,
    /// How many list items of the slide in view have appeared, of those that do so one by one.
    pub shown_steps: RwSignal<usize>,
    /// One slide at a time, over the whole page.
    pub presenting: RwSignal<bool>,
    /// Lines of code that are too long go on below.
    pub wraps: RwSignal<bool>,
    /// The page is printed with what is said to each slide.
    pub handout: RwSignal<bool>,
    /// Over the slide, in slide view.
    pub overlay: RwSignal<Option<Overlay>>,
    /// How much larger letters are than in the column.
    pub scale: RwSignal<f64>,
    /// Slide view asked for full screen, and was not told to leave it.
    pub full_screen: StoredValue<bool>,
    /// What is run is kept in view.
    pub follow: Follow,
    slide_of_cell: StoredValue<Vec<usize>>,
    /// The cell that has the focus, or had it last.
    pub focused: StoredValue<Option<usize>>,
    /// In slide view: the cell whose output the class looks at, and the text that gave it. The next press goes on.
    looked_at: StoredValue<Option<(usize, String)>>,
    /// For each cell, how often its editor was asked to take the focus.
    focus: StoredValue<Vec<RwSignal<u32>>>,
}

impl Deck {
    pub fn new(notebook: &Arc<Notebook>) -> Self {
        let mut slide_of_cell = vec![0; notebook.cells.len()];
        for (slide, content) in notebook.slides.iter().enumerate() {
            each_cell(&content.blocks, &mut |cell| slide_of_cell[cell] = slide);
        }
        let focus = notebook.cells.iter().map(|_| RwSignal::new(0)).collect();
        Self {
            slides: notebook.slides.len(),
            notebook: StoredValue::new(notebook.clone()),
            is_whole: StoredValue::new(false),
            current: RwSignal::new(0),
            shown_steps: RwSignal::new(0),
            presenting: RwSignal::new(false),
            wraps: wrapped_lines(),
            handout: RwSignal::new(false),
            overlay: RwSignal::new(None),
            scale: RwSignal::new(1.0),
            full_screen: StoredValue::new(false),
            follow: Follow::new(),
            slide_of_cell: StoredValue::new(slide_of_cell),
            focused: StoredValue::new(None),
            looked_at: StoredValue::new(None),
            focus: StoredValue::new(focus),
        }
    }

    /// The slide that the hash of an address names.
    pub fn slide_named(self, hash: &str) -> Option<usize> {
        self.notebook.with_value(|notebook| named_slide(notebook, hash))
    }

    pub fn focus_of(self, cell: usize) -> RwSignal<u32> {
        self.focus.with_value(|focus| focus[cell])
    }

    pub fn slide_of(self, cell: usize) -> usize {
        self.slide_of_cell.with_value(|slides| slides[cell])
    }

    /// Shows a slide: alone in slide view, else by scrolling to it.
    pub fn go(self, slide: usize) {
        let slide = slide.min(self.slides.saturating_sub(1));
        if slide != self.current.get_untracked() {
            self.shown_steps.set(0);
        }
        self.current.set(slide);
        self.follow.leave();
        self.looked_at.set_value(None);
        if !self.presenting.get_untracked()
            && let Some(element) = dom::slide_element(slide)
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
        here + 1 == self.slides && shown >= steps::count(here)
    }

    /// Runs a cell and keeps its output in view.
    pub fn run(self, session: Session, cell: usize) {
        self.run_and_show(session, cell, None);
    }

    /// Runs a cell and gives the focus to the next one; in slide view only to one on the same slide, so that the class
    /// sees what comes of the run, and the next press goes on.
    pub fn run_and_move(self, session: Session, cell: usize) {
        let next = Some(cell + 1).filter(|next| *next < session.cell_count());
        if !self.presenting.get_untracked() {
            self.run_and_show(session, cell, next);
            next.into_iter().for_each(|next| self.give_focus(next));
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
        let neighbour = next.filter(|next| self.slide_of(*next) == self.slide_of(cell));
        self.run_and_show(session, cell, neighbour);
        neighbour.into_iter().for_each(|next| self.give_focus(next));
    }

    /// In slide view, where no editor has the focus: runs the slide's next cell, or turns to the next slide.
    pub fn step(self, session: Session) {
        let here = self.current.get_untracked();
        let waits = |cell: &usize| {
            self.slide_of(*cell) == here
                && session.cell(*cell).is_some_and(|cell| cell.outcome.get_untracked() == Outcome::New)
        };
        match (0..session.cell_count()).find(waits) {
            Some(cell) if !session.is_working() => self.run(session, cell),
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

    fn run_and_show(self, session: Session, cell: usize, next: Option<usize>) {
        session.run(cell);
        if let Some(cell) = session.cell(cell) {
            self.follow.watch(&cell, next);
        }
    }

    fn give_focus(self, cell: usize) {
        self.focus_of(cell).update(|asked| *asked += 1);
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
            self.go(self.slide_of(cell));
        }
        dom::cell_element(&session.cell(cell)?.id.get_value())
    }

    /// The cell that the reader is in: the one that had the focus last, else the first from the slide in view on.
    pub fn cell_here(self) -> usize {
        let first = || {
            self.slide_of_cell
                .with_value(|slides| slides.iter().position(|slide| *slide >= self.current.get_untracked()))
        };
        self.focused.get_value().or_else(first).unwrap_or(0)
    }
}

const WRAPS: &str = "kindling/wrap";

/// Whether long lines of code are wrapped: as on the visit before.
fn wrapped_lines() -> RwSignal<bool> {
    let wraps = RwSignal::new(store::read(WRAPS).is_some());
    Effect::new(move |before: Option<()>| {
        let wraps = wraps.get();
        if before.is_some() {
            // A choice that cannot be kept holds until the page is closed.
            let _ = store::write(WRAPS, wraps.then_some(""));
        }
        if let Some(root) = dom::root() {
            // An attribute of the page's own is always taken.
            let _ = root.toggle_attribute_with_force("data-wrap", wraps);
        }
    });
    wraps
}

/// The cells of a slide, columns and answers included.
pub fn each_cell(blocks: &[Block], visit: &mut impl FnMut(usize)) {
    for block in blocks {
        match block {
            Block::Html(_) => {}
            Block::Columns(columns) => {
                columns.columns.iter().for_each(|column| each_cell(&column.blocks, visit));
            }
            Block::Details { blocks, .. } => each_cell(blocks, visit),
            Block::Cell(cell) => visit(*cell),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kindling_notebook::{Column, Columns};

    #[test]
    fn cells_are_found_in_columns_and_answers() {
        let answer = Block::Details { summary: String::new(), blocks: vec![Block::Cell(2)] };
        let column = |blocks| Column { blocks, ..Column::default() };
        let blocks = [
            Block::Cell(0),
            Block::Columns(Columns {
                columns: vec![column(vec![Block::Html(String::new()), Block::Cell(1)]), column(vec![answer])],
                ..Columns::default()
            }),
        ];
        let mut cells = Vec::new();
        each_cell(&blocks, &mut |cell| cells.push(cell));
        assert_eq!(cells, [0, 1, 2]);
    }
}
