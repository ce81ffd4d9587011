//! IPython's own lines in a cell, as calls of `_kindling_magics`: `%time f()`, `!ls`, `x?`, and `%%` for a whole cell.
//!
//! What it is not: what they do (see `lib/_kindling_magics.py`). Lines stay where they were. Start reading at [`python`].

use std::{borrow::Cow, ops::Range};

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, parse_unchecked};
use ruff_text_size::Ranged;

const MODULE: &str = "__import__('_kindling_magics')";

/// Cell magics whose text is Python, which runs as it would without them.
const PYTHON: [&str; 3] = ["capture", "prun", "time"];

/// The cell with calls in the place of magics; the same text if it has none.
pub(crate) fn python(source: &str) -> Cow<'_, str> {
    if !source.contains(['%', '!', '?']) {
        return Cow::Borrowed(source);
    }
    let first = source.len() - source.trim_start().len();
    match source[first..].strip_prefix("%%") {
        Some(cell) => Cow::Owned(format!("{}{}", &source[..first], whole(cell))),
        None => lines(source),
    }
}

/// A cell behind `%%name`.
fn whole(cell: &str) -> String {
    let (head, body) = cell.split_once('\n').unwrap_or((cell, ""));
    let name = head.split_whitespace().next().unwrap_or_default();
    if PYTHON.contains(&name) {
        return format!("{MODULE}.begin({})\n{}", literal(head), lines(body));
    }
    format!("{MODULE}.cell({}, {})", literal(head), literal(body))
}

fn lines(source: &str) -> Cow<'_, str> {
    let places = commands(source);
    if places.is_empty() {
        return Cow::Borrowed(source);
    }
    let starts: Vec<usize> = places.iter().map(|place| line_number(source, place.start)).collect();
    let mut out = source.to_owned();
    for place in places.into_iter().rev() {
        let line = source[..place.start].rfind('\n').map_or(0, |end| end + 1);
        let function = if source[line..place.start].trim().is_empty() { "line" } else { "captured" };
        let call = format!("{MODULE}.{function}({})", literal(&source[place.clone()]));
        // A command over several lines still takes as many.
        let ends = "\n".repeat(source[place.clone()].matches('\n').count());
        out.replace_range(place, &format!("{call}{ends}"));
    }
    if errs_on_a_line_of(&out, &starts) { Cow::Borrowed(source) } else { Cow::Owned(out) }
}

/// Whether the first thing that is wrong is on one of these lines: then the student's own text is to be told of.
fn errs_on_a_line_of(source: &str, lines: &[usize]) -> bool {
    let error = ruff_python_parser::parse_module(source).err();
    error.is_some_and(|error| lines.contains(&line_number(source, error.location.start().to_usize())))
}

/// Counted from 0.
fn line_number(source: &str, place: usize) -> usize {
    source[..place].matches('\n').count()
}

/// Where commands stand, in order; none in a cell that is Python as it is.
fn commands(source: &str) -> Vec<Range<usize>> {
    if ruff_python_parser::parse_module(source).is_ok() {
        return Vec::new();
    }
    let parsed = parse_unchecked(source, Mode::Ipython.into());
    let mut places: Vec<Range<usize>> = Vec::new();
    for token in parsed.tokens() {
        let place = token.range().start().to_usize()..token.range().end().to_usize();
        match token.kind() {
            TokenKind::IpyEscapeCommand => places.push(place),
            // `x?`: all of its line.
            TokenKind::Question => {
                let line = source[..place.start].rfind('\n').map_or(0, |end| end + 1);
                let start = line + source[line..].len() - source[line..].trim_start().len();
                match places.last_mut().filter(|last| last.start == start) {
                    Some(last) => last.end = place.end,
                    None => places.push(start..place.end),
                }
            }
            _ => {}
        }
    }
    places
}

/// Text as Python writes it.
fn literal(text: &str) -> String {
    let mut out = String::from("'");
    for character in text.chars() {
        match character {
            '\\' => out.push_str("\\\\"),
            '\'' => out.push_str("\\'"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\0' => out.push_str("\\x00"),
            other => out.push(other),
        }
    }
    out.push('\'');
    out
}

#[cfg(test)]
mod tests {
    use super::python;

    fn called(source: &str) -> String {
        python(source).replace(super::MODULE, "M")
    }

    #[test]
    fn commands_become_calls_on_their_lines() {
        for (cell, calls) in [
            ("%matplotlib inline\nx = 1", "M.line('%matplotlib inline')\nx = 1"),
            ("if True:\n    !mkdir -p data\n    f()", "if True:\n    M.line('!mkdir -p data')\n    f()"),
            ("files = !ls", "files = M.captured('!ls')"),
            ("math.sqrt?", "M.line('math.sqrt?')"),
            ("len??", "M.line('len??')"),
            ("%%time\nf()\n%cd a", "M.begin('time')\nf()\nM.line('%cd a')"),
            ("%%bash\necho 'a'", "M.cell('bash', 'echo \\'a\\'')"),
        ] {
            assert_eq!(called(cell), calls);
        }
    }

    #[test]
    fn python_stays_as_it_is() {
        for cell in
            ["x = 5 % 3", "s = '''\n%d\n!ls\n'''", "x = (5\n%3)", "a != b", "# really?", "x = = !", "'?'"]
        {
            assert_eq!(python(cell), cell);
        }
    }
}
