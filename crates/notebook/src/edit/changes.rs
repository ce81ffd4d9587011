//! What a student's document has that the lesson has not, small enough to be kept at each change, and put back into the
//! lesson on the next visit: also into a later version of it, in which other cells have come and gone.
//!
//! What it is not: the cells' text, which is kept cell by cell. Start reading at [`Document::changes`].

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::history::{Operation, put};
use super::{Content, Document, Kind, Piece, Place};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Changes {
    /// In reading order.
    cells: Vec<Change>,
    /// The lesson's cells that were deleted.
    gone: Vec<String>,
    /// Where slides are not as the lesson has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    slides: Option<Slides>,
}

/// Which slides there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Slides {
    order: Vec<Name>,
    /// The lesson's that were deleted.
    gone: Vec<String>,
    /// How many the lesson had: the student's have numbers from here on.
    of_lesson: usize,
}

impl Slides {
    /// The number of a slide where the lesson has so many now.
    fn number_in(&self, of_lesson: usize, slide: usize) -> usize {
        if slide < self.of_lesson { slide } else { of_lesson + slide - self.of_lesson }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Name {
    Lesson(String),
    /// The student's, counted from 0.
    Own(usize),
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
    /// The number of its slide.
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
        Changes { cells, gone, slides: self.slide_changes(lesson) }
    }

    fn slide_changes(&self, lesson: &Document) -> Option<Slides> {
        if self.slides == lesson.slides {
            return None;
        }
        let of_lesson = self.layout.slides.len();
        let name = |slide: usize| self.layout.names.get(slide).cloned();
        let named = |slide: &usize| name(*slide).map_or_else(|| Name::Own(slide - of_lesson), Name::Lesson);
        let gone = (0..of_lesson).filter(|slide| self.place_of(*slide).is_none()).filter_map(name);
        Some(Slides { order: self.slides.iter().map(named).collect(), gone: gone.collect(), of_lesson })
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
        if let Some(slides) = &changes.slides {
            self.slides = self.slides_as(slides);
        }
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
            let Some(place) = self.place_for(change, changes.slides.as_ref()) else { continue };
            self.apply(&Operation(vec![put(place, vec![content])]));
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

    /// The slides in the order that is kept; those that the lesson has gained stand after the one they follow there.
    fn slides_as(&self, kept: &Slides) -> Vec<usize> {
        let of_lesson = self.layout.slides.len();
        let mut waiting: Vec<usize> = (0..of_lesson).collect();
        let mut take = |name: &String| {
            let at = waiting.iter().position(|slide| self.layout.names[*slide] == *name)?;
            Some(waiting.remove(at))
        };
        let known = kept.order.iter().filter_map(|name| match name {
            Name::Lesson(name) => take(name),
            Name::Own(number) => Some(of_lesson + number),
        });
        let mut order: Vec<usize> = known.collect();
        for name in &kept.gone {
            take(name);
        }
        for gained in waiting {
            let before =
                gained.checked_sub(1).and_then(|before| order.iter().position(|other| *other == before));
            order.insert(before.map_or(0, |before| before + 1), gained);
        }
        if order.is_empty() { self.slides.clone() } else { order }
    }

    /// Beside a neighbour that is still there, else at the end of its slot or slide.
    fn place_for(&self, change: &Change, slides: Option<&Slides>) -> Option<Place> {
        let now = self.layout.slides.len();
        let slide = slides.map_or(change.slide, |slides| slides.number_in(now, change.slide));
        let find = |name: &Option<String>| self.find_name(name.as_deref()?, slide);
        let after = find(&change.after).map(|place| Place { at: place.at + 1, ..place });
        after.or_else(|| find(&change.before)).or_else(|| self.end_for(change.slot, slide))
    }

    /// The end of a slot if it is on that slide, else of the slide; of the last one where that is gone.
    fn end_for(&self, slot: usize, slide: usize) -> Option<Place> {
        if self.place_of(slide).is_none() {
            return Some(self.end_of(self.slot_of(*self.slides.last()?)));
        }
        let is_there = self.layout.slide_of.get(slot) == Some(&slide);
        Some(self.end_of(if is_there { slot } else { self.slot_of(slide) }))
    }
}
