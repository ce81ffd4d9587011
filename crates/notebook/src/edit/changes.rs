//! What a student's document has that the lesson has not, small enough to be kept at each change, and put back into the
//! lesson on the next visit: also into a later version of it, in which other cells have come and gone.
//!
//! What it is not: the cells' text, which is kept cell by cell. Start reading at [`Document::changes`].

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{Content, Document, Kind, Piece, Place};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Changes {
    /// In reading order.
    cells: Vec<Change>,
    /// The lesson's cells that were deleted.
    gone: Vec<String>,
}

/// A cell that is not where the lesson has it, or not what it is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Change {
    id: String,
    kind: Kind,
    is_own: bool,
    /// The names of the pieces around it.
    after: Option<String>,
    before: Option<String>,
    slide: usize,
    slot: usize,
}

impl Changes {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Document {
    /// What is different from the lesson.
    pub fn changes(&self, lesson: &Document) -> Changes {
        let known: HashSet<&str> = lesson.cells().iter().map(|(_, content)| content.id.as_str()).collect();
        let here: HashSet<&str> = self.cells().iter().map(|(_, content)| content.id.as_str()).collect();
        let gone = lesson.cells().into_iter().map(|(_, content)| &content.id);
        let gone = gone.filter(|id| !here.contains(id.as_str())).cloned().collect();
        let mut cells = Vec::new();
        for slot in 0..self.slots.len() {
            let stays = self.in_place(slot, lesson);
            for (at, piece) in self.slot(slot).iter().enumerate() {
                let Some(content) = piece.cell() else { continue };
                if stays.contains(&at) {
                    continue;
                }
                let name = |at: usize| self.name(slot, &self.slot(slot)[at]).to_owned();
                let next = (at + 1..self.slot(slot).len()).find(|next| stays.contains(next));
                cells.push(Change {
                    id: content.id.clone(),
                    kind: content.kind,
                    is_own: !known.contains(content.id.as_str()),
                    after: at.checked_sub(1).map(name),
                    before: next.map(name),
                    slide: self.slide_of(slot),
                    slot,
                });
            }
        }
        Changes { cells, gone }
    }

    /// Which pieces of a slot are the lesson's, in its order and of its kind.
    fn in_place(&self, slot: usize, lesson: &Document) -> HashSet<usize> {
        let theirs = lesson.slot(slot);
        let mut passed = 0;
        let mut found = HashSet::new();
        for (at, piece) in self.slot(slot).iter().enumerate() {
            let name = self.name(slot, piece);
            // No cell jumps over a text.
            let ahead = theirs.get(passed..).unwrap_or_default().iter();
            let mut ahead = ahead.scan(false, |is_over, other| {
                let seen = (!*is_over).then_some(other);
                *is_over |= matches!(other, Piece::Fixed(_));
                seen
            });
            if let Some(steps) = ahead.position(|other| lesson.name(slot, other) == name) {
                passed += steps + 1;
                if piece.cell().is_none_or(|content| content.kind == Kind::Code) {
                    found.insert(at);
                }
            }
        }
        found
    }

    /// A lesson with a student's changes. `kept` is the text that a cell was given.
    pub fn with(mut self, changes: &Changes, kept: impl Fn(&str) -> Option<String>) -> Self {
        for id in &changes.gone {
            self.take_out(id);
        }
        let of_lesson: Vec<_> = changes.cells.iter().map(|change| self.take_out(&change.id)).collect();
        for (change, of_lesson) in changes.cells.iter().zip(of_lesson) {
            let source = kept(&change.id);
            let content = match (of_lesson, source) {
                (Some(content), _) => Content { kind: change.kind, ..content },
                // Without a text of the student's, what the lesson no longer has is gone.
                (None, None) if !change.is_own => continue,
                (None, source) => {
                    Content { id: change.id.clone(), kind: change.kind, source: source.unwrap_or_default() }
                }
            };
            let Some(Place { slot, at }) = self.place_for(change) else { continue };
            self.slots[slot].insert(at, Piece::Cell(content));
        }
        for piece in self.slots.iter_mut().flatten() {
            if let Piece::Cell(content) = piece
                && let Some(source) = kept(&content.id)
            {
                content.source = source;
            }
        }
        self
    }

    fn take_out(&mut self, id: &str) -> Option<Content> {
        let Place { slot, at } = self.find(id)?;
        match self.slots[slot].remove(at) {
            Piece::Cell(content) => Some(content),
            Piece::Fixed(_) => None,
        }
    }

    /// Beside a neighbour that is still there, else at the end of its slot or slide.
    fn place_for(&self, change: &Change) -> Option<Place> {
        let find = |name: &Option<String>| self.find_name(name.as_deref()?, change.slide);
        let after = find(&change.after).map(|place| Place { at: place.at + 1, ..place });
        let place = after.or_else(|| find(&change.before));
        place.or_else(|| {
            let last = self.layout.slides.len().checked_sub(1)?;
            let is_there = self.layout.slide_of.get(change.slot) == Some(&change.slide);
            let slot = if is_there { change.slot } else { self.slot_of_slide(change.slide.min(last)) };
            Some(Place { slot, at: self.slot(slot).len() })
        })
    }
}
