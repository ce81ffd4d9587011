//! Slides: which there are, in which order, and what is done to them. A slide has a number that stays, and a place, counted
//! from 0, that changes as others come and go.
//!
//! What it is not: the cells on them (see [`super::operations`]). Start reading at [`Document::slides`].

use super::history::{Operation, Splice, put};
use super::{Content, Document, Place};

/// The level and the text of the heading that a Markdown text begins with, as lists of slides show it.
pub fn heading(markdown: &str) -> Option<(u8, String)> {
    let line = markdown.trim_start().lines().next()?;
    let text = line.trim_start_matches('#');
    let level = u8::try_from(line.len() - text.len()).ok().filter(|level| (1..=6).contains(level))?;
    let plain: String = text.strip_prefix(' ')?.chars().filter(|each| !"*_`".contains(*each)).collect();
    Some((level, plain.trim().to_owned()))
}

impl Document {
    /// The slides' numbers in reading order.
    pub fn slides(&self) -> &[usize] {
        &self.slides
    }

    /// The number of a slide in the lesson; none of a slide of the student's.
    pub fn of_lesson(&self, slide: usize) -> Option<usize> {
        Some(slide).filter(|slide| *slide < self.layout.slides.len())
    }

    /// For each slide in reading order, which of the lesson's it is.
    pub fn of_lesson_each(&self) -> Vec<Option<usize>> {
        self.slides.iter().map(|slide| self.of_lesson(*slide)).collect()
    }

    /// Where a slide is; nowhere once it is deleted.
    pub fn place_of(&self, slide: usize) -> Option<usize> {
        self.slides.iter().position(|other| *other == slide)
    }

    /// The slot that is a slide's own.
    pub fn slot_of(&self, slide: usize) -> usize {
        let own = || self.layout.slots() + slide - self.layout.slides.len();
        self.layout.slides.get(slide).copied().unwrap_or_else(own)
    }

    /// The number of the slide that a slot is on.
    pub fn slide_of(&self, slot: usize) -> usize {
        let own = || self.layout.slides.len() + slot - self.layout.slots();
        self.layout.slide_of.get(slot).copied().unwrap_or_else(own)
    }

    /// The slots of a slide, that of the slide itself first.
    fn slots_of(&self, slide: usize) -> impl Iterator<Item = usize> {
        let slots = 0..self.slots.len();
        slots.filter(move |slot| self.slide_of(*slot) == slide)
    }

    /// A new slide at a place, with these cells on it.
    pub fn add_slide(&self, place: usize, contents: Vec<Content>) -> Option<Operation> {
        if place > self.slides.len() {
            return None;
        }
        let beyond = self.slides.iter().map(|slide| slide + 1).max().unwrap_or_default();
        let slide = beyond.max(self.layout.slides.len());
        let cells = put(Place { slot: self.slot_of(slide), at: 0 }, contents);
        Some(Operation(vec![Splice::Slides { at: place, removed: Vec::new(), inserted: vec![slide] }, cells]))
    }

    /// The slide at a place goes, with its cells; the last one stays.
    pub fn remove_slide(&self, place: usize) -> Option<Operation> {
        let slide = *self.slides.get(place).filter(|_| self.slides.len() > 1)?;
        let mut splices = Vec::new();
        for slot in self.slots_of(slide) {
            let cells = (0..self.slot(slot).len()).rev().filter(|at| self.slot(slot)[*at].cell().is_some());
            splices.extend(cells.map(|at| self.take(Place { slot, at })));
        }
        splices.push(Splice::Slides { at: place, removed: vec![slide], inserted: Vec::new() });
        Some(Operation(splices))
    }

    /// The slide at a place goes to another.
    pub fn move_slide(&self, from: usize, to: usize) -> Option<Operation> {
        let (first, last) = (from.min(to), from.max(to));
        if first == last {
            return None;
        }
        let removed = self.slides.get(first..=last)?.to_vec();
        let mut inserted = removed.clone();
        if from < to {
            inserted.rotate_left(1);
        } else {
            inserted.rotate_right(1);
        }
        Some(Operation(vec![Splice::Slides { at: first, removed, inserted }]))
    }
}

#[cfg(test)]
mod tests {
    use super::heading;

    #[test]
    fn a_heading_is_read_without_its_marks() {
        assert_eq!(heading("\n## Two *knobs*\n\nWords."), Some((2, "Two knobs".to_owned())));
        assert_eq!(heading("# "), Some((1, String::new())));
        for text in ["", "#hash", "####### seven", "Words.\n\n# Later"] {
            assert_eq!(heading(text), None, "{text}");
        }
    }
}
