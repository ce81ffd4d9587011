//! Where words stand in the notebook's cells and in what they have shown, and others in their place.
//!
//! What it is not: the panel for it (see `panels/find.rs`). Start reading at [`Session::find`].

use super::outputs::Output;
use super::{Cell, Session};
use leptos::prelude::*;
use std::ops::Range;

/// So many places are enough to look through.
pub const MOST: usize = 200;

/// A place where the words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub cell: usize,
    /// In the cell's text, in bytes; none in what it has shown.
    pub at: Option<Range<usize>>,
    /// Its line, before, within and after the words.
    pub line: [String; 3],
}

impl Session {
    /// The places in the order of the page, up to one more than [`MOST`].
    pub fn find(self, words: &str, minds_case: bool) -> Vec<Found> {
        if words.is_empty() {
            return Vec::new();
        }
        let cells = self.reading.get().into_iter().filter_map(|index| self.cell(index));
        cells.flat_map(|cell| in_cell(cell, words, minds_case)).take(MOST + 1).collect()
    }

    /// Puts other words in the place of those, in all cells' texts; one undo brings them back. How many places there were.
    pub fn replace_all(self, words: &str, by: &str, minds_case: bool) -> usize {
        let mut count = 0;
        let texts: Vec<(String, String)> = self
            .all_cells()
            .into_iter()
            .filter_map(|cell| {
                let source = cell.source.get_untracked();
                let places = places(&source, words, minds_case);
                count += places.len();
                (!places.is_empty()).then(|| (cell.id.get_value(), replaced(&source, &places, by)))
            })
            .collect();
        self.perform(|document| document.in_turn(&texts, |document, (id, text)| document.write(id, text)));
        count
    }

    /// The same at one place of a cell's text.
    pub fn replace_one(self, cell: usize, at: Range<usize>, by: &str) {
        let Some(cell) = self.cell(cell) else { return };
        let source = cell.source.get_untracked();
        if source.get(at.clone()).is_some() {
            let text = replaced(&source, &[at], by);
            self.perform(|document| document.write(&cell.id.get_value(), &text));
        }
    }
}

fn in_cell(cell: Cell, words: &str, minds_case: bool) -> Vec<Found> {
    let found = |text: &str, at: Range<usize>, is_source: bool| Found {
        cell: cell.index,
        line: line_around(text, &at),
        at: is_source.then_some(at),
    };
    let source = cell.source.get();
    let mut all: Vec<Found> =
        places(&source, words, minds_case).into_iter().map(|at| found(&source, at, true)).collect();
    for text in cell
        .outputs
        .with(|outputs| outputs.shown.iter().map(|(_, output)| text_of(output)).collect::<Vec<_>>())
    {
        all.extend(places(&text, words, minds_case).into_iter().map(|at| found(&text, at, false)));
    }
    all
}

fn text_of(output: &Output) -> String {
    match output {
        Output::Stream(stream) => {
            let end = stream.end.with(|end| end.as_ref().map(|end| end.text.clone()));
            stream.text.get() + &end.unwrap_or_default()
        }
        Output::Result(value) | Output::Value(value) => value.text.clone(),
        Output::Error(error) => error.traceback.clone(),
        Output::Figure(_) | Output::Stored(_) => String::new(),
    }
}

/// Where words stand in a text, one after the other. Case is told apart by its letters' small forms, one for one.
fn places(text: &str, words: &str, minds_case: bool) -> Vec<Range<usize>> {
    if words.is_empty() {
        return Vec::new();
    }
    if minds_case {
        return text.match_indices(words).map(|(at, found)| at..at + found.len()).collect();
    }
    let same = |one: char, other: char| one == other || one.to_lowercase().eq(other.to_lowercase());
    let mut all = Vec::new();
    let mut from = 0;
    let next = |rest: &str| {
        rest.char_indices().find_map(|(at, _)| Some(at..at + starts_with(&rest[at..], words, same)?))
    };
    while let Some(found) = next(&text[from..]) {
        all.push(from + found.start..from + found.end);
        from += found.end;
    }
    all
}

/// How many bytes of the text are the words.
fn starts_with(text: &str, words: &str, same: impl Fn(char, char) -> bool) -> Option<usize> {
    let mut letters = text.chars();
    let mut length = 0;
    for word in words.chars() {
        let letter = letters.next().filter(|letter| same(*letter, word))?;
        length += letter.len_utf8();
    }
    Some(length)
}

fn replaced(text: &str, places: &[Range<usize>], by: &str) -> String {
    let mut out = text.to_owned();
    places.iter().rev().for_each(|at| out.replace_range(at.clone(), by));
    out
}

fn line_around(text: &str, at: &Range<usize>) -> [String; 3] {
    let start = text[..at.start].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at.end..].find('\n').map_or(text.len(), |end| at.end + end);
    [text[start..at.start].trim_start().to_owned(), text[at.clone()].to_owned(), text[at.end..end].to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_with_and_without_case() {
        assert_eq!(places("Loss = loss + LOSS", "loss", false), [0..4, 7..11, 14..18]);
        assert_eq!(places("Loss = loss + loss", "loss", true), [7..11, 14..18]);
        assert_eq!(places("aaaaa", "aa", false), [0..2, 2..4]);
        assert_eq!(places("ÄÖ äö", "äö", false), [0..4, 5..9]);
        assert!(places("loss", "", false).is_empty());
    }

    #[test]
    fn others_stand_in_their_place() {
        let text = "x = lr * lr";
        assert_eq!(replaced(text, &places(text, "lr", true), "rate"), "x = rate * rate");
    }

    #[test]
    fn a_place_is_shown_in_its_line() {
        assert_eq!(line_around("a\n  b = c\nd", &(8..9)), ["b = ", "c", ""]);
    }
}
