//! Lines that only IPython understands, as comments in a program: `python` runs it, and reading undoes them.
//!
//! What it is not: what magics do (the session knows). Start reading at [`comment_out`].

use crate::python::{is_ipython, lines};

/// Magics of whole cells whose text is Python still.
const PYTHON_CELLS: &[&str] = &["time", "timeit", "capture", "prun", "python", "python3"];

/// After a comment that would be read as one otherwise: it is IPython's.
const MARK: &str = "  # IPython";

/// In a block, where a comment alone would be no statement.
const PASS: &str = "pass  # ";

pub(super) fn comment_out(source: &str) -> String {
    if let Some(cell) = other_language(source) {
        return cell
            .split('\n')
            .map(|line| if line.is_empty() { "#".to_owned() } else { format!("# {line}") })
            .collect::<Vec<_>>()
            .join("\n");
    }
    let commented = lines(source).into_iter().map(|line| {
        let indent = line.text.len() - line.text.trim_start().len();
        let (indent, text) = line.text.split_at(indent);
        if is_ipython(&line) {
            let mark = if speaks_for_itself(text) { "" } else { MARK };
            let comment = if indent.is_empty() { "# " } else { PASS };
            format!("{indent}{comment}{text}{mark}")
        } else if looks_undone(text) || is_marker_below(text) {
            format!("{indent}# {text}")
        } else {
            line.text.to_owned()
        }
    });
    commented.collect::<Vec<_>>().join("\n")
}

pub(super) fn undo(source: &str) -> String {
    let uncomment =
        |line: &str| line.strip_prefix("# ").or(line.strip_prefix('#')).unwrap_or(line).to_owned();
    if source.starts_with("# %%") {
        let cell = source.split('\n').map(uncomment).collect::<Vec<_>>().join("\n");
        if other_language(&cell).is_some() {
            return cell;
        }
    }
    source.split('\n').map(undone).collect::<Vec<_>>().join("\n")
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
fn looks_undone(text: &str) -> bool {
    let Some(inside) = text.strip_prefix(PASS).or_else(|| text.strip_prefix("# ")) else { return false };
    inside.ends_with(MARK) || speaks_for_itself(inside) || looks_undone(inside)
}

/// `%magic` and `!command`: hardly any other comment begins so.
fn speaks_for_itself(text: &str) -> bool {
    let name = text.strip_prefix("%%").or_else(|| text.strip_prefix('%')).or_else(|| text.strip_prefix('!'));
    name.is_some_and(|name| name.starts_with(|first: char| first.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn magics_are_comments_in_a_program() {
        for (cell, program) in [
            ("%matplotlib inline\nx = 1", "# %matplotlib inline\nx = 1"),
            ("# %matplotlib inline", "# # %matplotlib inline"),
            ("if a:\n    !ls", "if a:\n    pass  # !ls"),
            ("files = !ls", "# files = !ls  # IPython"),
            ("f?", "# f?  # IPython"),
            ("%%time\nf()", "# %%time\nf()"),
            ("%%bash\nls\n\necho", "# %%bash\n# ls\n#\n# echo"),
            ("x = 1\n# %%\ny = 2", "x = 1\n# # %%\ny = 2"),
            ("# # %% a", "# # # %% a"),
            ("# x  # IPython", "# # x  # IPython"),
            ("%%bash\n \nls", "# %%bash\n#  \n# ls"),
        ] {
            assert_eq!(comment_out(cell), program);
            assert_eq!(undo(program), cell);
        }
    }
}
