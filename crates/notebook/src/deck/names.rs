//! Which names a cell takes for granted: what it reads of them, and what gives them a value.
//!
//! What it is not: a parser of Python; words and brackets tell enough of it. Start reading at [`Names`].

use crate::python::{Line, lines};

/// Magics of a line or a cell after which Python follows.
const BEFORE_PYTHON: &[&str] = &["time", "timeit", "capture", "prun"];

/// The words and signs of a cell, statement by statement; the insides of strings and comments are left out.
pub(super) struct Names(Vec<Vec<String>>);

impl Names {
    pub(super) fn of(source: &str) -> Names {
        if source.trim_start().strip_prefix("%%").is_some_and(|magic| !is_before_python(magic)) {
            return Names(Vec::new());
        }
        let mut statements = Vec::new();
        let mut statement = Vec::new();
        for line in lines(source) {
            if line.starts {
                statements.extend(clauses(std::mem::take(&mut statement)));
            }
            push_tokens(&mut statement, python_of(&line));
        }
        statements.extend(clauses(statement));
        Names(statements)
    }

    /// True if something gives `name` a value: an import, an assignment, a definition, a loop, a parameter.
    pub(super) fn binds(&self, name: &str, is_module_of_python: bool) -> bool {
        self.0.iter().any(|tokens| {
            let first = tokens.first().map(String::as_str).unwrap_or_default();
            match first {
                "import" => imported(&tokens[1..])
                    .any(|module| alias(module).unwrap_or(module.first().map_or("", String::as_str)) == name),
                "from" => {
                    let at = tokens.iter().position(|token| token == "import").unwrap_or(tokens.len());
                    // What courses import comes along with everything of a module; Python's own modules seldom do.
                    tokens.last().is_some_and(|last| last == "*") && !is_module_of_python
                        || imported(&tokens[at..]).any(|item| item.last().is_some_and(|last| last == name))
                }
                // Matplotlib's magic for plots and arrays.
                "%" if tokens.get(1).is_some_and(|magic| magic == "pylab") => ["np", "plt"].contains(&name),
                _ => (0..tokens.len()).any(|at| tokens[at] == name && gets_value(tokens, at)),
            }
        })
    }

    /// True if something of `name` is read: `name.x`, and of a class also `name(…)` and `class X(name)`.
    pub(super) fn uses(&self, name: &str) -> bool {
        let is_class = name.starts_with(char::is_uppercase) && name.len() > 1;
        self.0.iter().any(|tokens| {
            (0..tokens.len()).filter(|at| tokens[*at] == name && !is_attribute(tokens, *at)).any(|at| {
                let next = tokens.get(at + 1).map(String::as_str).unwrap_or_default();
                let is_base = || tokens[0] == "class" && at > 1;
                next == "." || is_class && (next == "(" && tokens[0] != "class" || is_base())
            })
        })
    }
}

/// The line without what is no Python: shell lines, and magics that no Python follows.
fn python_of<'a>(line: &'a Line) -> &'a str {
    let code = line.code.trim_start();
    let is_foreign = match code.strip_prefix('%') {
        Some(magic) => !is_before_python(magic.trim_start_matches('%')) && !magic.starts_with("pylab"),
        None => code.starts_with('!'),
    };
    if line.starts && is_foreign { "" } else { code }
}

fn is_before_python(magic: &str) -> bool {
    magic.split_whitespace().next().is_some_and(|word| BEFORE_PYTHON.contains(&word))
}

fn is_part_of_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Words, and signs one by one but for those that end in `=`.
fn push_tokens(tokens: &mut Vec<String>, code: &str) {
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if is_part_of_word(first) {
            rest.find(|character| !is_part_of_word(character)).unwrap_or(rest.len())
        } else if "=!<>:+-*/%&|^@".contains(first) && rest[1..].starts_with('=') {
            2
        } else {
            first.len_utf8()
        };
        if first != '\\' {
            tokens.push(rest[..length].to_owned());
        }
        rest = rest[length..].trim_start();
    }
}

/// The statements of a line: what `;` parts, and what stands after the colon of `try: import x`.
fn clauses(tokens: Vec<String>) -> Vec<Vec<String>> {
    let mut clauses = vec![Vec::new()];
    let mut depth = 0_usize;
    for token in tokens {
        depth = depth_after(depth, &token);
        let parts = depth == 0 && (token == ";" || token == ":");
        if let Some(clause) = clauses.last_mut().filter(|_| token != ";") {
            clause.push(token);
        }
        if parts {
            clauses.push(Vec::new());
        }
    }
    clauses.retain(|clause| !clause.is_empty());
    clauses
}

fn depth_after(depth: usize, token: &str) -> usize {
    match token {
        "(" | "[" | "{" => depth + 1,
        ")" | "]" | "}" => depth.saturating_sub(1),
        _ => depth,
    }
}

/// The items after `import`, with or without brackets.
fn imported(tokens: &[String]) -> impl Iterator<Item = &[String]> {
    tokens.split(|token| matches!(token.as_str(), "import" | "," | "(" | ")" | ":"))
}

/// The last word of `x as y`.
fn alias(item: &[String]) -> Option<&str> {
    let at = item.iter().position(|token| token == "as")?;
    item.get(at + 1).map(String::as_str)
}

fn is_attribute(tokens: &[String], at: usize) -> bool {
    at > 0 && tokens[at - 1] == "."
}

/// True if the word at `at` is a target: of an assignment, a loop, `as`, or a parameter.
fn gets_value(tokens: &[String], at: usize) -> bool {
    let previous = if at == 0 { "" } else { tokens[at - 1].as_str() };
    let next = tokens.get(at + 1).map(String::as_str).unwrap_or_default();
    if is_attribute(tokens, at) || matches!(next, "." | "(" | "[") && previous != "def" && previous != "class"
    {
        return false;
    }
    matches!(previous, "def" | "class" | "as" | "global" | "nonlocal")
        || next == ":="
        || is_parameter(tokens, at)
        || is_of_loop(tokens, at)
        || is_assigned(tokens, at)
}

/// In the brackets of `def f(…)`, or after `lambda`: what is neither an annotation nor a default.
fn is_parameter(tokens: &[String], at: usize) -> bool {
    let lambda = tokens[..at].iter().rposition(|token| token == "lambda");
    if lambda.is_some_and(|start| !tokens[start..at].iter().any(|token| token == ":")) {
        return tokens[at - 1] != "=";
    }
    let is_definition = tokens.iter().take(2).any(|token| token == "def");
    is_definition && matches!(tokens[at - 1].as_str(), "(" | "," | "*")
}

/// Between a `for` and its `in`.
fn is_of_loop(tokens: &[String], at: usize) -> bool {
    let begins = tokens[..at].iter().rposition(|token| matches!(token.as_str(), "for" | "in"));
    begins.is_some_and(|start| tokens[start] == "for") && tokens[at..].iter().any(|token| token == "in")
}

/// Before an `=` outside brackets, and in no subscript; or the name of an annotation.
fn is_assigned(tokens: &[String], at: usize) -> bool {
    if at == 0 && tokens.get(1).is_some_and(|next| next == ":") {
        return true;
    }
    let mut depth = 0;
    let last = tokens.iter().rposition(|token| {
        // From the end: what closes a bracket there opens it here.
        depth += i32::from(matches!(token.as_str(), ")" | "]" | "}"));
        depth -= i32::from(matches!(token.as_str(), "(" | "[" | "{"));
        token == "=" && depth == 0
    });
    last.is_some_and(|last| at < last) && !is_in_subscript(tokens, at)
}

/// True in brackets that follow a value: `x[name] = 1`, `f(name)[0] = 1`.
fn is_in_subscript(tokens: &[String], at: usize) -> bool {
    let mut open = Vec::new();
    for index in 0..at {
        match tokens[index].as_str() {
            "(" | "[" | "{" => open.push(index > 0 && ends_value(&tokens[index - 1])),
            ")" | "]" | "}" => drop(open.pop()),
            _ => {}
        }
    }
    open.contains(&true)
}

fn ends_value(token: &str) -> bool {
    matches!(token, ")" | "]") || token.ends_with(is_part_of_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn binds(code: &str, name: &str) -> bool {
        Names::of(code).binds(name, false)
    }

    #[test]
    fn names_are_found_as_words() {
        let uses = |code: &str, name: &str| Names::of(code).uses(name);
        for code in ["x = nn.Linear(1, 1)", "f(\n  nn.Linear\n)", "%time nn.Linear(1, 1)", "%%time\nnn.x"] {
            assert!(uses(code, "nn"), "{code}");
        }
        for code in [
            "x = torch.nn.Linear(1, 1)",
            "inn.x",
            "nn = 3",
            "x = 'nn.Linear' # nn.Linear",
            "!pip install nn.x",
            "%%bash\nnn.x",
        ] {
            assert!(!uses(code, "nn"), "{code}");
        }
        assert!(uses("x = DataLoader(data)", "DataLoader") && uses("class X(Dataset):", "Dataset"));
        assert!(!uses("data.DataLoader(x)", "DataLoader") && !uses("class Dataset(object):", "Dataset"));
        assert!(!uses("F(x)", "F"), "F is no class");
    }

    #[test]
    fn what_binds_a_name() {
        for code in [
            "import torch",
            "  from torch import nn, torch",
            "import math, torch",
            "import torch.nn",
            "import torchy as torch",
            "import x.torch as torch",
            "torch = None",
            "def f(torch):",
            "from mine import *",
            "from x import (\n    nn,\n    torch,\n)",
            "from x import (nn as torch)",
            "from x import nn, \\\n  torch",
            "try: import torch",
            "a = 1; import torch",
            "[torch.x() for torch in all]",
            "for a, torch in x: torch.y()",
            "with open(x) as torch: pass",
            "f = lambda torch: torch.x",
            "def f(\n    a: int = 1,\n    *torch,\n): torch.x",
            "async def torch(): pass",
            "if (torch := f()): pass",
            "torch: Module = load()",
            "a = torch = 3",
            "(a, torch), b = x",
            "class torch: pass",
            "class torch(nn.Module): pass",
        ] {
            assert!(binds(code, "torch"), "{code}");
        }
        for code in [
            "import torchvision\nx = torch.ones(2)",
            "from torch import nn",
            "import torch.nn.functional as F",
            "import math as m, torch as t",
            "x[torch] = 1",
            "f(torch=1)",
            "torch == 1",
            "torch.x = 1",
            "def f(x=torch): pass",
            "class A(torch): pass",
            "for a in torch: pass",
        ] {
            assert!(!binds(code, "torch"), "{code}");
        }
        assert!(binds("%pylab inline", "np"));
        assert!(!Names::of("from mine import *").binds("math", true));
    }
}
