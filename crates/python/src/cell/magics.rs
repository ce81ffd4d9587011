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

/// Magics that lines may begin with as they are, where that is no Python: `pip install torch`.
const WITHOUT_SIGN: [&str; 14] = [
    "cat",
    "cd",
    "conda",
    "cp",
    "ls",
    "mamba",
    "matplotlib",
    "mkdir",
    "mv",
    "pip",
    "rm",
    "run",
    "time",
    "timeit",
];

/// The cell with calls in the place of magics, and without prompts and an indent of all its lines; the same text if it
/// has none of these.
pub(crate) fn python(source: &str) -> Cow<'_, str> {
    match as_typed(source) {
        Cow::Borrowed(source) => calls(source),
        Cow::Owned(source) => Cow::Owned(calls(&source).into_owned()),
    }
}

/// The cell as one would type it: pasted ones have the prompts of a console before their lines, or are indented.
fn as_typed(source: &str) -> Cow<'_, str> {
    let first = source.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let bare = first.trim_start();
    if first.len() == bare.len() && !bare.starts_with(">>>")
        || ruff_python_parser::parse_module(source).is_ok()
    {
        return Cow::Borrowed(source);
    }
    let indent = &first[..first.len() - bare.len()];
    let lines = source.split('\n').map(|line| {
        let line = line.strip_prefix(indent).unwrap_or(line);
        let prompt = [">>> ", "... ", ">>>", "..."].into_iter().find(|prompt| line.starts_with(prompt));
        prompt.filter(|_| bare.starts_with(">>>")).map_or(line, |prompt| &line[prompt.len()..])
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

fn calls(source: &str) -> Cow<'_, str> {
    let first = source.len() - source.trim_start().len();
    if let Some(cell) = source[first..].strip_prefix("%%") {
        return Cow::Owned(format!("{}{}", &source[..first], whole(cell)));
    }
    match with_signs(source) {
        Cow::Owned(source) => Cow::Owned(lines(&source).into_owned()),
        Cow::Borrowed(source) if source.contains(['%', '!', '?']) => lines(source),
        plain => plain,
    }
}

/// The cell with a sign before lines that only a magic of that name explains.
fn with_signs(source: &str) -> Cow<'_, str> {
    let is_magic = |line: &str| {
        let (name, rest) = line.split_once(' ').unwrap_or((line, ""));
        WITHOUT_SIGN.contains(&name)
            && rest.starts_with(|next: char| next.is_alphanumeric() || "-./~'\"".contains(next))
    };
    let mut out = Cow::Borrowed(source);
    for _ in 0..source.lines().filter(|line| is_magic(line.trim_start())).count() {
        let parsed = parse_unchecked(&out, Mode::Ipython.into());
        let Some(error) = parsed.errors().first() else { break };
        let at = error.location.start().to_usize();
        let line = out[..at].rfind('\n').map_or(0, |end| end + 1);
        let start = line + out[line..].len() - out[line..].trim_start().len();
        if !is_magic(out[start..].lines().next().unwrap_or_default()) {
            break;
        }
        out.to_mut().insert(start, '%');
    }
    out
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
            ("pip install torch\nimport torch", "M.line('%pip install torch')\nimport torch"),
            ("  %pwd\n  x = 1", "M.line('%pwd')\nx = 1"),
            (">>> x = 1\n>>> if x:\n...     !ls", "x = 1\nif x:\n    M.line('!ls')"),
        ] {
            assert_eq!(called(cell), calls);
        }
    }

    #[test]
    fn python_stays_as_it_is() {
        for cell in [
            "x = 5 % 3",
            "s = '''\n%d\n!ls\n'''",
            "x = (5\n%3)",
            "a != b",
            "# really?",
            "x = = !",
            "'?'",
            "cat = 1\ncat -1",
        ] {
            assert_eq!(python(cell), cell);
        }
    }
}
