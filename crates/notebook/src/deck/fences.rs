//! Which fences are cells, by what stands after their ticks, and what of their text is code.
//!
//! What it is not: where cells go (see `reader`). Start reading at [`PythonFence`].

use serde_json::{Value, json};

use super::yaml;
use crate::model::{Fence, Fields};
use crate::percent::fields_of;

/// A fence that is a cell: what its info string says, and `{setup}` or `{cell}` in it.
pub(crate) struct PythonFence {
    pub(crate) setup: bool,
    /// Code as it stands: no continuation, though it starts indented, and no options or prompts.
    pub(crate) is_cell: bool,
    /// Only if it shows prompts (`>>> `).
    is_console: bool,
    /// As MyST has it, with options between two `---`.
    is_myst: bool,
    /// What stands after its language, as an `.ipynb`'s cell has it.
    fields: Fields,
}

impl PythonFence {
    /// `None` for other languages, and for what is shown and not run: `python {text}`, jupytext's `active="md"`.
    pub(crate) fn of(info: &str) -> Option<PythonFence> {
        let language = language(info);
        let is_console = match language.as_str() {
            "python" | "py" | "py3" | "ipython" | "ipython3" | "pyodide" | "pyodide-python" => false,
            "jupyter-execute" | "python3" => false,
            _ if language.strip_prefix("python3.").is_some_and(is_number) => false,
            "pycon" | "python-repl" | "python-console" => true,
            _ => return None,
        };
        let is_text = ["{text}", "active=\"md\"", ".noeval"].iter().any(|mark| info.contains(mark));
        (!is_text).then(|| PythonFence {
            setup: info.contains("{setup}"),
            is_cell: info.contains("{cell}"),
            is_console,
            is_myst: info.trim_start().starts_with("{code-cell}"),
            fields: if info.contains('{') && !info.contains('=') { Fields::new() } else { fields_of(info) },
        })
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|digit| digit.is_ascii_digit())
}

/// The language as Marp, Quarto, MyST, Pandoc and jupytext write it, in small letters.
fn language(info: &str) -> String {
    let info = info.trim();
    let word = match info.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
        Some((inside, after)) => match inside.trim().split([' ', ',', '\t']).next().unwrap_or_default() {
            "code-cell" if after.trim().is_empty() => "python",
            "code-cell" => after.trim(),
            word => word.trim_start_matches(['.', '=']),
        },
        None => info,
    };
    word.split([' ', '\t', '{', ',', ':']).next().unwrap_or_default().to_ascii_lowercase()
}

/// The name of what would draw a fence's text, which Kindling does not.
pub(crate) fn diagram(info: &str) -> Option<&'static str> {
    match language(info).as_str() {
        "mermaid" => Some("Mermaid"),
        "dot" | "graphviz" => Some("Graphviz"),
        "plantuml" | "puml" => Some("PlantUML"),
        _ => None,
    }
}

/// What a fence says: the code, and the output that it shows after its prompts.
#[derive(Debug, PartialEq)]
pub(crate) struct Content {
    pub(crate) fence: Fence,
    pub(crate) expected: Option<String>,
    /// What the fence says of the cell, as an `.ipynb`'s cell has it.
    pub(crate) fields: Fields,
    /// Quarto is to hide the code.
    pub(crate) is_hidden: bool,
}

/// Reads a fence; `written` is all of it in the deck, `code` the text in it without the indentation of a list.
/// `None` for a console that shows no prompt, and for code that Quarto is not to run.
pub(crate) fn content(fence: &PythonFence, written: &str, code: &str) -> Option<Content> {
    let options = if fence.is_cell { 0 } else { options(code, fence.is_myst) };
    let mut fields = fence.fields.clone();
    add_options(&mut fields, &code[..start_of_line(code, options)]);
    let (before, rest) = written.split_at(start_of_line(written, 1 + options));
    let (inside, after) = rest.split_at(start_of_closing(rest));
    let code = &code[start_of_line(code, options)..];
    let code = code.strip_suffix('\n').unwrap_or(code);
    let quarto = of_quarto(code);
    let says = |name: &str, value: bool| quarto.get(name).is_some_and(|said| *said == value);
    if says("eval", false) {
        return None;
    }
    let is_hidden = says("echo", false) || says("include", false) || says("code-fold", true);
    let (code, expected) = match prompts(code).filter(|_| !fence.is_cell) {
        Some((code, expected)) => (code, expected),
        None if fence.is_console => return None,
        None => (code.to_owned(), None),
    };
    let fence = Fence { before: before.to_owned(), inside: inside.to_owned(), after: after.to_owned(), code };
    Some(Content { fence, expected, fields, is_hidden })
}

/// True for code that a fence holds as it stands only if it says so: what is indented, options, prompts.
pub(crate) fn needs_mark(code: &str) -> bool {
    let first = code.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    first.starts_with([' ', '\t']) || first.starts_with(">>>") || options(code, true) > 0
}

/// How many lines MyST has before the code: `:tags: [hide-input]` and a blank one, or YAML between two `---`.
fn options(code: &str, in_yaml: bool) -> usize {
    if in_yaml && code.lines().next().is_some_and(|line| line.trim_end() == "---") {
        return code.lines().skip(1).position(|line| line.trim_end() == "---").map_or(0, |end| end + 2);
    }
    let options = code.lines().take_while(|line| is_option(line)).count();
    let blank = options > 0 && code.lines().nth(options).is_some_and(|line| line.trim().is_empty());
    options + usize::from(blank)
}

/// `:name: value`, as MyST's directives have it.
pub(super) fn is_option(line: &str) -> bool {
    let name = line.strip_prefix(':').and_then(|rest| rest.split_once(':')).map(|(name, _)| name);
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "_-".contains(letter);
    name.is_some_and(|name| !name.is_empty() && name.chars().all(is_part))
}

/// Adds what the lines of options say to the cell's metadata.
fn add_options(fields: &mut Fields, lines: &str) {
    let lines = lines.lines().filter(|line| line.trim_end() != "---");
    let text: Vec<&str> = lines.map(|line| line.strip_prefix(':').unwrap_or(line)).collect();
    let Some(Value::Object(options)) = yaml::read(&text.join("\n")).map(|value| value.json()) else { return };
    if let Value::Object(metadata) = fields.entry("metadata").or_insert_with(|| json!({})) {
        metadata.extend(options);
    }
}

/// Quarto's options: `#| eval: false`.
fn of_quarto(code: &str) -> Fields {
    let lines: Vec<&str> = code.lines().map_while(|line| line.strip_prefix("#|")).collect();
    match yaml::read(&lines.join("\n")).map(|value| value.json()) {
        Some(Value::Object(options)) => options,
        _ => Fields::new(),
    }
}

/// Where the line of that number, counted from 0, starts.
fn start_of_line(text: &str, number: usize) -> usize {
    text.split_inclusive('\n').take(number).map(str::len).sum()
}

/// Where the last line starts, if it closes the fence.
fn start_of_closing(rest: &str) -> usize {
    let start = rest.trim_end_matches('\n').rfind('\n').map_or(0, |end| end + 1);
    let line = rest[start..].trim_matches([' ', '\t', '>', '\n']);
    let closes = |tick: char| line.len() >= 3 && line.chars().all(|character| character == tick);
    if closes('`') || closes('~') { start } else { rest.len() }
}

/// Code after `>>> ` and `... `, and what the console printed; `None` if the first line has no prompt.
///
/// A cell echoes its last value only: where an earlier line shows one too, nothing is expected.
fn prompts(code: &str) -> Option<(String, Option<String>)> {
    let first = code.lines().find(|line| !line.trim().is_empty())?;
    if !first.starts_with(">>>") {
        return None;
    }
    let (mut source, mut output, mut echoes_before) = (Vec::new(), Vec::new(), false);
    let mut prints = true;
    for line in code.lines() {
        if let Some(statement) = line.strip_prefix(">>>") {
            echoes_before |= !output.is_empty() && !prints;
            source.push(statement.strip_prefix(' ').unwrap_or(statement));
            prints = statement.contains("print(");
        } else if let Some(more) = line.strip_prefix("...") {
            source.push(more.strip_prefix(' ').unwrap_or(more));
            prints |= more.contains("print(");
        } else if !line.trim().is_empty() {
            output.push(line);
        }
    }
    let expected = (!output.is_empty() && !echoes_before).then(|| output.join("\n"));
    Some((source.join("\n"), expected))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn python_however_it_is_named() {
        for info in [
            "python",
            " python ",
            "py",
            "Python3",
            "py3",
            "ipython3",
            "python {.line-numbers}",
            "python{1,3}",
            "python:train.py",
            "python title=\"a.py\"",
            "{python}",
            "{python, echo=FALSE}",
            "{.python}",
            "{.python .numberLines}",
            "python {.marimo}",
            "{code-cell}",
            "{code-cell} ipython3",
            "pycon",
            "python3.9",
            "{pyodide}",
        ] {
            assert!(PythonFence::of(info).is_some(), "{info}");
        }
        for info in [
            "",
            "text",
            "python {text}",
            "python .noeval",
            "python3.x",
            "bash",
            "{r}",
            "{note}",
            "{code-cell} julia",
            "jsx",
        ] {
            assert!(PythonFence::of(info).is_none(), "{info}");
        }
    }

    fn read(info: &str, written: &str, code: &str) -> Content {
        content(&PythonFence::of(info).unwrap(), written, code).unwrap()
    }

    #[test]
    fn options_are_no_code() {
        let written = "```{code-cell}\n:tags: [hide-input]\n\nimport math\n```";
        let content = read("{code-cell}", written, ":tags: [hide-input]\n\nimport math\n");
        assert_eq!(content.fence.before, "```{code-cell}\n:tags: [hide-input]\n\n");
        assert_eq!((content.fence.inside.as_str(), content.fence.after.as_str()), ("import math\n", "```"));
        assert_eq!(content.fence.code, "import math");
    }

    #[test]
    fn options_are_metadata() {
        let yaml = "---\ntags: [x]\njupyter:\n  source_hidden: true\n---\n";
        let content = read("{code-cell}", &format!("```{{code-cell}}\n{yaml}1\n```"), &format!("{yaml}1\n"));
        assert_eq!(content.fence.code, "1");
        assert_eq!(
            content.fields["metadata"],
            json!({ "tags": ["x"], "jupyter": { "source_hidden": true } })
        );
        let content = read("{code-cell}", "```{code-cell}\n:tags: [a, b]\n1\n```", ":tags: [a, b]\n1\n");
        assert_eq!(content.fields["metadata"], json!({ "tags": ["a", "b"] }));
        assert_eq!(
            read("python tags=[\"a\"]", "```\n1\n```", "1\n").fields["metadata"]["tags"],
            json!(["a"])
        );
        assert_eq!(read("python {1,3}", "```\n1\n```", "1\n").fields, Fields::new());
    }

    #[test]
    fn options_of_quarto() {
        let content_of = |code: &str| {
            content(&PythonFence::of("{python}").unwrap(), &format!("```{{python}}\n{code}```"), code)
        };
        assert!(content_of("#| eval: false\n1\n").is_none());
        let hidden = content_of("#| echo: false\n#| label: fig-a\n1\n").unwrap();
        assert!(hidden.is_hidden && hidden.fence.code.ends_with("fig-a\n1"));
        assert!(!content_of("#| label: x\n1\n").unwrap().is_hidden);
    }

    #[test]
    fn prompts_are_no_code() {
        let code = ">>> for i in range(2):\n...     print(i)\n0\n1\n>>> i\n1\n";
        let content = read("pycon", &format!("```pycon\n{code}```"), code);
        assert_eq!(content.fence.code, "for i in range(2):\n    print(i)\ni");
        assert_eq!(content.expected.as_deref(), Some("0\n1\n1"));
        assert_eq!(read("py", "```py\n>>> 1\n1\n>>> 2\n2\n```", ">>> 1\n1\n>>> 2\n2\n").expected, None);
        assert!(content_of_console("print(1)\n").is_none());
    }

    fn content_of_console(code: &str) -> Option<Content> {
        content(&PythonFence::of("pycon")?, &format!("```pycon\n{code}```"), code)
    }
}
