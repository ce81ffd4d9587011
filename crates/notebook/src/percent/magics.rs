//! Lines that only IPython understands, as comments in a program: `python` runs it, and reading undoes them.
//!
//! What it is not: what magics do (the session knows). Start reading at [`comment_out`].

use serde_json::{Value, json};

use crate::model::Fields;
use crate::python::{Line, is_ipython, lines};

/// Magics of whole cells whose text is Python still.
const PYTHON_CELLS: &[&str] = &["time", "timeit", "capture", "prun", "python", "python3"];

/// After a comment that would be read as one otherwise: it is IPython's.
const MARK: &str = "  # IPython";

/// In a block, where a comment alone would be no statement.
const PASS: &str = "pass  # ";

/// Cells of another language, as jupytext knows them: `# %% language="bash"`.
const LANGUAGES: &[&str] = &[
    "bash",
    "sh",
    "html",
    "javascript",
    "js",
    "latex",
    "markdown",
    "perl",
    "R",
    "ruby",
    "script",
    "svg",
    "sql",
    "cython",
    "pypy",
    "julia",
    "go",
];

/// What stands at a cell's head for its magic: `language` and `magic_args`.
const KEYS: [&str; 2] = ["language", "magic_args"];

/// The cell of another language apart: what its head says, and its text in comments.
pub(super) fn of_language(source: &str) -> Option<(Fields, String)> {
    let (head, body) = source.strip_prefix("%%")?.split_once('\n')?;
    let (name, arguments) = head.split_once(' ').unwrap_or((head, ""));
    if !LANGUAGES.contains(&name) || arguments.trim() != arguments {
        return None;
    }
    let said = [name, arguments].into_iter().zip(KEYS).filter(|(value, _)| !value.is_empty());
    let fields = said.map(|(value, key)| (key.to_owned(), json!(value))).collect();
    Some((fields, in_comments(body)))
}

/// The cell whose head names a language; takes that out of its metadata.
pub(super) fn with_language(metadata: &mut Fields, body: &str) -> Option<String> {
    let [language, arguments] = KEYS.map(|key| metadata.get(key).and_then(Value::as_str).map(str::to_owned));
    let language = language?;
    KEYS.iter().for_each(|key| drop(metadata.remove(*key)));
    let head = [Some(language), arguments].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let body = without_comments(body);
    Some(if body.is_empty() { format!("%%{head}") } else { format!("%%{head}\n{body}") })
}

fn in_comments(text: &str) -> String {
    let line = |line: &str| if line.is_empty() { "#".to_owned() } else { format!("# {line}") };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn without_comments(text: &str) -> String {
    let line = |line| str::strip_prefix(line, "# ").or(line.strip_prefix('#')).unwrap_or(line);
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// As jupytext has it (`as_jupytext`), strings of several lines stay as they are, and `# name?` is a question.
pub(super) fn comment_out(source: &str, as_jupytext: bool) -> String {
    if let Some(cell) = other_language(source) {
        return in_comments(cell);
    }
    let commented = lines(source).into_iter().map(|line| {
        let indent = line.text.len() - line.text.trim_start().len();
        let (indent, text) = line.text.split_at(indent);
        if is_ipython(&line) || !as_jupytext && is_unfinished(&line) {
            let speaks = speaks_for_itself(text) || as_jupytext && asks(text);
            let mark = if speaks { "" } else { MARK };
            let comment = if indent.is_empty() { "# " } else { PASS };
            format!("{indent}{comment}{text}{mark}")
        } else if as_jupytext && (!line.starts || asks_below(text)) {
            format!("{indent}{}{text}", if line.starts { "# " } else { "" })
        } else if looks_undone(text) || is_marker_below(text) {
            format!("{indent}# {text}")
        } else {
            line.text.to_owned()
        }
    });
    commented.collect::<Vec<_>>().join("\n")
}

/// `model = `, which an exercise leaves to be filled in: no other line of the program would run.
fn is_unfinished(line: &Line) -> bool {
    let count = |signs: [char; 3]| line.code.matches(signs).count();
    line.starts && line.code.trim_end().ends_with('=') && count(['(', '[', '{']) == count([')', ']', '}'])
}

pub(super) fn undo(source: &str, as_jupytext: bool) -> String {
    if source.starts_with("# %%") {
        let cell = without_comments(source);
        if other_language(&cell).is_some() {
            let (head, body) = source.split_once('\n').unwrap_or((source, ""));
            // Others leave the text as it is.
            let is_commented = body.lines().all(|line| line.starts_with('#'));
            return if is_commented { cell } else { format!("{}\n{body}", without_comments(head)) };
        }
    }
    let of_line = |line: Line| match line.text.strip_prefix("# ") {
        Some(question) if as_jupytext && line.starts && asks_below(line.text) => question.to_owned(),
        _ if as_jupytext && !line.starts => line.text.to_owned(),
        _ => undone(line.text),
    };
    lines(source).into_iter().map(of_line).collect::<Vec<_>>().join("\n")
}

/// The cell, if it is one of another language or of no language at all (`%%bash`, `%%html`).
fn other_language(cell: &str) -> Option<&str> {
    let name = cell.strip_prefix("%%")?.split(|character: char| !character.is_alphanumeric()).next()?;
    (!PYTHON_CELLS.contains(&name)).then_some(cell)
}

fn undone(line: &str) -> String {
    let indent = line.len() - line.trim_start().len();
    let (indent, text) = line.split_at(indent);
    let commented = text.strip_prefix(PASS).or_else(|| text.strip_prefix("# "));
    match commented {
        // A comment that only looked so has its own mark.
        Some(inside) if looks_undone(inside) || is_marker_below(inside) => format!("{indent}{inside}"),
        Some(inside) if looks_undone(text) => {
            format!("{indent}{}", inside.strip_suffix(MARK).unwrap_or(inside))
        }
        _ => line.to_owned(),
    }
}

/// True for a marker of a cell under any number of comment signs.
fn is_marker_below(text: &str) -> bool {
    super::header::marker(text).is_some() || text.strip_prefix("# ").is_some_and(is_marker_below)
}

/// True for a comment that [`undo`] takes the sign off.
pub(super) fn looks_undone(text: &str) -> bool {
    let Some(inside) = text.strip_prefix(PASS).or_else(|| text.strip_prefix("# ")) else { return false };
    inside.ends_with(MARK) || speaks_for_itself(inside) || looks_undone(inside)
}

/// `name?`, in one word.
fn asks(text: &str) -> bool {
    text.ends_with('?') && !text.contains(' ') && text.starts_with(|first: char| first.is_ascii_alphabetic())
}

/// The same under comment signs.
fn asks_below(text: &str) -> bool {
    text.starts_with("# ") && asks(text.trim_start_matches("# "))
}

/// `%magic`, `!command`, `?name` and `files = !ls`: hardly any other comment begins so.
fn speaks_for_itself(text: &str) -> bool {
    let is_name = |name: &str| name.starts_with(|first: char| first.is_ascii_alphabetic());
    let sign = ["%%", "%", "!", "?"].into_iter().find_map(|sign| text.strip_prefix(sign));
    let assigned = text.split_once('=').and_then(|(names, value)| {
        let is_target = |letter: char| letter.is_alphanumeric() || "_,. ".contains(letter);
        let value = value.trim_start();
        names.chars().all(is_target).then(|| value.strip_prefix(['!', '%'])).flatten()
    });
    sign.or(assigned).is_some_and(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_of_jupytext_stay_as_it_has_them() {
        for (cell, program) in [
            ("f?\n# why?", "# f?\n# # why?"),
            ("s = \'\'\'\n# %%\n%time\n\'\'\'", "s = \'\'\'\n# %%\n%time\n\'\'\'"),
            ("# really, why?", "# really, why?"),
        ] {
            assert_eq!(comment_out(cell, true), program);
            assert_eq!(undo(program, true), cell);
        }
    }

    #[test]
    fn other_languages_are_named_at_the_head() {
        let (mut head, body) = of_language("%%bash -x --out a\nls\n\necho").unwrap();
        assert_eq!(json!(head), json!({ "language": "bash", "magic_args": "-x --out a" }));
        assert_eq!(body, "# ls\n#\n# echo");
        assert_eq!(with_language(&mut head, &body).unwrap(), "%%bash -x --out a\nls\n\necho");
        assert!(head.is_empty());
        assert_eq!(of_language("%%time\nx"), None);
        assert_eq!(
            undo("# %%writefile a.py\nx = 1  # one\n# two", false),
            "%%writefile a.py\nx = 1  # one\n# two"
        );
    }

    #[test]
    fn magics_are_comments_in_a_program() {
        for (cell, program) in [
            ("%matplotlib inline\nx = 1", "# %matplotlib inline\nx = 1"),
            ("# %matplotlib inline", "# # %matplotlib inline"),
            ("if a:\n    !ls", "if a:\n    pass  # !ls"),
            ("files = !ls", "# files = !ls"),
            ("?f", "# ?f"),
            ("# x = %time", "# # x = %time"),
            ("f?", "# f?  # IPython"),
            ("model = \nif a:\n    b =", "# model =   # IPython\nif a:\n    pass  # b =  # IPython"),
            ("f(a=\n  1)", "f(a=\n  1)"),
            ("%%time\nf()", "# %%time\nf()"),
            ("%%bash\nls\n\necho", "# %%bash\n# ls\n#\n# echo"),
            ("x = 1\n# %%\ny = 2", "x = 1\n# # %%\ny = 2"),
            ("# # %% a", "# # # %% a"),
            ("# x  # IPython", "# # x  # IPython"),
            ("%%bash\n \nls", "# %%bash\n#  \n# ls"),
        ] {
            assert_eq!(comment_out(cell, false), program);
            assert_eq!(undo(program, false), cell);
        }
    }
}
