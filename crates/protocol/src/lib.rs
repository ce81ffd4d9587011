//! Every message between the page and the kernel, once, and the plain values in them, which sessions give out too.
//!
//! What it is not: the transport (the kernel's binary and the page's `kernel` module own that) or the
//! session (which knows these values and nothing of messages). Start reading at [`Request`].
//!
//! Names follow Jupyter's messaging: a cell's run answers with `Started`, any number of `Stream`,
//! `DisplayData`, `DisplayFigure`, `ExecuteResult` and `Error`, then exactly one `Finished`.

use kindling_plot::Figure;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::AddAssign;

/// Names a cell of the open notebook; stable while the student edits it.
pub type CellId = String;

/// Richer forms of a value than its text, by their MIME types: `text/html`, `image/png` in base64, …
pub type Forms = BTreeMap<String, String>;

/// From the page to the kernel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// The first message: the files kept from earlier visits. Answered by [`Event::Ready`].
    Start { files: Vec<File> },
    /// Runs `source` in the session's one namespace. Runs are taken in the order they arrive.
    Run { cell: CellId, source: String },
    /// Stops the running cell with `KeyboardInterrupt`; without JSPI it is never read (see [`Event::Ready`]).
    Interrupt,
    /// What the reader gave for [`Event::InputRequest`]; none if there will be nothing.
    InputReply { text: Option<String> },
    /// What an editor wants to know of the code that is being written, at so many characters from its begin. Answered by
    /// [`Event::Answer`], after cells that are to run before. `beside` is the notebook's other code where it matters, as to
    /// [`Question::Check`].
    Ask { ticket: u32, question: Question, code: String, cursor: u32, beside: String },
    /// What variables there are. Answered by [`Event::Variables`], after cells that are to run before.
    ListVariables,
    /// One of them in full. Answered by [`Event::Inside`].
    LookInto { name: String },
    /// Creates or replaces a file. Answered by [`Event::Files`].
    WriteFile(File),
    /// Deletes a file; a missing one is no error. Answered by [`Event::Files`].
    DeleteFile { path: String },
}

/// From the kernel to the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// What there is to compute on besides the CPU: once after `Ready`, and after cells that changed it.
    Accelerator(Accelerator),
    /// The interpreter is up. `can_interrupt` is false where the browser lacks JSPI: there Stop restarts.
    Ready {
        can_interrupt: bool,
    },
    Started {
        cell: CellId,
        execution_count: u32,
    },
    /// Follows what was printed before it. Without a name it is of both streams, which took turns too often.
    Stream {
        cell: CellId,
        name: Option<StreamName>,
        text: String,
    },
    /// Of a cell that prints too much: its last words so far, in place of those that were sent before.
    StreamEnd {
        cell: CellId,
        end: StreamEnd,
    },
    /// The echo of a last expression.
    ExecuteResult {
        cell: CellId,
        execution_count: u32,
        text: String,
        #[serde(default)]
        forms: Forms,
    },
    /// A value to show below the cell: in the place of what was shown under the same id, if it has one.
    DisplayData {
        cell: CellId,
        id: Option<String>,
        text: String,
        forms: Forms,
    },
    /// A figure to draw below the cell, likewise.
    DisplayFigure {
        cell: CellId,
        #[serde(default)]
        id: Option<String>,
        figure: Figure,
    },
    /// What the cell has shown goes: at once, or when it shows something else.
    ClearOutput {
        cell: CellId,
        wait: bool,
    },
    /// The cell waits for a line of text ([`Request::InputReply`]).
    InputRequest {
        cell: CellId,
        prompt: String,
        is_password: bool,
    },
    Error {
        cell: CellId,
        error: CellError,
    },
    Finished {
        cell: CellId,
        status: Status,
        milliseconds: f64,
        /// The most bytes that tensors on the CPU held at once while it ran.
        held: f64,
    },
    /// Answers the [`Request::Ask`] of the same ticket.
    Answer {
        ticket: u32,
        answer: Answer,
    },
    Variables {
        variables: Vec<Variable>,
    },
    /// None where there is no such variable any more.
    Inside {
        name: String,
        inside: Option<Inside>,
    },
    /// All files, after a cell that changed some and after each file request.
    Files {
        files: Vec<File>,
    },
}

/// What an editor asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Question {
    /// What may stand at the cursor.
    Complete,
    /// What the call around the cursor takes.
    Call,
    /// What there is to read on the name at the cursor.
    Inspect,
    /// What is wrong with the code.
    Check,
}

/// What the session knows without running any code of the student's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// The best first; they stand in place of what is between `start` and the cursor, in characters.
    Completions {
        start: u32,
        matches: Vec<Completion>,
    },
    Call(Option<Call>),
    /// Empty where nothing is known.
    Text(String),
    Problems(Vec<Problem>),
}

/// A place in code, in characters, that Python cannot read, or that is most likely not what is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub start: u32,
    pub end: u32,
    pub is_error: bool,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completion {
    pub text: String,
    /// `function`, `class`, `module`, `variable`, `property`, `keyword`, `parameter`, `key`, `file` or `folder`.
    pub kind: String,
    /// What it takes, or what it is.
    pub detail: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    pub name: String,
    pub signature: String,
    /// Which of the signature's parts is being written, counted from 0.
    pub parameter: Option<u32>,
    /// The documentation's first sentence.
    pub summary: String,
}

/// A line on a variable. Words that say nothing are empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variable {
    pub name: String,
    /// Its type's name.
    pub kind: String,
    /// `(3, 4)`, of tensors and arrays, as are the next four.
    pub shape: String,
    pub dtype: String,
    pub device: String,
    pub requires_grad: bool,
    pub bytes: Option<u64>,
    /// Its first values, or what it is made of.
    pub preview: String,
}

/// A variable in full.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Inside {
    /// What is counted and measured, by name.
    pub facts: Vec<(String, String)>,
    /// `str` of it, shortened.
    pub text: String,
    pub figure: Option<Figure>,
}

/// The device `webgpu`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Accelerator {
    Available {
        /// What the browser calls the GPU.
        name: String,
        /// Bytes that tensors take there.
        used: u64,
    },
    Unavailable {
        /// In a sentence's words.
        reason: String,
    },
}

/// Where printed text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StreamName {
    Stdout,
    Stderr,
}

/// The last of what was printed, and what is left out before it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StreamEnd {
    pub left_out: LeftOut,
    pub text: String,
}

/// How much text is not shown. Displayed, it is what stands in its place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    pub lines: u64,
    pub characters: u64,
}

impl LeftOut {
    pub fn of(text: &str) -> Self {
        let lines = text.bytes().filter(|byte| *byte == b'\n').count();
        Self { lines: lines as u64, characters: text.chars().count() as u64 }
    }

    pub fn is_nothing(self) -> bool {
        self.characters == 0
    }
}

impl AddAssign for LeftOut {
    fn add_assign(&mut self, more: Self) {
        self.lines += more.lines;
        self.characters += more.characters;
    }
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = match self.lines {
            0 => (self.characters, "character"),
            lines => (lines, "line"),
        };
        let (ending, verb) = if count == 1 { ("", "is") } else { ("s", "are") };
        write!(f, "… {} {unit}{ending} {verb} not shown …", grouped(count, ","))
    }
}

/// A count with a mark before every three digits, so that it can be read.
pub fn grouped(count: u64, mark: &str) -> String {
    if count < 1000 {
        return count.to_string();
    }
    format!("{}{mark}{:03}", grouped(count / 1000, mark), count % 1000)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    Ok,
    Error,
    /// Ended by Stop.
    Interrupted,
}

/// An exception that left a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellError {
    /// The exception's type, as `NameError`.
    pub name: String,
    /// Its message, `str(exception)`.
    pub value: String,
    /// The whole traceback as CPython prints it, the last line being `name: value`, without that line's end.
    pub traceback: String,
    /// The line of this cell that was running, counted from 1.
    pub line: Option<u32>,
}

/// A file of the in-memory file system; `path` is relative to the working directory, with `/`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct File {
    pub path: String,
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
    /// Milliseconds since 1970.
    pub modified: f64,
}

#[cfg(test)]
mod tests {
    use super::LeftOut;

    #[test]
    fn what_is_left_out_is_counted_in_words() {
        assert_eq!(LeftOut::of("a\n").to_string(), "… 1 line is not shown …");
        assert_eq!(LeftOut::of("é€").to_string(), "… 2 characters are not shown …");
        let many = LeftOut { lines: 1_234_056, characters: 9_000_000 };
        assert_eq!(many.to_string(), "… 1,234,056 lines are not shown …");
    }
}
