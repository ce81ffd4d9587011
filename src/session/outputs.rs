//! What a cell has shown: streams, results, figures and an error, in the order they came.
//!
//! What it is not: how it looks (see [`crate::views::output`]). Start reading at [`Outputs`].

use kindling_plot::Figure;
use kindling_protocol::{CellError, Event, Forms, StreamEnd, StreamName};
use leptos::prelude::*;

#[derive(Clone)]
pub enum Output {
    Stream(Stream),
    Result(Value),
    Value(Value),
    Figure(Box<Figure>),
    Error(CellError),
    /// What the notebook's file shows of an earlier run, as safe HTML.
    Stored(String),
}

/// A value as text, and in the richer forms that it has.
#[derive(Clone)]
pub struct Value {
    pub text: String,
    pub forms: Forms,
}

/// Printed text as it grows; the kernel sends no more than a page can show.
#[derive(Clone)]
pub struct Stream {
    /// Without a name it is of both streams.
    pub name: Option<StreamName>,
    pub text: ArcRwSignal<String>,
    /// Of too much: what follows the text after a gap.
    pub end: ArcRwSignal<Option<StreamEnd>>,
}

impl Stream {
    pub fn new(name: Option<StreamName>) -> Self {
        Self { name, text: ArcRwSignal::default(), end: ArcRwSignal::default() }
    }
}

/// A cell's outputs. Each has a key that no later one takes, so that what is on the page stays there.
#[derive(Clone, Default)]
pub struct Outputs {
    pub shown: Vec<(usize, Output)>,
    next_key: usize,
    /// What is shown under a name, which what comes under it again takes the place of.
    named: Vec<(String, usize)>,
    /// What is shown goes when something else comes.
    is_stale: bool,
}

impl Outputs {
    /// Those that came with the notebook.
    pub fn stored(outputs: &[kindling_notebook::Output]) -> Self {
        let mut stored = Self::default();
        let shown = outputs.iter().filter(|output| !output.html.is_empty());
        shown.for_each(|output| stored.push(Output::Stored(output.html.clone())));
        stored
    }

    pub fn are_stored(&self) -> bool {
        matches!(self.shown.first(), Some((_, Output::Stored(_))))
    }

    pub fn clear(&mut self) {
        self.shown.clear();
        self.named.clear();
        self.is_stale = false;
    }

    /// What is shown stays until something else takes its place, so that the page below does not jump.
    pub fn clear_when_next(&mut self) {
        self.is_stale = true;
    }

    pub fn push(&mut self, output: Output) {
        if self.is_stale {
            self.clear();
        }
        self.shown.push((self.next_key, output));
        self.next_key += 1;
    }

    /// Puts an output where the last one of that name is; below all others, if there is none.
    pub fn push_named(&mut self, name: String, output: Output) {
        let own = self.named.iter().find(|(other, _)| *other == name).map(|(_, key)| *key);
        let place = self.shown.iter().position(|(key, _)| Some(*key) == own).filter(|_| !self.is_stale);
        let key = self.next_key;
        match place {
            Some(place) => {
                self.shown[place] = (key, output);
                self.next_key += 1;
            }
            None => self.push(output),
        }
        self.named.retain(|(other, _)| *other != name);
        self.named.push((name, key));
    }

    /// The last output, if it is printed text that more can be added to.
    pub fn last_stream(&self) -> Option<Stream> {
        match self.shown.last() {
            Some((_, Output::Stream(stream))) if !self.is_stale => Some(stream.clone()),
            _ => None,
        }
    }

    pub fn error(&self) -> Option<&CellError> {
        self.shown.iter().rev().find_map(|(_, output)| match output {
            Output::Error(error) => Some(error),
            _ => None,
        })
    }

    /// What was printed and echoed, as the deck would show it.
    pub fn printed(&self) -> String {
        let mut printed = String::new();
        for (_, output) in &self.shown {
            match output {
                Output::Stream(Stream { name: Some(StreamName::Stdout), text, .. }) => {
                    printed.push_str(&text.get_untracked());
                }
                Output::Result(value) | Output::Value(value) => {
                    printed.push_str(&value.text);
                    printed.push('\n');
                }
                _ => {}
            }
        }
        printed
    }
}

/// Adds printed text as a terminal would: a carriage return goes back to the head of its line.
pub fn print(shown: &mut String, text: &str) {
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if character == '\r' && characters.peek() != Some(&'\n') {
            shown.truncate(shown.rfind('\n').map_or(0, |end| end + 1));
        } else if character != '\r' {
            shown.push(character);
        }
    }
}

/// Joins what one cell printed in a row: a loop prints more often than a page can paint.
pub fn coalesce(events: Vec<Event>) -> Vec<Event> {
    let mut joined: Vec<Event> = Vec::with_capacity(events.len());
    for event in events {
        if let Event::Stream { cell, name, text } = &event
            && let Some(Event::Stream { cell: last, name: open, text: before }) = joined.last_mut()
            && last == cell
            && open == name
        {
            before.push_str(text);
        } else if let Event::StreamEnd { cell, .. } = &event
            && let Some(Event::StreamEnd { cell: last, .. }) = joined.last()
            && last == cell
        {
            joined.pop();
            joined.push(event);
        } else {
            joined.push(event);
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(pieces: &[&str]) -> String {
        let mut shown = String::new();
        pieces.iter().for_each(|piece| print(&mut shown, piece));
        shown
    }

    fn stream(cell: &str, name: StreamName, text: &str) -> Event {
        Event::Stream { cell: cell.to_owned(), name: Some(name), text: text.to_owned() }
    }

    fn value(text: &str) -> Output {
        Output::Value(Value { text: text.to_owned(), forms: Forms::new() })
    }

    #[test]
    fn what_is_shown_again_takes_its_own_place() {
        let mut outputs = Outputs::default();
        outputs.push_named("a".to_owned(), value("1"));
        outputs.push(value("2"));
        outputs.push_named("a".to_owned(), value("3"));
        outputs.push_named("a".to_owned(), value("4"));
        assert_eq!(outputs.printed(), "4\n2\n");
    }

    #[test]
    fn what_is_cleared_goes_when_something_else_comes() {
        let mut outputs = Outputs::default();
        outputs.push_named("a".to_owned(), value("1"));
        outputs.clear_when_next();
        assert_eq!(outputs.printed(), "1\n");
        outputs.push_named("a".to_owned(), value("2"));
        outputs.push(value("3"));
        assert_eq!(outputs.printed(), "2\n3\n");
    }

    #[test]
    fn a_carriage_return_overwrites_its_line() {
        assert_eq!(printed(&["a\n10 %\r", "20 %"]), "a\n20 %");
        assert_eq!(printed(&["one\r\ntwo\r\n"]), "one\ntwo\n");
    }

    #[test]
    fn prints_in_a_row_are_joined_and_keep_their_order() {
        use StreamName::{Stderr, Stdout};
        let events = vec![
            stream("a", Stdout, "1"),
            stream("a", Stdout, "2"),
            stream("a", Stderr, "3"),
            stream("b", Stderr, "4"),
        ];
        let joined = coalesce(events);
        assert_eq!(joined, [stream("a", Stdout, "12"), stream("a", Stderr, "3"), stream("b", Stderr, "4")]);
    }

    #[test]
    fn of_ends_in_a_row_the_last_is_kept() {
        let end = |text: &str| Event::StreamEnd {
            cell: "a".to_owned(),
            end: StreamEnd { text: text.to_owned(), ..StreamEnd::default() },
        };
        assert_eq!(coalesce(vec![end("1"), end("2")]), [end("2")]);
    }
}
