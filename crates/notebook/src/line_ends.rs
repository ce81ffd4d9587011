//! How a file's lines end: taken off when it is read, put back when it is written.
//!
//! What it is not: encodings; text is UTF-8 here. Start reading at [`normalised`].

use std::borrow::Cow;

use crate::model::{LineEnd, LineEnds};

/// The text with `\n` alone. One that mixes ends keeps its `\r\n`, which Markdown takes for ends as well.
pub(crate) fn normalised(text: &str) -> (Cow<'_, str>, LineEnds) {
    let stripped = text.strip_prefix('\u{feff}');
    let text_alone = stripped.unwrap_or(text);
    let pairs = text_alone.matches("\r\n").count();
    let returns = text_alone.matches('\r').count();
    let feeds = text_alone.matches('\n').count();
    let (style, normal) = match (pairs, returns, feeds) {
        (_, 0, _) => (LineEnd::Lf, Cow::Borrowed(text_alone)),
        (0, _, 0) => (LineEnd::Cr, Cow::Owned(text_alone.replace('\r', "\n"))),
        (pairs, returns, feeds) if pairs == returns && pairs == feeds => {
            (LineEnd::CrLf, Cow::Owned(text_alone.replace("\r\n", "\n")))
        }
        _ => (LineEnd::Lf, Cow::Borrowed(text_alone)),
    };
    (normal, LineEnds { byte_order_mark: stripped.is_some(), style })
}

pub(crate) fn restored(text: &str, line_ends: LineEnds) -> String {
    let mark = if line_ends.byte_order_mark { "\u{feff}" } else { "" };
    let text = match line_ends.style {
        LineEnd::Lf => Cow::Borrowed(text),
        LineEnd::CrLf => Cow::Owned(text.replace('\n', "\r\n")),
        LineEnd::Cr => Cow::Owned(text.replace('\n', "\r")),
    };
    format!("{mark}{text}")
}
