//! Where the student is in the deck: the slide in view, slide view or column, the editor that has the focus.
//!
//! What it is not: what the slides hold (see `kindling-notebook`) or their looks (see [`crate::views::slide`]).
//! Start reading at [`Deck`].

use crate::browser::dom;
use crate::session::Session;
use kindling_notebook::{Block, Notebook};
use leptos::prelude::*;
use web_sys::ScrollLogicalPosition;

#[derive(Clone, Copy)]
pub struct Deck {
    pub slides: usize,
    /// The slide in view, counted from 0.
    pub current: RwSignal<usize>,
    /// One slide at a time, over the whole page.
    pub presenting: RwSignal<bool>,
    slide_of_cell: StoredValue<Vec<usize>>,
    /// For each cell, how often its editor was asked to take the focus.
    focus: StoredValue<Vec<RwSignal<u32>>>,
}

impl Deck {
    pub fn new(notebook: &Notebook) -> Self {
        let mut slide_of_cell = vec![0; notebook.cells.len()];
        for (slide, content) in notebook.slides.iter().enumerate() {
            each_cell(&content.blocks, &mut |cell| slide_of_cell[cell] = slide);
        }
        let focus = notebook.cells.iter().map(|_| RwSignal::new(0)).collect();
        Self {
            slides: notebook.slides.len(),
            current: RwSignal::new(0),
            presenting: RwSignal::new(false),
            slide_of_cell: StoredValue::new(slide_of_cell),
            focus: StoredValue::new(focus),
        }
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
        self.current.set(slide);
        if !self.presenting.get_untracked()
            && let Some(element) = dom::slide_element(slide)
        {
            dom::reveal(&element, ScrollLogicalPosition::Start);
        }
    }

    pub fn forward(self) {
        self.go(self.current.get_untracked() + 1);
    }

    pub fn back(self) {
        self.go(self.current.get_untracked().saturating_sub(1));
    }

    /// Runs a cell and gives the focus to the next one.
    pub fn run_and_move(self, session: Session, cell: usize) {
        session.run(cell);
        if cell + 1 < session.cell_count() {
            self.show_cell(session, cell + 1);
            self.focus_of(cell + 1).update(|asked| *asked += 1);
        }
    }

    /// Brings a cell into view.
    pub fn show_cell(self, session: Session, cell: usize) {
        if self.presenting.get_untracked() {
            self.go(self.slide_of(cell));
        }
        let id = session.cell(cell).map(|cell| cell.id.get_value()).unwrap_or_default();
        if let Ok(Some(element)) = document().query_selector(&format!("[data-cell=\"{id}\"]")) {
            dom::reveal(&element, ScrollLogicalPosition::Nearest);
        }
    }
}

/// The cells of a slide, columns and answers included.
pub fn each_cell(blocks: &[Block], visit: &mut impl FnMut(usize)) {
    for block in blocks {
        match block {
            Block::Html(_) => {}
            Block::Columns(columns) => columns.iter().for_each(|column| each_cell(column, visit)),
            Block::Details { blocks, .. } => each_cell(blocks, visit),
            Block::Cell(cell) => visit(*cell),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_in_columns_and_answers() {
        let answer = Block::Details { summary: String::new(), blocks: vec![Block::Cell(2)] };
        let blocks = [
            Block::Cell(0),
            Block::Columns(vec![vec![Block::Html(String::new()), Block::Cell(1)], vec![answer]]),
        ];
        let mut cells = Vec::new();
        each_cell(&blocks, &mut |cell| cells.push(cell));
        assert_eq!(cells, [0, 1, 2]);
    }
}
