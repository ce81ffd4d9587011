//! LaTeX as authors write it, in the commands that pulldown-latex knows.
//!
//! What it is not: a reader of formulas; what stays unknown is shown as it was written (see `prose`). Start reading at
//! [`Macros::rewritten`]. Macros hold for the whole document, from where they are defined.

mod chemistry;
mod colours;
mod columns;
mod commands;
mod marks;
mod operators;
mod standard;
mod text;
mod tokens;

use std::cell::RefCell;
use std::collections::BTreeMap;

use self::colours::Colours;
pub(crate) use self::marks::written;
use self::tokens::{Tokens, argument, depth, joined, optional, skip_space, skip_star, tokens};

/// So many macros may stand in a formula's place of one: those that call themselves end here.
const EXPANSIONS: usize = 1000;

/// Groups in groups beyond this are no formula.
const DEPTH: usize = 100;

/// The macros of a document.
#[derive(Default)]
pub(crate) struct Macros {
    defined: RefCell<BTreeMap<String, Macro>>,
    /// What `\tag` says of a formula with a `\label`.
    tags: RefCell<BTreeMap<String, String>>,
    colours: RefCell<Colours>,
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
        let latex = marks::without(latex).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        let tokens = self.without_definitions(&tokens(&without_comments(&latex)));
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
                "\\newcommand" | "\\renewcommand" | "\\providecommand" | "\\DeclareRobustCommand" => {
                    command(tokens, &mut at)
                }
                "\\DeclareMathOperator" => operator(tokens, &mut at),
                "\\DeclarePairedDelimiter" => paired(tokens, &mut at),
                "\\def" | "\\gdef" | "\\edef" | "\\xdef" => definition(tokens, &mut at),
                "\\let" => alias(tokens, &mut at),
                "\\global" | "\\long" => continue,
                "\\definecolor" => {
                    let mut next = || argument(tokens, &mut at).unwrap_or_default().concat();
                    self.colours.borrow_mut().define(&next(), &next(), &next());
                    continue;
                }
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
            let standard = || standard::of(&token).map(Macro::standard);
            let Some(found) = defined.get(&token).cloned().or_else(standard) else {
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
}

impl Macro {
    fn standard(found: standard::Standard) -> Macro {
        Macro { parameters: found.parameters, default: found.default.map(tokens), body: tokens(found.body) }
    }

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

/// `\DeclarePairedDelimiter{\name}{\lvert}{\rvert}`.
fn paired(tokens: &[String], at: &mut usize) -> Option<(String, Macro)> {
    let mut next = || argument(tokens, at).map(|argument| argument.concat());
    let (name, left, right) = (next()?, next()?, next()?);
    let body = self::tokens::tokens(&format!("\\left{left} #1\\right{right}"));
    Some((name.trim().to_owned(), Macro { parameters: 1, default: None, body }))
}

/// `\let\name=\other`.
fn alias(tokens: &[String], at: &mut usize) -> Option<(String, Macro)> {
    let name = argument(tokens, at)?.concat();
    skip_space(tokens, at);
    *at += usize::from(tokens.get(*at).is_some_and(|token| token == "="));
    let body = argument(tokens, at)?;
    Some((name, Macro { parameters: 0, default: None, body })).filter(|(name, _)| name.starts_with('\\'))
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

/// Without what stands behind percent signs; where nothing does, or brackets do not match, the sign is one.
fn without_comments(latex: &str) -> String {
    latex.split('\n').map(without_comment).collect::<Vec<_>>().join("\n")
}

fn without_comment(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, comment)) = rest.split_once('%') {
        out.push_str(before);
        let is_balanced = comment.matches('{').count() == comment.matches('}').count();
        let is_escaped = before.ends_with('\\');
        if !is_escaped && is_balanced && !comment.trim().is_empty() {
            return out;
        }
        out.push_str(if is_escaped { "%" } else { "\\%" });
        rest = comment;
    }
    out + rest
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
    if !has("\\\\") && !has("&") {
        return tokens;
    }
    let name = if has("&") { "aligned" } else { "gathered" };
    self::tokens::tokens(&format!("\\begin{{{name}}}{}\\end{{{name}}}", joined(&tokens)))
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
        let operator = set(r"\DeclareMathOperator*{\argmin}{arg\,min}\argmin_x");
        assert_eq!(operator, "\\mathop{arg\u{2009}min}\\limits _x");
        macros.rewritten(r"\newcommand{\loop}{\loop\loop}");
        assert_eq!(macros.rewritten(r"\loop"), None);
    }

    #[test]
    fn commands_that_are_written_otherwise() {
        let set = |latex: &str| Macros::default().rewritten(latex).unwrap();
        for (latex, known) in [
            (r"{a \over b}", r"{\frac{a }{ b}}"),
            (r"n \choose k", r"\binom{n }{ k}"),
            (r"n \brack k", r"\left[\genfrac{}{}{0pt}{}{n }{ k}\right]"),
            (r"x \tag{1} \label{a}", r"x \qquad\text{(}\text{1}\text{)} "),
            (r"\bm{x} \nonumber", r"\boldsymbol{x} "),
            (r"a \\", "a"),
            (r"a \\ b", r"\begin{gathered}a \\ b\end{gathered}"),
            (r"a &= b \\ &= c", r"\begin{aligned}a &= b \\ &= c\end{aligned}"),
            (r"\begin{matrix} a \\ b \end{matrix}", r"\begin{matrix} a \\ b \end{matrix}"),
            (r"\begin{array}{@{}l*{2}{c}p{2cm}} a \end{array}", r"\begin{array}{lccl} a \end{array}"),
            (r"\begin{array} a & b \\ c \end{array}", r"\begin{array}{cc}a & b \\ c \end{array}"),
            (r"\begin{aligned}[t] a \end{aligned}", r"\begin{aligned} a \end{aligned}"),
            (r"\matrix{a \cr b}", r"\begin{matrix}a \\ b\end{matrix}"),
            (r"\mbox{if }x", r"\text{if }x"),
            (r"\text{if $x_1$, \textbf{a}}", r"{\text{if }x_1\text{, }\textbf{a}}"),
            (r"\operatorname*{arg\,min}_x", "\\mathop{arg\u{2009}min}\\limits _x"),
            (r"\mathop{\mathbb{E}}_x^y", r"\overset{y}{\underset{x}{{\mathbb{E}}}}"),
            (r"\operatorname{\mathsf{Var}}", r"{\mathsf{Var}}"),
            (r"\sideset{_a}{^b}\sum", r"{}_a\sum\nolimits^b"),
            (r"\color[rgb]{1,0,0} x", r"\color{#ff0000} x"),
            (r"\definecolor{c}{HTML}{00FF00}\textcolor{c}{x}", r"\textcolor{#00FF00}{x}"),
            (r"\left< x \right>", r"\left\langle  x \right\rangle "),
            (r"\let\h=\alpha \h", r" \alpha"),
            (r"\DeclarePairedDelimiter{\size}{\lvert}{\rvert} \size{x}", r" \left\lvert x\right\rvert"),
            (r"\ce{2H2O}", r"{2\mathrm{H}_{2}\mathrm{O}}"),
            (
                r"\ce{SO4^2- ->[a] Fe^3+}",
                r"{\mathrm{SO}_{4}^{2-}\;\overset{\mathrm{a}}{\longrightarrow} \;\mathrm{Fe}^{3+}}",
            ),
            (r"\href{https://example.org}{x}", "{x}"),
            ("x % a comment\ny", "x \ny"),
            (r"5\% 6%", r"5\% 6\%"),
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
            "\\left",
            "\\operatorname",
            "\\sideset",
            "\\root 3",
            "\\buildrel a",
            "\\text{$}",
            "\\ce{^",
            "\\ce{->[",
            "\\begin{array}",
            "\\unicode{x}",
            "\\color[",
            "%{",
        ] {
            let _ = Macros::default().rewritten(latex);
        }
    }
}
