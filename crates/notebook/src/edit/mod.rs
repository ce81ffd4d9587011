//! A lesson as a student has it: cells and slides of their own between the lesson's, some of those moved, changed or taken
//! away.
//!
//! What it is not: the text between cells, which stays the lesson's, or a look. Start reading at [`Document`]; what is
//! done to one is an [`Operation`] in [`Editing`], what is kept of it for the next visit [`Changes`].

mod changes;
mod history;
mod layout;
mod operations;
mod slides;
mod written;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use changes::Changes;
pub use history::{Editing, Operation};
pub use operations::Side;
pub use slides::heading;
pub use written::{Mine, MyCell, written};

use layout::Layout;

use crate::model::Notebook;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Kind {
    #[default]
    Code,
    Markdown,
}

/// A cell: the lesson's or the student's own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Content {
    pub id: String,
    pub kind: Kind,
    pub source: String,
}

/// What a slot holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// What the lesson has between its cells, counted within the slot: it stays where it is.
    Fixed(usize),
    Cell(Content),
}

impl Piece {
    pub fn cell(&self) -> Option<&Content> {
        match self {
            Self::Cell(content) => Some(content),
            Self::Fixed(_) => None,
        }
    }
}

/// Before the piece of that number in a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub slot: usize,
    pub at: usize,
}

/// Slots of pieces: one for each slide, and one for each column and answer in it; and the order of the slides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The lesson's, then one for each slide of the student's. What is beyond is empty.
    slots: Vec<Vec<Piece>>,
    /// The slides that are there: those of the lesson by their numbers in it, the student's by numbers beyond.
    slides: Vec<usize>,
    layout: Arc<Layout>,
}

impl Document {
    /// The lesson as its author has it.
    pub fn of(notebook: &Notebook) -> Self {
        let (slots, layout) = layout::read(notebook);
        Self { slots, slides: (0..layout.slides.len()).collect(), layout: Arc::new(layout) }
    }

    pub fn slot(&self, slot: usize) -> &[Piece] {
        self.slots.get(slot).map(Vec::as_slice).unwrap_or_default()
    }

    /// True while there is nothing on any slide.
    pub fn is_blank(&self) -> bool {
        self.slots.iter().all(Vec::is_empty)
    }

    /// The slots within a fixed piece, in reading order.
    pub fn slots_within(&self, slot: usize, fixed: usize) -> &[usize] {
        self.layout.within(slot, fixed)
    }

    /// All cells in reading order, each with the place of its slide.
    pub fn cells(&self) -> Vec<(usize, &Content)> {
        let mut cells = Vec::new();
        for (place, slide) in self.slides.iter().enumerate() {
            self.read(self.slot_of(*slide), &mut |_, piece| {
                cells.extend(piece.cell().map(|content| (place, content)));
            });
        }
        cells
    }

    pub fn cell(&self, id: &str) -> Option<&Content> {
        let Place { slot, at } = self.find(id)?;
        self.slots[slot][at].cell()
    }

    /// Where a cell is.
    pub fn find(&self, id: &str) -> Option<Place> {
        self.slots.iter().enumerate().find_map(|(slot, pieces)| {
            let is_it = |piece: &Piece| piece.cell().is_some_and(|content| content.id == id);
            Some(Place { slot, at: pieces.iter().position(is_it)? })
        })
    }

    /// Visits a slot's pieces and what is within them, in reading order.
    fn read<'a>(&'a self, slot: usize, visit: &mut impl FnMut(Place, &'a Piece)) {
        for (at, piece) in self.slot(slot).iter().enumerate() {
            visit(Place { slot, at }, piece);
            if let Piece::Fixed(fixed) = piece {
                self.slots_within(slot, *fixed).iter().for_each(|inner| self.read(*inner, visit));
            }
        }
    }

    fn piece(&self, place: Place) -> Option<&Piece> {
        self.slot(place.slot).get(place.at)
    }

    /// What a piece is called: a cell by its id, text by what it says.
    fn name<'a>(&'a self, slot: usize, piece: &'a Piece) -> &'a str {
        match piece {
            Piece::Cell(content) => &content.id,
            Piece::Fixed(fixed) => self.layout.name(slot, *fixed),
        }
    }

    /// A piece of that name: of the slide that is named too, if that has one, as lessons say things twice.
    fn find_name(&self, name: &str, slide: usize) -> Option<Place> {
        let in_slot = |slot: usize| {
            let at = self.slot(slot).iter().position(|piece| self.name(slot, piece) == name)?;
            Some(Place { slot, at })
        };
        let slots = || (0..self.slots.len()).filter(|slot| self.place_of(self.slide_of(*slot)).is_some());
        let near = slots().filter(|slot| self.slide_of(*slot) == slide).find_map(in_slot);
        near.or_else(|| slots().find_map(in_slot))
    }
}
