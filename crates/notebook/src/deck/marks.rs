//! Lines of a deck that are no Markdown of ours: where a notebook's cells end, and boxes that `:::` opens.
//!
//! What it is not: how they are shown (`reader` asks the layout). Start reading at [`marks`].
//!
//! - In any deck, jupytext's `<!-- #region -->` and `<!-- #raw -->` hold a text cell each, and a fence in `raw` a raw one.
//! - In MyST `+++` parts cells, in jupytext's Markdown two blank lines do.
//! - In Quarto and MyST `:::` and fences such as `{note}` hold boxes, columns and notes to the lecturer.

use std::ops::Range;

use super::dialect::Dialect;
use super::fences::is_option;
use super::yaml;
use crate::model::Fields;
use crate::percent::fields_of;

/// What a mark says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind {
    /// A text cell ends, and one with those fields begins.
    Cut(Fields),
    /// A text cell that [`Kind::Cut`] has begun ends.
    End,
    /// A raw cell, and its text.
    Raw(Fields, Range<usize>),
    Columns,
    /// A box with these classes and this title.
    Box {
        classes: String,
        title: String,
    },
    /// A box to unfold.
    Details(String),
    Close {
        is_details: bool,
    },
    Note(Range<usize>),
    /// Nothing that is shown.
    Silent,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mark {
    /// Whole lines.
    pub(crate) at: Range<usize>,
    pub(crate) kind: Kind,
}

/// Admonitions by what they are called, and the classes of Jupyter's boxes.
const BOXES: &[(&str, &str)] = &[
    ("admonition", "alert alert-info"),
    ("attention", "alert alert-warning"),
    ("caution", "alert alert-warning"),
    ("danger", "alert alert-danger"),
    ("error", "alert alert-danger"),
    ("hint", "alert alert-info"),
    ("important", "alert alert-danger"),
    ("note", "alert alert-info"),
    ("seealso", "alert alert-info"),
    ("tip", "alert alert-success"),
    ("warning", "alert alert-warning"),
];

/// The deck with spaces in the place of what is marked, so that all else stays where it is.
pub(super) fn blanked(deck: &str, marks: &[Mark]) -> String {
    let mut bytes = deck.as_bytes().to_vec();
    for mark in marks.iter().filter(|mark| !is_comment(&deck[mark.at.clone()], &mark.kind)) {
        let line = &mut bytes[mark.at.clone()];
        line.iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
    }
    // Whole lines were replaced, and so whole characters.
    String::from_utf8(bytes).unwrap_or_default()
}

/// Comments show nothing as they are.
fn is_comment(line: &str, kind: &Kind) -> bool {
    matches!(kind, Kind::Cut(_) | Kind::End) && line.trim_start().starts_with("<!--")
}

/// All marks of a deck in their order.
pub(super) fn marks(deck: &str, dialect: Dialect) -> Vec<Mark> {
    let mut scan =
        Scan { deck, dialect, marks: Vec::new(), open: Vec::new(), state: State::Text, blank_from: None };
    let mut start = 0;
    for line in deck.split_inclusive('\n') {
        let at = start..start + line.len();
        start = at.end;
        scan.line(line.trim_end(), at);
    }
    scan.marks
}

/// What the line before has left open.
#[derive(Debug, Clone, PartialEq)]
enum State {
    Text,
    /// Code, which ends at so many of these ticks.
    Fence(char, usize),
    /// A fence in `raw`, and jupytext's `#raw`: where its mark and its text begin.
    Raw(Fields, Range<usize>),
    RawFence(char, usize, Range<usize>),
    /// Boxes in a note to the lecturer, and where its mark and its text begin.
    Note(usize, Range<usize>),
    /// Right after a box has been opened: its options may follow.
    Options,
}

/// How a box ends.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Open {
    sign: char,
    length: usize,
    is_details: bool,
}

struct Scan<'a> {
    deck: &'a str,
    dialect: Dialect,
    marks: Vec<Mark>,
    open: Vec<Open>,
    state: State,
    /// The second of some blank lines.
    blank_from: Option<(usize, bool)>,
}

impl Scan<'_> {
    fn line(&mut self, line: &str, at: Range<usize>) {
        self.two_blank_lines(line, &at);
        match self.state.clone() {
            State::Fence(sign, length) => {
                if closes(line, sign, length) {
                    self.state = State::Text;
                }
            }
            State::RawFence(sign, length, from) => {
                if closes(line, sign, length) {
                    self.raw(Fields::new(), from, at);
                }
            }
            State::Raw(fields, from) => {
                if comment(line) == Some("#endraw") {
                    self.raw(fields, from, at);
                }
            }
            State::Note(depth, from) => self.in_note(depth, from, line, at),
            State::Options if is_option(line) => self.mark(at, Kind::Silent),
            State::Text | State::Options => {
                self.state = State::Text;
                self.text(line, at);
            }
        }
    }

    fn mark(&mut self, at: Range<usize>, kind: Kind) {
        self.marks.push(Mark { at, kind });
    }

    fn raw(&mut self, fields: Fields, from: Range<usize>, end: Range<usize>) {
        self.state = State::Text;
        let text_end = end.start.saturating_sub(1).max(from.end);
        self.mark(from.start..end.end, Kind::Raw(fields, from.end..text_end));
    }

    /// In jupytext's Markdown they part cells, but for those that say themselves where they end.
    fn two_blank_lines(&mut self, line: &str, at: &Range<usize>) {
        if self.dialect != Dialect::Jupytext || self.state != State::Text || !self.open.is_empty() {
            self.blank_from = None;
            return;
        }
        match (line.is_empty(), self.blank_from) {
            (true, None) => self.blank_from = Some((at.end, false)),
            (true, Some((from, _))) => self.blank_from = Some((from, true)),
            (false, Some((from, true))) => {
                self.blank_from = None;
                self.mark(from..at.start, Kind::Cut(Fields::new()));
            }
            (false, _) => self.blank_from = None,
        }
    }

    fn text(&mut self, line: &str, at: Range<usize>) {
        if line.len() - line.trim_start_matches(' ').len() > 3 {
            return;
        }
        let line = line.trim_start_matches(' ');
        if let Some(comment) = comment(line) {
            return self.comment(comment, at);
        }
        let is_foreign = matches!(self.dialect, Dialect::Quarto | Dialect::Myst);
        for sign in ['`', '~', ':'] {
            let length = line.len() - line.trim_start_matches(sign).len();
            if length >= 3 && (sign != ':' || is_foreign) {
                return self.fence(sign, length, line[length..].trim(), at);
            }
        }
        match self.dialect {
            Dialect::Myst => {
                let after =
                    line.strip_prefix("+++").filter(|after| after.is_empty() || after.starts_with(' '));
                if let Some(after) = after {
                    let metadata = serde_json::from_str::<Fields>(after.trim()).unwrap_or_default();
                    self.mark(at, Kind::Cut(fields(metadata)));
                } else if line.starts_with('(') && line.ends_with(")=") {
                    self.mark(at, Kind::Silent);
                }
            }
            // A pause.
            Dialect::Quarto if line == ". . ." => self.mark(at, Kind::Silent),
            _ => {}
        }
    }

    fn comment(&mut self, comment: &str, at: Range<usize>) {
        let (word, rest) = comment.split_once(' ').unwrap_or((comment, ""));
        match word {
            "#region" | "#md" | "#markdown" => {
                self.open.push(Open { sign: '#', length: 0, is_details: false });
                self.mark(at, Kind::Cut(fields_in(rest)));
            }
            "#endregion" | "#endmd" | "#endmarkdown" => {
                self.open.retain(|open| open.sign != '#');
                self.mark(at, Kind::End);
            }
            "#raw" => self.state = State::Raw(fields_in(rest), at),
            _ => {}
        }
    }

    /// A line that begins with so many signs, and what follows them.
    fn fence(&mut self, sign: char, length: usize, info: &str, at: Range<usize>) {
        if info.is_empty()
            && let Some(open) = self.open.last().copied()
            && open.sign == sign
            && (sign == ':' || length >= open.length)
        {
            self.open.pop();
            return self.mark(at, Kind::Close { is_details: open.is_details });
        }
        let kind = match info {
            "" => None,
            "raw" | "{raw-cell}" if sign != ':' => {
                self.state = State::RawFence(sign, length, at);
                return;
            }
            _ if self.dialect == Dialect::Myst => directive(info, sign == ':'),
            _ if sign == ':' => Some(division(info)),
            _ => None,
        };
        match kind {
            Some(Kind::Note(_)) => self.state = State::Note(1, at),
            Some(kind) => {
                self.open.push(Open { sign, length, is_details: matches!(kind, Kind::Details(_)) });
                self.state = State::Options;
                self.mark(at, kind);
            }
            None if sign == ':' => {}
            None => self.state = State::Fence(sign, length),
        }
    }

    fn in_note(&mut self, depth: usize, from: Range<usize>, line: &str, at: Range<usize>) {
        let depth =
            match line.trim_start().strip_prefix(":::").map(|rest| rest.trim_start_matches(':').trim()) {
                Some("") => depth - 1,
                Some(_) => depth + 1,
                None => depth,
            };
        if depth > 0 {
            self.state = State::Note(depth, from);
            return;
        }
        self.state = State::Text;
        let text_end = self.deck[..at.start].trim_end().len().max(from.end);
        self.mark(from.start..at.end, Kind::Note(from.end..text_end));
    }
}

/// What a comment of one line says.
fn comment(line: &str) -> Option<&str> {
    Some(line.trim().strip_prefix("<!--")?.strip_suffix("-->")?.trim())
}

fn closes(line: &str, sign: char, length: usize) -> bool {
    let line = line.trim_start();
    line.len() >= length && !line.is_empty() && line.chars().all(|character| character == sign)
}

/// As an `.ipynb`'s cell has them.
fn fields(metadata: Fields) -> Fields {
    if metadata.is_empty() { metadata } else { Fields::from_iter([("metadata".to_owned(), metadata.into())]) }
}

/// `key=value` pairs, or an object of JSON; words before them are a title that nobody sees.
fn fields_in(text: &str) -> Fields {
    match text.find('{') {
        Some(at) if !text[..at].contains('=') => {
            let read = yaml::read(&text[at..]).map(|value| value.json());
            fields(read.and_then(|value| value.as_object().cloned()).unwrap_or_default())
        }
        _ => fields_of(text),
    }
}

/// MyST's `{note}` and the like; of other fences with `:` at least the text is shown.
fn directive(info: &str, is_shown: bool) -> Option<Kind> {
    let (name, title) = info.strip_prefix('{')?.split_once('}')?;
    let (name, title) = (name.trim(), title.trim());
    match BOXES.iter().find(|(known, _)| *known == name) {
        Some((_, classes)) => {
            let title = if title.is_empty() { capitalised(name) } else { title.to_owned() };
            Some(Kind::Box { classes: (*classes).to_owned(), title })
        }
        None if name == "dropdown" => Some(Kind::Details(title.to_owned())),
        None => is_shown.then(|| Kind::Box { classes: String::new(), title: title.to_owned() }),
    }
}

/// Quarto's `::: {.callout-note title="…"}`.
fn division(info: &str) -> Kind {
    let inside = info.trim_end_matches(':').trim().trim_start_matches('{').trim_end_matches('}');
    let has = |class: &str| inside.split_whitespace().any(|word| word.trim_start_matches('.') == class);
    if has("notes") {
        return Kind::Note(0..0);
    }
    if has("columns") {
        return Kind::Columns;
    }
    let named =
        inside.split_once("title=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(title, _)| title);
    let kinds = inside.split_whitespace().filter_map(|word| word.strip_prefix(".callout-"));
    let box_of = kinds.filter_map(|kind| BOXES.iter().find(|(known, _)| *known == kind)).next();
    match box_of {
        Some((name, classes)) => {
            let title = named.map_or_else(|| capitalised(name), str::to_owned);
            Kind::Box { classes: (*classes).to_owned(), title }
        }
        None => {
            let classes = inside.split_whitespace().filter_map(|word| word.strip_prefix('.'));
            Kind::Box { classes: classes.collect::<Vec<_>>().join(" "), title: String::new() }
        }
    }
}

fn capitalised(name: &str) -> String {
    let name = if name == "seealso" { "see also" } else { name };
    let mut letters = name.chars();
    letters
        .next()
        .map_or_else(String::new, |first| format!("{}{}", first.to_ascii_uppercase(), letters.as_str()))
}
