//! Changes that can be taken back: everything done to a document is splices, and a splice turned round undoes itself.
//!
//! What it is not: which splices an action takes (see [`super::operations`]). Start reading at [`Editing`].

use super::{Content, Document, Piece, Place};

/// At a place, some things give way to others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Splice {
    Pieces { place: Place, removed: Vec<Piece>, inserted: Vec<Piece> },
    Slides { at: usize, removed: Vec<usize>, inserted: Vec<usize> },
}

impl Splice {
    fn inverse(self) -> Self {
        match self {
            Self::Pieces { place, removed, inserted } => {
                Self::Pieces { place, removed: inserted, inserted: removed }
            }
            Self::Slides { at, removed, inserted } => {
                Self::Slides { at, removed: inserted, inserted: removed }
            }
        }
    }
}

/// What the student did in one go.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Operation(pub(super) Vec<Splice>);

impl Operation {
    fn inverse(self) -> Self {
        Self(self.0.into_iter().rev().map(Splice::inverse).collect())
    }

    /// The cell that typing has changed, if that is all.
    fn written(&self) -> Option<&str> {
        let [Splice::Pieces { removed, inserted, .. }] = self.0.as_slice() else { return None };
        match (removed.as_slice(), inserted.as_slice()) {
            ([Piece::Cell(before)], [Piece::Cell(after)])
                if before.id == after.id && before.kind == after.kind =>
            {
                Some(&after.id)
            }
            _ => None,
        }
    }
}

/// A document, what was done to it, and what was taken back.
#[derive(Debug, Clone)]
pub struct Editing {
    document: Document,
    done: Vec<Operation>,
    undone: Vec<Operation>,
    /// What is typed next in the same cell belongs to the last operation.
    goes_on: bool,
}

impl Editing {
    pub fn new(document: Document) -> Self {
        Self { document, done: Vec::new(), undone: Vec::new(), goes_on: false }
    }

    pub fn document(&self) -> &Document {
        &self.document
    }

    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// False where there is nothing to do.
    pub fn apply(&mut self, operation: Option<Operation>) -> bool {
        let Some(operation) = operation.filter(|operation| !operation.0.is_empty()) else { return false };
        self.document.apply(&operation);
        self.undone.clear();
        self.done.push(operation);
        self.goes_on = false;
        true
    }

    /// Takes a cell's text as it is now. What is typed in one cell without anything else between is one operation.
    pub fn write(&mut self, id: &str, source: &str) -> bool {
        let Some(operation) = self.document.write(id, source) else { return false };
        let last = self.done.last_mut().filter(|last| self.goes_on && last.written() == Some(id));
        match (last.map(|last| last.0.as_mut_slice()), operation.0.as_slice()) {
            (Some([Splice::Pieces { inserted, .. }]), [Splice::Pieces { inserted: now, .. }]) => {
                inserted.clone_from(now);
                self.document.apply(&operation);
                self.undone.clear();
            }
            _ => {
                self.apply(Some(operation));
                self.goes_on = true;
            }
        }
        true
    }

    pub fn undo(&mut self) -> bool {
        let Some(operation) = self.done.pop() else { return false };
        let inverse = operation.clone().inverse();
        self.document.apply(&inverse);
        self.undone.push(operation);
        self.goes_on = false;
        true
    }

    pub fn redo(&mut self) -> bool {
        let Some(operation) = self.undone.pop() else { return false };
        self.document.apply(&operation);
        self.done.push(operation);
        self.goes_on = false;
        true
    }
}

impl Document {
    pub(super) fn apply(&mut self, operation: &Operation) {
        for splice in &operation.0 {
            match splice {
                Splice::Pieces { place: Place { slot, at }, removed, inserted } => {
                    self.slots.resize_with(self.slots.len().max(slot + 1), Vec::new);
                    self.slots[*slot].splice(*at..*at + removed.len(), inserted.iter().cloned());
                }
                Splice::Slides { at, removed, inserted } => {
                    self.slides.splice(*at..*at + removed.len(), inserted.iter().copied());
                }
            }
        }
        // The same slides and cells are the same document, however it came to them.
        while self.slots.len() > self.layout.slots() && self.slots.last().is_some_and(Vec::is_empty) {
            self.slots.pop();
        }
    }

    fn at(&self, place: Place) -> Vec<Piece> {
        self.piece(place).cloned().into_iter().collect()
    }

    /// A cell's content gives way to another.
    pub(super) fn replace(&self, place: Place, with: Content) -> Splice {
        Splice::Pieces { place, removed: self.at(place), inserted: vec![Piece::Cell(with)] }
    }

    pub(super) fn take(&self, place: Place) -> Splice {
        Splice::Pieces { place, removed: self.at(place), inserted: Vec::new() }
    }
}

pub(super) fn put(place: Place, contents: Vec<Content>) -> Splice {
    let inserted = contents.into_iter().map(Piece::Cell).collect();
    Splice::Pieces { place, removed: Vec::new(), inserted }
}
