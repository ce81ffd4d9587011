//! What can be done with cells. Each method says which splices it takes, or that there is nothing to do.
//!
//! What it is not: doing it (see [`super::Editing::apply`]). Start reading at [`Document::insert`].

use super::history::{Operation, Splice, put};
use super::{Content, Document, Kind, Piece, Place};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Above,
    Below,
}

impl Document {
    /// New cells beside one.
    pub fn insert(&self, beside: &str, side: Side, contents: Vec<Content>) -> Option<Operation> {
        let Place { slot, at } = self.find(beside)?;
        let at = if side == Side::Above { at } else { at + 1 };
        Some(Operation(vec![put(Place { slot, at }, contents)]))
    }

    /// New cells at the end of the slide at a place.
    pub fn append(&self, place: usize, contents: Vec<Content>) -> Option<Operation> {
        let slot = self.slot_of(*self.slides.get(place)?);
        Some(Operation(vec![put(Place { slot, at: self.slot(slot).len() }, contents)]))
    }

    /// Several operations as one, each made for the document as those before it leave it. Where the first has nothing to
    /// do, none has: cells that move together stay together.
    pub fn in_turn<T>(
        &self,
        over: impl IntoIterator<Item = T>,
        make: impl Fn(&Self, T) -> Option<Operation>,
    ) -> Option<Operation> {
        let (mut document, mut splices) = (self.clone(), Vec::new());
        for each in over {
            match make(&document, each) {
                Some(operation) => {
                    document.apply(&operation);
                    splices.extend(operation.0);
                }
                None if splices.is_empty() => return None,
                None => {}
            }
        }
        Some(Operation(splices))
    }

    pub fn remove(&self, id: &str) -> Option<Operation> {
        Some(Operation(vec![self.take(self.find(id)?)]))
    }

    /// One step up or down, past a cell or a text, in and out of columns and answers, and on to the next slide.
    pub fn shift(&self, id: &str, side: Side) -> Option<Operation> {
        let from = self.find(id)?;
        let content = self.cell(id)?.clone();
        let to = if side == Side::Above { self.stop_above(from) } else { self.stop_below(from) }?;
        Some(Operation(vec![self.take(from), put(to, vec![content])]))
    }

    /// A cell becomes two, of its text before the cursor and after.
    pub fn split(&self, id: &str, head: &str, tail: &str, new_id: String) -> Option<Operation> {
        let place = self.find(id)?;
        let before = self.cell(id)?;
        let head = head.strip_suffix('\n').unwrap_or(head);
        let tail = tail.strip_prefix('\n').unwrap_or(tail);
        let first = Content { source: head.to_owned(), ..before.clone() };
        let second = Content { id: new_id, kind: before.kind, source: tail.to_owned() };
        let next = Place { at: place.at + 1, ..place };
        Some(Operation(vec![self.replace(place, first), put(next, vec![second])]))
    }

    /// A cell takes in the next one of its slide.
    pub fn merge(&self, id: &str) -> Option<Operation> {
        let cells = self.cells();
        let at = cells.iter().position(|(_, content)| content.id == id)?;
        let (slide, first) = cells[at];
        let (_, next) = cells.get(at + 1).copied().filter(|(other, _)| *other == slide)?;
        let source = format!("{}\n{}", first.source, next.source);
        let (place, taken) = (self.find(id)?, self.find(&next.id)?);
        // The next cell goes first, so that the other's place holds.
        Some(Operation(vec![self.take(taken), self.replace(place, Content { source, ..first.clone() })]))
    }

    pub fn set_kind(&self, id: &str, kind: Kind) -> Option<Operation> {
        let content = self.cell(id).filter(|content| content.kind != kind)?.clone();
        Some(Operation(vec![self.replace(self.find(id)?, Content { kind, ..content })]))
    }

    /// A cell goes beside another.
    pub fn bring(&self, id: &str, beside: &str, side: Side) -> Option<Operation> {
        let (from, content) = (self.find(id)?, self.cell(id)?.clone());
        let Place { slot, at } = self.find(beside)?;
        let at = if side == Side::Above { at } else { at + 1 };
        // By then the cell has left its own place.
        let at = at - usize::from(slot == from.slot && from.at < at);
        let to = Place { slot, at };
        (to != from).then(|| Operation(vec![self.take(from), put(to, vec![content])]))
    }

    /// A cell becomes a text that begins with a heading, from 1, the largest, to 6.
    pub fn set_heading(&self, id: &str, level: usize) -> Option<Operation> {
        let before = self.cell(id)?;
        let text = before.source.trim_start_matches('#').trim_start();
        let source = format!("{} {text}", "#".repeat(level));
        let content = Content { kind: Kind::Markdown, source, ..before.clone() };
        (content != *before).then_some(())?;
        Some(Operation(vec![self.replace(self.find(id)?, content)]))
    }

    pub fn write(&self, id: &str, source: &str) -> Option<Operation> {
        let content = self.cell(id).filter(|content| content.source != source)?.clone();
        let content = Content { source: source.to_owned(), ..content };
        Some(Operation(vec![self.replace(self.find(id)?, content)]))
    }

    /// All slots and slides become as another document of the same lesson has them.
    pub fn become_like(&self, other: &Document) -> Option<Operation> {
        let mut splices: Vec<Splice> = (0..self.slots.len().max(other.slots.len()))
            .map(|slot| (slot, self.slot(slot), other.slot(slot)))
            .filter(|(_, mine, theirs)| mine != theirs)
            .map(|(slot, mine, theirs)| Splice::Pieces {
                place: Place { slot, at: 0 },
                removed: mine.to_vec(),
                inserted: theirs.to_vec(),
            })
            .collect();
        if self.slides != other.slides {
            let (removed, inserted) = (self.slides.clone(), other.slides.clone());
            splices.push(Splice::Slides { at: 0, removed, inserted });
        }
        Some(Operation(splices))
    }

    /// The place below, as it is once the cell is taken out.
    fn stop_below(&self, Place { slot, at }: Place) -> Option<Place> {
        match self.slot(slot).get(at + 1) {
            Some(Piece::Fixed(fixed)) => match self.slots_within(slot, *fixed).first() {
                Some(inner) => Some(Place { slot: *inner, at: 0 }),
                None => Some(Place { slot, at: at + 1 }),
            },
            Some(Piece::Cell(_)) => Some(Place { slot, at: at + 1 }),
            None => match self.layout.around(slot) {
                Some((outer, fixed, which)) => match self.slots_within(outer, fixed).get(which + 1) {
                    Some(next) => Some(Place { slot: *next, at: 0 }),
                    None => Some(Place { slot: outer, at: self.place_of_fixed(outer, fixed)? + 1 }),
                },
                None => {
                    let here = self.place_of(self.slide_of(slot))?;
                    let next = self.slot_of(*self.slides.get(here + 1)?);
                    Some(Place { slot: next, at: usize::from(self.opens_with_text(next)) })
                }
            },
        }
    }

    fn stop_above(&self, Place { slot, at }: Place) -> Option<Place> {
        let is_head = at == 0 || at == 1 && self.layout.around(slot).is_none() && self.opens_with_text(slot);
        if !is_head {
            return match self.slot(slot).get(at - 1)? {
                Piece::Fixed(fixed) => match self.slots_within(slot, *fixed).last() {
                    Some(inner) => Some(self.end_of(*inner)),
                    None => Some(Place { slot, at: at - 1 }),
                },
                Piece::Cell(_) => Some(Place { slot, at: at - 1 }),
            };
        }
        match self.layout.around(slot) {
            Some((outer, fixed, 0)) => Some(Place { slot: outer, at: self.place_of_fixed(outer, fixed)? }),
            Some((outer, fixed, which)) => {
                Some(self.end_of(*self.slots_within(outer, fixed).get(which - 1)?))
            }
            None => {
                let before = self.place_of(self.slide_of(slot))?.checked_sub(1)?;
                Some(self.end_of(self.slot_of(self.slides[before])))
            }
        }
    }

    pub(super) fn end_of(&self, slot: usize) -> Place {
        Place { slot, at: self.slot(slot).len() }
    }

    /// A slide begins with its heading, which no cell comes before by moving.
    fn opens_with_text(&self, slot: usize) -> bool {
        matches!(self.slot(slot).first(), Some(Piece::Fixed(fixed)) if self.slots_within(slot, *fixed).is_empty())
    }

    fn place_of_fixed(&self, slot: usize, fixed: usize) -> Option<usize> {
        self.slot(slot).iter().position(|piece| *piece == Piece::Fixed(fixed))
    }
}
