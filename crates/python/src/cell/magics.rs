//! IPython's own lines in a cell, as calls of `_kindling_magics`: `%time f()`, `!ls`, `x?`, and `%%` for a whole cell.
//!
//! What it is not: what they do (see `lib/_kindling_magics.py`). Lines stay where they were. Start reading at [`python`].

use std::{borrow::Cow, ops::Range};

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, parse_unchecked};
use ruff_text_size::Ranged;

const MODULE: &str = "__import__('_kindling_magics')";

/// Cell magics whose text is Python, which runs as it would without them.
const PYTHON: [&str; 12] = [
    "capture",
    "debug",
    "heat",
    "lprun",
    "memit",
    "mprun",
    "prun",
    "pyinstrument",
    "scalene",
    "snakeviz",
    "time",
    "wandb",
];

/// Magics that lines may begin with as they are, where that is no Python: `pip install torch`.
const WITHOUT_SIGN: [&str; 42] = [
    "autoreload",
    "cat",
    "cd",
    "conda",
    "config",
    "cp",
    "env",
    "hist",
    "history",
    "less",
    "ll",
    "load_ext",
    "ls",
    "mamba",
    "man",
    "matplotlib",
    "mkdir",
    "more",
    "mv",
    "pdoc",
    "pinfo",
    "pip",
    "precision",
    "prun",
    "psource",
    "pushd",
    "pylab",
    "reload_ext",
    "reset",
    "rm",
    "rmdir",
    "run",
    "set_env",
    "tensorboard",
    "time",
    "timeit",
    "uv",
    "watermark",
    "who",
    "who_ls",
    "whos",
    "xmode",
];

/// Magics that stand alone on a line or before options, which is Python, too: `ls`, `ls -la`. They are meant where the name
/// is no variable.
const ALONE: [&str; 17] = [
    "cd",
    "dhist",
    "dirs",
    "env",
    "hist",
    "history",
    "ll",
    "ls",
    "lsmagic",
    "popd",
    "precision",
    "pwd",
    "reset",
    "tb",
    "who",
    "who_ls",
    "whos",
];

/// The cell with calls in the place of magics, and without prompts and an indent of all its lines; the same text if it
/// has none of these.
pub(crate) fn python(source: &str) -> Cow<'_, str> {
    let with_calls = match as_typed(source) {
        Cow::Borrowed(source) => calls(source),
        Cow::Owned(source) => Cow::Owned(calls(&source).into_owned()),
    };
    match with_choices(&with_calls) {
        Some(text) => Cow::Owned(text),
        None => with_calls,
    }
}

/// The cell with a choice in the place of each line that may be a magic or a variable; none if it has no such line.
fn with_choices(source: &str) -> Option<String> {
    if !source.lines().any(|line| alone(line.trim_end_matches(';').trim_end()).is_some()) {
        return None;
    }
    let module = ruff_python_parser::parse_module(source).ok()?.into_syntax();
    let mut out = source.to_owned();
    for statement in module.body.iter().rev().filter(|statement| statement.is_expr_stmt()) {
        let place = statement.range().start().to_usize()..statement.range().end().to_usize();
        let begins_line = source[..place.start].ends_with('\n') || place.start == 0;
        let text = &source[place.clone()];
        if let Some(name) = alone(text).filter(|_| begins_line) {
            let (name, line) = (literal(name), literal(&format!("%{text}")));
            let choice = format!("({text}) if {MODULE}.is_bound({name}) else {MODULE}.line({line})");
            out.replace_range(place, &choice);
        }
    }
    Some(out)
}

/// The magic that a line consists of, but for options; nobody's names are forgotten for the word `reset` alone.
fn alone(line: &str) -> Option<&str> {
    let (name, rest) = line.split_once(' ').unwrap_or((line, ""));
    let options = rest.strip_prefix('-');
    let has_only_options = options.is_some_and(|letters| letters.chars().all(char::is_alphanumeric));
    let is_whole = rest.is_empty() && name != "reset";
    (ALONE.contains(&name) && (is_whole || has_only_options)).then_some(name)
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
            && rest.starts_with(|next: char| next.is_alphanumeric() || "-./~'\"*$_{[".contains(next))
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
            ("load_ext a\nenv X\nf()", "M.line('%load_ext a')\nM.line('%env X')\nf()"),
            ("rmdir d; f()", "M.line('%rmdir d; f()')"),
            ("ls", "(ls) if M.is_bound('ls') else M.line('%ls')"),
            ("ls -la;\nx = 1", "(ls -la) if M.is_bound('ls') else M.line('%ls -la');\nx = 1"),
            ("!pwd\nwho", "M.line('!pwd')\n(who) if M.is_bound('who') else M.line('%who')"),
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
            "ls = 3",
            "ls - 1",
            "reset",
            "if ls:\n    ls",
            "f(\nls\n)",
        ] {
            assert_eq!(python(cell), cell);
        }
    }
}
