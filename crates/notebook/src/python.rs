//! What can be told of Python's text without a parser: strings, comments, brackets, IPython's own lines.
//!
//! What it is not: Python's grammar; where it is in doubt it takes a line for code. Start reading at [`lines`].

/// A line of a cell.
pub(crate) struct Line<'a> {
    pub(crate) text: &'a str,
    /// The line without comments and the insides of strings, which are spaces here.
    pub(crate) code: String,
    /// A statement may start here: no string or bracket is open, and no backslash continues the line before.
    pub(crate) starts: bool,
}

/// Words that a line starts with that shows no value.
const STATEMENTS: &[&str] = &[
    "assert", "async", "class", "def", "del", "elif", "else", "except", "finally", "for", "from", "global",
    "if", "import", "nonlocal", "pass", "raise", "return", "try", "while", "with",
];

/// What is open at the end of a line.
#[derive(Default)]
struct Open {
    /// The quote, and whether it is a triple one.
    string: Option<(char, bool)>,
    brackets: usize,
    continued: bool,
}

pub(crate) fn lines(source: &str) -> Vec<Line<'_>> {
    let mut open = Open::default();
    source.split('\n').map(|text| line(text, &mut open)).collect()
}

fn line<'a>(text: &'a str, open: &mut Open) -> Line<'a> {
    let starts = open.string.is_none() && open.brackets == 0 && !open.continued;
    open.continued = false;
    if starts && text.trim_start().starts_with(['%', '!', '?']) {
        return Line { text, code: text.to_owned(), starts };
    }
    let mut code = String::new();
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let triple = character.to_string().repeat(3);
        let mut length = character.len_utf8();
        let mut shown = character;
        match open.string {
            Some((quote, is_triple)) => {
                shown = ' ';
                let ends = if is_triple {
                    rest.starts_with(&quote.to_string().repeat(3))
                } else {
                    character == quote
                };
                if character == '\\' {
                    length += rest[1..].chars().next().map_or(0, char::len_utf8);
                } else if ends {
                    open.string = None;
                    shown = quote;
                    length = if is_triple { 3 } else { 1 };
                }
            }
            None => match character {
                '#' => break,
                '"' | '\'' => {
                    let is_triple = rest.starts_with(&triple);
                    open.string = Some((character, is_triple));
                    length = if is_triple { 3 } else { 1 };
                }
                '(' | '[' | '{' => open.brackets += 1,
                ')' | ']' | '}' => open.brackets = open.brackets.saturating_sub(1),
                _ => {}
            },
        }
        code.push(shown);
        rest = &rest[length..];
    }
    let ends_in_backslash = text.ends_with('\\');
    if !ends_in_backslash && open.string.is_some_and(|(_, is_triple)| !is_triple) {
        open.string = None;
    }
    open.continued = ends_in_backslash && open.string.is_none();
    Line { text, code, starts }
}

/// True if a run of the cell shows something: it prints, or ends in a value.
pub(crate) fn shows_something(source: &str) -> bool {
    let lines = lines(source);
    let prints = |line: &Line| ["print(", "display("].iter().any(|call| line.code.contains(call));
    if lines.iter().any(prints) {
        return true;
    }
    let is_outer =
        |line: &&Line| line.starts && !line.code.trim().is_empty() && !line.text.starts_with([' ', '\t']);
    let ends_silently = lines.iter().rfind(|line| !line.code.trim().is_empty());
    let ends_silently = ends_silently.is_some_and(|line| line.code.trim_end().ends_with(';'));
    lines.iter().rfind(is_outer).is_some_and(|line| !ends_silently && is_value(&line.code))
}

/// True for a statement that is an expression.
fn is_value(code: &str) -> bool {
    let word = code.split(|character: char| !character.is_alphanumeric() && character != '_').next();
    !code.starts_with('@') && !word.is_some_and(|word| STATEMENTS.contains(&word)) && !assigns(code)
}

/// True if there is an `=` outside brackets that is no comparison.
fn assigns(code: &str) -> bool {
    let mut depth = 0_i32;
    let bytes = code.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| {
        depth += match byte {
            b'(' | b'[' | b'{' => 1,
            b')' | b']' | b'}' => -1,
            _ => 0,
        };
        let before = at.checked_sub(1).map(|at| bytes[at]);
        let compares = bytes.get(at + 1) == Some(&b'=') || matches!(before, Some(b'=' | b'<' | b'>' | b'!'));
        *byte == b'=' && depth == 0 && !compares
    })
}

/// True for a line that only IPython understands: magics, shell lines, questions.
pub(crate) fn is_ipython(line: &Line) -> bool {
    let text = line.text.trim();
    let assigned = line.code.split_once('=').map_or("", |(_, value)| value.trim_start());
    line.starts
        && (text.starts_with(['%', '!', '?'])
            || assigned.starts_with(['%', '!'])
            || (line.code.trim_end().ends_with('?') && !text.starts_with('#')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_show_something() {
        for source in
            ["print(1)", "for i in x:\n    print(i)", "x = 1\nx", "f(a=1)", "(\n  1,\n)", "x == 1", "?x"]
        {
            assert!(shows_something(source), "{source}");
        }
        for source in
            ["y = 4", "import torch", "x = f(\n  1,\n)", "def f():\n    return 1", "x;", "# print(1)", ""]
        {
            assert!(!shows_something(source), "{source}");
        }
    }

    #[test]
    fn lines_of_ipython_are_no_pieces_of_strings() {
        let of = |source: &str| lines(source).iter().map(is_ipython).collect::<Vec<_>>();
        assert_eq!(of("%time f()\n!ls\nx = !ls\nf?\n?f"), [true; 5]);
        assert_eq!(of("s = '''\n%d\n'''\nx = (5\n%3)\ny = 5 \\\n%3"), [false; 7]);
        assert_eq!(of("# really?\ny = x % 3\nz = 'a?'"), [false; 3]);
        assert_eq!(of("if True:\n    !mkdir (a\n    %cd a"), [false, true, true]);
    }
}
