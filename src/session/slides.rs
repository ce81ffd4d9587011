//! The slides as the student has them: where each is and what it is called, and those that they add, move and delete.
//!
//! What it is not: the cells on them (see [`super::document`]). Start reading at [`Session::place_of`].

use super::{Cell, Session};
use kindling_notebook::edit::{Content, Kind, Piece, Side, heading};
use leptos::prelude::*;

/// What a slide is called in lists, and the level of that heading; 0 where it has none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heading {
    pub text: String,
    pub level: u8,
}

impl Session {
    /// Where a slide is among the others, counted from 0.
    pub fn place_of(self, slide: usize) -> Option<usize> {
        self.slides.with(|slides| slides.iter().position(|other| *other == slide))
    }

    /// The slide's own heading, or that of a text of the student's on it.
    pub fn heading(self, slide: usize) -> Heading {
        let of_lesson = self.notebook.with_value(|notebook| {
            notebook.slides.get(slide).map(|slide| Heading { text: slide.title.clone(), level: slide.level })
        });
        of_lesson.unwrap_or_else(|| self.own_heading(slide))
    }

    fn own_heading(self, slide: usize) -> Heading {
        let texts: Vec<String> = self.editing.with(|editing| {
            let document = editing.document();
            let contents = document.slot(document.slot_of(slide)).iter().filter_map(Piece::cell);
            contents
                .filter(|content| content.kind == Kind::Markdown)
                .map(|content| content.id.clone())
                .collect()
        });
        let written = texts
            .iter()
            .filter_map(|id| self.cell_of(id))
            .find_map(|cell| cell.source.with(|text| heading(text)));
        written.map(|(level, text)| Heading { text, level }).unwrap_or_default()
    }

    /// Adds a slide at a place, with a text on it.
    pub fn add_slide(self, place: usize, text: &str) -> Option<Cell> {
        let content = Content { source: text.to_owned(), ..Self::new_content(Kind::Markdown, "") };
        let id = content.id.clone();
        self.perform(|document| document.add_slide(place, vec![content]));
        self.cell_of(&id)
    }

    /// False for the last slide, which stays.
    pub fn delete_slide(self, place: usize) -> bool {
        self.perform(|document| document.remove_slide(place))
    }

    /// Moves the slide at a place one step; where it is then.
    pub fn shift_slide(self, place: usize, side: Side) -> Option<usize> {
        let to = if side == Side::Above { place.checked_sub(1)? } else { place + 1 };
        self.perform(|document| document.move_slide(place, to)).then_some(to)
    }

    /// A slide goes beside another; where it is then.
    pub fn bring_slide(self, slide: usize, beside: usize, side: Side) -> Option<usize> {
        let (from, beside) = untrack(|| Some((self.place_of(slide)?, self.place_of(beside)?)))?;
        let gap = if side == Side::Above { beside } else { beside + 1 };
        // By then the slide has left its own place.
        let to = gap - usize::from(from < gap);
        self.perform(|document| document.move_slide(from, to)).then_some(to)
    }
}
