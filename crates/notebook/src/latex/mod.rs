//! LaTeX as authors write it, in the commands that pulldown-latex knows.
//!
//! What it is not: a reader of formulas; what stays unknown is shown as it was written (see `prose`). Start reading at
//! [`Macros::rewritten`]. Macros hold for the whole document, from where they are defined.

mod tokens;

use std::cell::RefCell;
use std::collections::BTreeMap;

use self::tokens::{Tokens, argument, depth, joined, optional, skip_star, tokens};

/// So many macros may stand in a formula's place of one: those that call themselves end here.
const EXPANSIONS: usize = 1000;

/// Groups in groups beyond this are no formula.
const DEPTH: usize = 100;

/// Commands by the names that are known.
const RENAMED: &[(&str, &str)] = &[
    ("\\bm", "\\boldsymbol"),
    ("\\pmb", "\\boldsymbol"),
    ("\\bold", "\\mathbf"),
    ("\\mbox", "\\text"),
    ("\\mathbbm", "\\mathbb"),
    ("\\mathds", "\\mathbb"),
    ("\\mathscr", "\\mathcal"),
    ("\\hdots", "\\ldots"),
    ("\\space", "\\ "),
    ("\\mod", "\\;\\mathrm{mod}\\;"),
];

/// Commands that change nothing that is shown here.
const DROPPED: &[&str] = &[
    "\\nonumber",
    "\\notag",
    "\\hfill",
    "\\tiny",
    "\\scriptsize",
    "\\footnotesize",
    "\\small",
    "\\normalsize",
    "\\large",
    "\\Large",
    "\\LARGE",
    "\\huge",
    "\\Huge",
    "\\allowbreak",
    "\\nobreak",
    "\\noindent",
];

/// The same, with an argument.
const DROPPED_WITH_ARGUMENT: &[&str] = &["\\vspace", "\\require", "\\label"];

/// Commands whose argument is shown as if it stood alone.
const BARE: &[&str] = &["\\ensuremath", "\\smash"];

/// The macros of a document.
#[derive(Default)]
pub(crate) struct Macros {
    defined: RefCell<BTreeMap<String, Macro>>,
    /// What `\tag` says of a formula with a `\label`.
    tags: RefCell<BTreeMap<String, String>>,
}

#[derive(Clone)]
struct Macro {
    parameters: usize,
    /// The first argument, where it may be left out.
    default: Option<Tokens>,
    body: Tokens,
}

impl Macros {
    /// The formula in known commands; `None` if its macros or groups have no end.
    pub(crate) fn rewritten(&self, latex: &str) -> Option<String> {
        let tokens = self.without_definitions(&tokens(latex));
        let tokens = self.expanded(tokens).filter(|tokens| depth(tokens) <= DEPTH)?;
        self.keep_tag(&tokens);
        Some(self.set(&in_lines(tokens)))
    }

    fn without_definitions(&self, tokens: &[String]) -> Tokens {
        let mut out = Tokens::new();
        let mut at = 0;
        while at < tokens.len() {
            let start = at;
            at += 1;
            let defined = match tokens[start].as_str() {
                "\\newcommand" | "\\renewcommand" | "\\providecommand" => command(tokens, &mut at),
                "\\DeclareMathOperator" => operator(tokens, &mut at),
                "\\def" => definition(tokens, &mut at),
                _ => None,
            };
            match defined {
                Some((name, found)) => {
                    self.defined.borrow_mut().insert(name, found);
                }
                None => {
                    out.push(tokens[start].clone());
                    at = start + 1;
                }
            }
        }
        out
    }

    fn expanded(&self, tokens: Tokens) -> Option<Tokens> {
        let defined = self.defined.borrow();
        let mut out = Tokens::new();
        let mut rest = tokens;
        rest.reverse();
        let mut expansions = 0;
        while let Some(token) = rest.pop() {
            let Some(found) = defined.get(&token) else {
                out.push(token);
                continue;
            };
            expansions += 1;
            if expansions > EXPANSIONS || rest.len() > 100 * EXPANSIONS {
                return None;
            }
            rest.reverse();
            let mut at = 0;
            let body = found.applied(&rest, &mut at);
            rest.drain(..at);
            rest.reverse();
            rest.extend(body.into_iter().rev());
        }
        Some(out)
    }

    /// Remembers what a labelled formula is called.
    fn keep_tag(&self, tokens: &[String]) {
        let argument_of = |name: &str| {
            let at = tokens.iter().position(|token| token == name)?;
            Some(argument(tokens, &mut (at + 1))?.concat())
        };
        if let (Some(label), Some(tag)) = (argument_of("\\label"), argument_of("\\tag")) {
            self.tags.borrow_mut().insert(label, tag);
        }
    }

    /// A group's tokens in known commands.
    fn set(&self, tokens: &[String]) -> String {
        if let Some(fraction) = self.infix(tokens) {
            return fraction;
        }
        let mut out = String::new();
        let mut at = 0;
        while at < tokens.len() {
            let token = tokens[at].as_str();
            at += 1;
            let text = self.command(token, tokens, &mut at);
            let ends_in_name = out.rfind('\\').is_some_and(|slash| {
                slash + 1 < out.len() && out[slash + 1..].chars().all(|letter| letter.is_ascii_alphabetic())
            });
            if ends_in_name && text.starts_with(|first: char| first.is_alphanumeric()) {
                out.push(' ');
            }
            out.push_str(&text);
        }
        out
    }

    fn command(&self, token: &str, tokens: &[String], at: &mut usize) -> String {
        if let Some((_, known)) = RENAMED.iter().find(|(name, _)| *name == token) {
            return (*known).to_owned();
        }
        if DROPPED.contains(&token) {
            return String::new();
        }
        if DROPPED_WITH_ARGUMENT.contains(&token) {
            argument(tokens, at);
            return String::new();
        }
        let mut next = || argument(tokens, at).unwrap_or_default();
        match token {
            "{" => {
                *at -= 1;
                format!("{{{}}}", self.set(&argument(tokens, at).unwrap_or_default()))
            }
            // Text stays as it is.
            "\\text" | "\\textrm" | "\\textbf" | "\\textit" | "\\texttt" | "\\begin" | "\\end" => {
                let name = next().concat();
                let name = if name == "eqnarray" || name == "eqnarray*" { "align*" } else { &name };
                format!("{token}{{{name}}}")
            }
            "\\boxed" | "\\fbox" => {
                format!("\\begin{{array}}{{|c|}}\\hline {} \\\\ \\hline\\end{{array}}", self.set(&next()))
            }
            "\\tag" => match next() {
                star if star == ["*"] => format!("\\qquad\\text{{{}}}", next().concat()),
                tag => format!("\\qquad\\text{{({})}}", tag.concat()),
            },
            "\\ref" | "\\eqref" => {
                let label = next().concat();
                let tag = self.tags.borrow().get(&label).cloned().unwrap_or(label);
                if token == "\\ref" { format!("\\text{{{tag}}}") } else { format!("\\text{{({tag})}}") }
            }
            "\\href" => {
                next();
                self.set(&next())
            }
            "\\ce" => format!("\\mathrm{{{}}}", chemistry(&next().concat())),
            bare if BARE.contains(&bare) => format!("{{{}}}", self.set(&next())),
            other => other.to_owned(),
        }
    }

    /// `a \over b` and `n \choose k` in a group of their own.
    fn infix(&self, tokens: &[String]) -> Option<String> {
        let mut depth = 0_usize;
        let at = tokens.iter().position(|token| {
            match token.as_str() {
                "{" | "\\begin" => depth += 1,
                "}" | "\\end" => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && matches!(token.as_str(), "\\over" | "\\choose")
        })?;
        let name = if tokens[at] == "\\over" { "frac" } else { "binom" };
        Some(format!("\\{name}{{{}}}{{{}}}", self.set(&tokens[..at]), self.set(&tokens[at + 1..])))
    }
}

impl Macro {
    /// The body with the arguments that stand at `at`.
    fn applied(&self, tokens: &[String], at: &mut usize) -> Tokens {
        let mut arguments = Vec::new();
        for number in 0..self.parameters {
            let default = self.default.clone().filter(|_| number == 0);
            let given = match default {
                Some(default) => optional(tokens, at).or(Some(default)),
                None => argument(tokens, at),
            };
            arguments.push(given.unwrap_or_default());
        }
        let mut out = Tokens::new();
        let mut body = self.body.iter().peekable();
        while let Some(token) = body.next() {
            let number = body.peek().and_then(|digit| digit.parse::<usize>().ok()).filter(|_| token == "#");
            match number.and_then(|number| arguments.get(number.checked_sub(1)?)) {
                Some(argument) => {
                    body.next();
                    out.extend(argument.iter().cloned());
                }
                None => out.push(token.clone()),
            }
        }
        out
    }
}

/// `\newcommand{\name}[2][default]{body}`.
fn command(tokens: &[String], at: &mut usize) -> Option<(String, Macro)> {
    skip_star(tokens, at);
    let name = argument(tokens, at)?.concat();
    let parameters =
        optional(tokens, at).and_then(|number| number.concat().trim().parse().ok()).unwrap_or_default();
    let default = optional(tokens, at);
    let body = argument(tokens, at)?;
    Some((name.trim().to_owned(), Macro { parameters, default, body }))
        .filter(|(name, _)| name.starts_with('\\'))
}

/// `\DeclareMathOperator*{\name}{words}`.
fn operator(tokens: &[String], at: &mut usize) -> Option<(String, Macro)> {
    let star = if skip_star(tokens, at) { "*" } else { "" };
    let name = argument(tokens, at)?.concat();
    let words = argument(tokens, at)?.concat();
    let body = self::tokens::tokens(&format!("\\operatorname{star}{{{words}}}"));
    Some((name.trim().to_owned(), Macro { parameters: 0, default: None, body }))
}

/// `\def\name#1#2{body}`.
fn definition(tokens: &[String], at: &mut usize) -> Option<(String, Macro)> {
    let name = argument(tokens, at)?.concat();
    let open = tokens[*at..].iter().position(|token| token == "{")?;
    let parameters = tokens[*at..*at + open].iter().filter(|token| *token == "#").count();
    *at += open;
    let body = argument(tokens, at)?;
    Some((name, Macro { parameters, default: None, body })).filter(|(name, _)| name.starts_with('\\'))
}

/// `\\` outside of environments: lines below each other; one at the end is nothing.
fn in_lines(mut tokens: Tokens) -> Tokens {
    while tokens.last().is_some_and(|token| token.trim().is_empty() || token == "\\\\") {
        tokens.pop();
    }
    let mut depth = 0_usize;
    let mut is_outside = |token: &String| {
        match token.as_str() {
            "{" | "\\begin" => depth += 1,
            // The names of environments stand in braces of their own.
            "}" | "\\end" => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    };
    let outside: Vec<bool> = tokens.iter().map(&mut is_outside).collect();
    let has = |sign: &str| tokens.iter().zip(&outside).any(|(token, outside)| *outside && token == sign);
    if !has("\\\\") {
        return tokens;
    }
    let name = if has("&") { "aligned" } else { "gathered" };
    self::tokens::tokens(&format!("\\begin{{{name}}}{}\\end{{{name}}}", joined(&tokens)))
}

/// `2H2 + O2 -> 2H2O`: numbers after an atom are below the line.
fn chemistry(formula: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for character in formula.replace("<=>", "\\rightleftharpoons ").replace("->", "\\rightarrow ").chars() {
        if character.is_ascii_digit() && (before.is_alphabetic() || matches!(before, ')' | ']')) {
            out.push('_');
        }
        out.push(character);
        before = character;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Macros;

    #[test]
    fn macros_hold_for_the_document() {
        let macros = Macros::default();
        let set = |latex: &str| macros.rewritten(latex).unwrap();
        assert_eq!(set(r"\newcommand{\R}{\mathbb{R}}\newcommand\f[2]{#1^{#2}}"), "");
        assert_eq!(set(r"x \in \R"), r"x \in \mathbb{R}");
        assert_eq!(set(r"\f{a}b"), "a^{b}");
        assert_eq!(set(r"\def\g#1{g(#1)} \g x"), " g(x)");
        assert_eq!(set(r"\newcommand{\d}[2][x]{#2_#1} \d[y]{a} \d{b}"), " a_y b_x");
        assert_eq!(set(r"\DeclareMathOperator*{\argmin}{arg\,min}\argmin_x"), r"\operatorname*{arg\,min}_x");
        macros.rewritten(r"\newcommand{\loop}{\loop\loop}");
        assert_eq!(macros.rewritten(r"\loop"), None);
    }

    #[test]
    fn commands_that_are_written_otherwise() {
        let set = |latex: &str| Macros::default().rewritten(latex).unwrap();
        for (latex, known) in [
            (r"{a \over b}", r"{\frac{a }{ b}}"),
            (r"n \choose k", r"\binom{n }{ k}"),
            (r"x \tag{1} \label{a}", r"x \qquad\text{(1)} "),
            (r"\bm{x} \nonumber", r"\boldsymbol{x} "),
            (r"a \\", "a"),
            (r"a \\ b", r"\begin{gathered}a \\ b\end{gathered}"),
            (r"a &= b \\ &= c", r"\begin{aligned}a &= b \\ &= c\end{aligned}"),
            (r"\begin{matrix} a \\ b \end{matrix}", r"\begin{matrix} a \\ b \end{matrix}"),
            (r"\mbox{if }x", r"\text{if }x"),
            (r"\ce{2H2O}", r"\mathrm{2H_2O}"),
            (r"\href{https://example.org}{x}", "x"),
        ] {
            assert_eq!(set(latex), known, "{latex}");
        }
    }

    #[test]
    fn a_reference_is_the_formulas_tag() {
        let macros = Macros::default();
        macros.rewritten(r"x \tag{7}\label{eq:x}");
        assert_eq!(macros.rewritten(r"\eqref{eq:x}").unwrap(), r"\text{(7)}");
    }

    #[test]
    fn nothing_that_is_rewritten_panics() {
        for latex in [
            "",
            "\\",
            "{",
            "}",
            "\\newcommand",
            "\\newcommand{\\a}",
            "\\def\\a",
            "\\tag",
            "\\over",
            "#1",
            "\\begin{",
            "é\\é{é",
        ] {
            let _ = Macros::default().rewritten(latex);
        }
    }
}
