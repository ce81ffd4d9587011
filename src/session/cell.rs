//! A cell's state: the student's text, what its last run gave, and how that compares with the deck.

use super::outputs::{self, Output, Outputs, Stream, Value};
use crate::words;
use kindling_notebook::edit::{Content, Kind};
use kindling_notebook::{Difference, difference};
use kindling_protocol::{CellError, Event, StreamEnd, StreamName};
use leptos::prelude::*;
use std::ops::Range;

/// How a cell's last run in this kernel ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    New,
    Done,
    Failed,
    /// By Stop, or because the kernel ended.
    Stopped,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunState {
    Queued,
    Running,
    Was(Outcome),
}

impl RunState {
    /// The word in `data-state`, for styles and tests.
    pub fn word(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Was(Outcome::New) => "new",
            Self::Was(Outcome::Done) => "done",
            Self::Was(Outcome::Failed | Outcome::Stopped) => "failed",
        }
    }
}

/// Where outputs come from that no run in this kernel gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    BeforeRestart,
    EarlierVisit,
}

impl Age {
    pub fn words(self) -> &'static str {
        match self {
            Self::BeforeRestart => words::age_before_restart(),
            Self::EarlierVisit => words::age_earlier_visit(),
        }
    }
}

/// What a run took of the computer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Took {
    pub milliseconds: f64,
    /// The most bytes that tensors held at once.
    pub held: f64,
}

/// Printed output beside what the deck shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Check {
    Matches,
    Differs(Difference),
}

#[derive(Clone, Copy)]
pub struct Cell {
    /// Among all cells that the page has had; the order on the page is the document's.
    pub index: usize,
    pub id: StoredValue<String>,
    /// Added by the student.
    pub is_own: bool,
    pub kind: RwSignal<Kind>,
    /// As the student counts code cells: from 1.
    pub number: RwSignal<usize>,
    pub slide: StoredValue<usize>,
    pub setup: bool,
    /// The code is folded under this title.
    pub folded: StoredValue<Option<String>>,
    pub original: StoredValue<String>,
    pub expected: StoredValue<Option<String>>,
    pub source: RwSignal<String>,
    /// A text that another tab has given the cell.
    pub elsewhere: RwSignal<Option<String>>,
    pub outcome: RwSignal<Outcome>,
    pub execution_count: RwSignal<Option<u32>>,
    pub outputs: RwSignal<Outputs>,
    pub took: RwSignal<Option<Took>>,
    /// The paths of the files that the last run wrote.
    pub wrote: RwSignal<Vec<String>>,
    pub check: RwSignal<Option<Check>>,
    /// The line that failed, counted from 1.
    pub failed_line: RwSignal<Option<u32>>,
    /// Why the outputs say nothing of what Python holds now.
    pub age: RwSignal<Option<Age>>,
    /// What the running cell waits for the reader to type.
    pub asks: RwSignal<Option<Question>>,
    /// The editor is to take the focus as soon as it is there.
    pub wants_focus: RwSignal<bool>,
    /// Where the cursor is in the editor, in units of UTF-16.
    pub cursor: StoredValue<usize>,
    /// What the editor is to select as soon as it is there, in units of UTF-16.
    pub wants_selected: RwSignal<Option<(usize, usize)>>,
    /// A text is shown as it is written, not as it is read.
    pub is_open: RwSignal<bool>,
    pub hides_output: RwSignal<bool>,
}

/// `input()`'s.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub prompt: String,
    pub is_password: bool,
}

impl Cell {
    /// A cell of the lesson's.
    pub fn new(index: usize, cell: &kindling_notebook::Cell) -> Self {
        Self {
            index,
            id: StoredValue::new(cell.id.clone()),
            is_own: false,
            kind: RwSignal::new(Kind::Code),
            number: RwSignal::new(0),
            slide: StoredValue::new(0),
            setup: cell.setup,
            folded: StoredValue::new(cell.folded.clone()),
            original: StoredValue::new(cell.source.clone()),
            expected: StoredValue::new(cell.expected.clone()),
            source: RwSignal::new(cell.source.clone()),
            elsewhere: RwSignal::new(None),
            outcome: RwSignal::new(Outcome::New),
            execution_count: RwSignal::new(cell.execution_count),
            outputs: RwSignal::new(Outputs::stored(&cell.outputs)),
            took: RwSignal::new(None),
            wrote: RwSignal::new(Vec::new()),
            check: RwSignal::new(None),
            failed_line: RwSignal::new(None),
            age: RwSignal::new(None),
            asks: RwSignal::new(None),
            wants_focus: RwSignal::new(false),
            cursor: StoredValue::new(usize::MAX),
            wants_selected: RwSignal::new(None),
            is_open: RwSignal::new(false),
            hides_output: RwSignal::new(false),
        }
    }

    /// A cell of the student's.
    pub fn own(index: usize, content: &Content) -> Self {
        let cell = kindling_notebook::Cell { id: content.id.clone(), ..kindling_notebook::Cell::default() };
        Self { is_own: true, ..Self::new(index, &cell) }
    }

    pub fn number(&self) -> usize {
        self.number.get_untracked()
    }

    /// What a reader calls it.
    pub fn name(&self) -> String {
        match self.kind.get() {
            Kind::Code => words::cell_name(self.number.get()),
            Kind::Markdown => words::text_name().to_owned(),
        }
    }

    /// Takes what the document says of it.
    pub fn follow(&self, content: &Content, slide: usize, number: usize) {
        self.slide.set_value(slide);
        if self.kind.get_untracked() != content.kind {
            self.kind.set(content.kind);
        }
        if self.number.get_untracked() != number {
            self.number.set(number);
        }
        if self.source.with_untracked(|source| *source != content.source) {
            self.source.set(content.source.clone());
        }
    }

    /// Has the editor take the focus; a text is opened for it.
    pub fn edit(&self) {
        self.is_open.set(true);
        self.wants_focus.set(true);
    }

    /// Has the editor select a part of the text, given in bytes; a text is opened for it.
    pub fn point_at(&self, at: Range<usize>) {
        let units = |end: usize| {
            self.source
                .with_untracked(|source| source.get(..end).map_or(0, |text| text.encode_utf16().count()))
        };
        self.wants_selected.set(Some((units(at.start), units(at.end))));
        self.edit();
    }

    /// The text before the cursor and after it.
    pub fn halves(&self) -> (String, String) {
        let source = self.source.get_untracked();
        let mut units = 0;
        let cursor = self.cursor.get_value();
        let before = |character: &char| {
            units += character.len_utf16();
            units <= cursor
        };
        let end: usize = source.chars().take_while(before).map(char::len_utf8).sum();
        let (head, tail) = source.split_at(end);
        (head.to_owned(), tail.to_owned())
    }

    pub fn is_original(&self, source: &str) -> bool {
        self.original.with_value(|original| original == source)
    }

    pub fn begin(&self) {
        self.outputs.update(Outputs::clear);
        self.execution_count.set(None);
        self.took.set(None);
        self.wrote.set(Vec::new());
        self.check.set(None);
        self.failed_line.set(None);
        self.age.set(None);
    }

    /// Shows what the kernel tells of a run.
    pub fn take(&self, event: Event) {
        match event {
            Event::Stream { name, text, .. } => self.print(name, &text),
            Event::StreamEnd { end, .. } => self.print_end(end),
            Event::ExecuteResult { text, forms, .. } => {
                self.show(Output::Result(Value { text, forms }), None)
            }
            Event::DisplayData { id, text, forms, .. } => self.show(Output::Value(Value { text, forms }), id),
            Event::DisplayFigure { id, figure, .. } => self.show(Output::Figure(Box::new(figure)), id),
            Event::ClearOutput { wait: true, .. } => self.outputs.update(Outputs::clear_when_next),
            Event::ClearOutput { .. } => self.outputs.update(Outputs::clear),
            Event::InputRequest { prompt, is_password, .. } => {
                self.asks.set(Some(Question { prompt, is_password }));
            }
            Event::Error { error, .. } => self.fail(error),
            _ => {}
        }
    }

    /// Shows printed text: after the text of the same stream, if that was the last to be shown.
    fn print(&self, name: Option<StreamName>, text: &str) {
        let open = self.outputs.with_untracked(Outputs::last_stream).filter(|open| open.name == name);
        let stream = open.unwrap_or_else(|| self.open_stream(name));
        stream.text.update(|shown| outputs::print(shown, text));
    }

    /// Shows the last of what is printed, where that is too much.
    fn print_end(&self, end: StreamEnd) {
        let last = self.outputs.with_untracked(Outputs::last_stream);
        last.unwrap_or_else(|| self.open_stream(None)).end.set(Some(end));
    }

    fn open_stream(&self, name: Option<StreamName>) -> Stream {
        let stream = Stream::new(name);
        self.show(Output::Stream(stream.clone()), None);
        stream
    }

    fn show(&self, output: Output, name: Option<String>) {
        self.outputs.update(|outputs| match name {
            Some(name) => outputs.push_named(name, output),
            None => outputs.push(output),
        });
    }

    fn fail(&self, error: CellError) {
        self.failed_line.set(error.line);
        self.show(Output::Error(error), None);
    }

    /// Ends a run. A cell that the student has changed need not print what the deck prints.
    pub fn end(&self, outcome: Outcome, took: Took) {
        self.outcome.set(outcome);
        self.asks.set(None);
        self.took.set(Some(took));
        let printed = self.outputs.with_untracked(Outputs::printed);
        let expected = self.expected.get_value();
        let original = self.source.with_untracked(|source| self.is_original(source));
        self.check.set(expected.and_then(|expected| match difference(&expected, &printed) {
            None => Some(Check::Matches),
            Some(difference) => original.then_some(Check::Differs(difference)),
        }));
    }

    /// The kernel went away while this cell ran.
    pub fn abandon(&self) {
        self.outcome.set(Outcome::Stopped);
        self.asks.set(None);
        self.print(Some(StreamName::Stderr), &format!("{}\n", words::run_ended()));
    }

    /// The kernel was restarted: what is shown no longer tells what Python holds.
    pub fn outdate(&self) {
        let was_run =
            self.outputs.with_untracked(|outputs| !outputs.shown.is_empty() && !outputs.are_stored());
        self.age.update(|age| *age = age.or(was_run.then_some(Age::BeforeRestart)));
        self.outcome.set(Outcome::New);
        self.execution_count.set(None);
        self.check.set(None);
    }
}
