//! The page's own words, in the language that its reader has: each is a function, made of a line of `www/words/en.txt` by
//! `build.rs`.
//!
//! What it is not: what Python says, the lesson's own text, or which language that is (see
//! [`crate::browser::language`]). A new word is a line in each file of `www/words`; a new language is such a file.

mod figure;

use std::cell::Cell;
use std::fmt::Display;

pub use figure::described;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A word as tables have it: it is said when it is shown, in the language of then.
pub type Word = fn() -> &'static str;

thread_local! {
    /// What is said, in the order of the lines. They stay for as long as the page does, as its own do: languages are few.
    static TEXTS: Cell<&'static [&'static str]> = const { Cell::new(&ENGLISH) };
}

/// Says everything in a language from now on: its texts are in the order of the lines, and as many as there are in English.
///
/// Returns false, and nothing changes, where they are fewer or more: they are of another build of the page.
pub fn speak(texts: Vec<String>) -> bool {
    if texts.len() != ENGLISH.len() {
        return false;
    }
    let texts: Vec<&'static str> = texts.into_iter().map(|text| &*text.leak()).collect();
    TEXTS.set(texts.leak());
    true
}

/// Says everything in English again.
pub fn speak_english() {
    TEXTS.set(&ENGLISH);
}

fn said(index: usize) -> &'static str {
    TEXTS.get()[index]
}

fn filled(index: usize, values: &[(&str, &dyn Display)]) -> String {
    fill(said(index), values)
}

/// A text with values in the place of their names in braces.
fn fill(text: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(before);
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            filled.push_str(&value.to_string());
        }
        rest = after;
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_the_place_of_their_names() {
        assert_eq!(
            fill("Cell {number}: {what}, {number}", &[("number", &3), ("what", &"{x}")]),
            "Cell 3: {x}, 3"
        );
        assert_eq!(fill("no {such}", &[]), "no ");
        assert_eq!(fill("a {", &[]), "a ");
    }

    #[test]
    fn another_build_changes_nothing() {
        assert!(!speak(vec!["Ausführen".to_owned()]));
        assert_eq!(group_view(), "View");
    }

    #[test]
    fn a_language_is_spoken_until_another_is() {
        let other = ENGLISH.iter().map(|text| format!("~{text}")).collect();
        assert!(speak(other));
        assert_eq!(group_view(), "~View");
        speak_english();
        assert_eq!(group_view(), "View");
    }

    #[test]
    fn one_is_said_otherwise_than_several() {
        assert_eq!(cells_added(1), "A cell is added.");
        assert_eq!(cells_added(2), "2 cells are added.");
    }
}
