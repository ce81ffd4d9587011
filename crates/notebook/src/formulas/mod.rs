//! Formulas, taken out of a text before its Markdown is read and put back afterwards, as Jupyter does it: what looks like
//! Markdown in them is none, be it a list, a heading or the line between a table's cells.
//!
//! What it is not: a reader of LaTeX (see `latex`). Start reading at [`Formulas::marked`]; `find` says what is a formula,
//! `literal` where none is looked for.

mod find;
mod literal;

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;

pub(crate) use self::find::Sort;
use self::find::Source;
use self::literal::Literals;

/// A mark is one of punctuation for Markdown, like the signs that it stands for, and no author writes it.
const OPEN: &str = "@\u{2}";
const CLOSE: &str = "\u{3}@";

/// A formula as its author wrote it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Formula {
    pub(crate) latex: String,
    /// It stands on lines of its own.
    pub(crate) is_display: bool,
    /// With the signs around it.
    written: String,
}

/// The formulas that a document's marks stand for.
#[derive(Default)]
pub(crate) struct Formulas(RefCell<Vec<Formula>>);

impl Formulas {
    /// A notebook's Markdown with marks in the place of its formulas.
    pub(crate) fn marked<'t>(&self, markdown: &'t str) -> Cow<'t, str> {
        self.with_marks(markdown, Sort::Markdown, |number, _| Some(mark(&number.to_string())))
    }

    /// As [`Formulas::marked`], of HTML.
    pub(crate) fn marked_in_html<'t>(&self, html: &'t str) -> Cow<'t, str> {
        self.with_marks(html, Sort::Html, |number, _| Some(mark(&number.to_string())))
    }

    /// A deck with marks for the formulas of several lines, as long as they are: all else stays in its place.
    pub(crate) fn marked_in_place<'t>(&self, deck: &'t str) -> Cow<'t, str> {
        self.with_marks(deck, Sort::Deck, |number, length| {
            let digits = length.checked_sub(OPEN.len() + CLOSE.len())?;
            let number = format!("{number:0digits$}");
            (number.len() == digits).then(|| mark(&number))
        })
    }

    fn with_marks<'t>(
        &self,
        text: &'t str,
        sort: Sort,
        mark: impl Fn(usize, usize) -> Option<String>,
    ) -> Cow<'t, str> {
        let has = |signs: &[&str]| signs.iter().any(|sign| text.contains(sign));
        if text.contains(OPEN) || !has(&["$", "\\begin{", "\\(", "\\["]) {
            return Cow::Borrowed(text);
        }
        let literals = Literals::of(text, sort);
        let mut formulas = self.0.borrow_mut();
        let mut out = String::new();
        let mut start = 0;
        let source = Source::new(text, sort, &literals);
        for (at, latex, is_display) in source.formulas() {
            let Some(mark) = mark(formulas.len(), at.len()) else { continue };
            out.push_str(&text[start..at.start]);
            out.push_str(&mark);
            start = at.end;
            formulas.push(Formula { latex, is_display, written: text[at].to_owned() });
        }
        out.push_str(&text[start..]);
        Cow::Owned(out)
    }

    /// Text with something in the place of each mark.
    pub(crate) fn replaced<'t>(&self, text: &'t str, shown: impl Fn(&Formula) -> String) -> Cow<'t, str> {
        if !text.contains(OPEN) {
            return Cow::Borrowed(text);
        }
        let mut out = String::new();
        let mut start = 0;
        for (at, formula) in self.marks(text) {
            out.push_str(&text[start..at.start]);
            out.push_str(&shown(&formula));
            start = at.end;
        }
        out.push_str(&text[start..]);
        Cow::Owned(out)
    }

    /// Text as it was before there were marks in it.
    pub(crate) fn restored<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.replaced(text, |formula| formula.written.clone())
    }

    /// The marks in a text, and what they stand for.
    pub(crate) fn marks(&self, text: &str) -> Vec<(Range<usize>, Formula)> {
        let formulas = self.0.borrow();
        let starts = text.match_indices(OPEN).map(|(at, _)| at);
        let marks = starts.filter_map(|at| {
            let (number, _) = text[at + OPEN.len()..].split_once(CLOSE)?;
            let formula = formulas.get(number.parse::<usize>().ok()?)?;
            Some((at..at + OPEN.len() + number.len() + CLOSE.len(), formula.clone()))
        });
        marks.collect()
    }
}

fn mark(number: &str) -> String {
    format!("{OPEN}{number}{CLOSE}")
}

#[cfg(test)]
mod tests;
