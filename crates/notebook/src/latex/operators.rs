//! `\operatorname*{arg\,min}_x` and `\mathop{…}`: names of functions, and what stands above and below them.
//!
//! What it is not: operators with commands of their own, as `\lim`. Start reading at [`Macros::operator`].

use super::tokens::{argument, skip_space};
use super::{Macros, marks};

impl Macros {
    /// The operator behind its command. With `limits`, its scripts stand above and below it.
    pub(super) fn operator(&self, limits: bool, tokens: &[String], at: &mut usize) -> String {
        let inside = argument(tokens, at).unwrap_or_default();
        let has_limits = limits_asked(tokens, at).unwrap_or(limits);
        match name(&inside) {
            Some(name) if has_limits => format!("\\mathop{{{name}}}\\limits "),
            Some(name) => format!("\\operatorname{{{name}}}"),
            None if has_limits => self.with_limits(&format!("{{{}}}", self.set(&inside)), tokens, at),
            None => format!("{{{}}}", self.set(&inside)),
        }
    }

    /// A formula with the scripts that follow above and below it: the library has that for names alone.
    fn with_limits(&self, operator: &str, tokens: &[String], at: &mut usize) -> String {
        let mut out = operator.to_owned();
        for _ in 0..2 {
            skip_space(tokens, at);
            let command = match tokens.get(*at).map(String::as_str) {
                Some("_") => "underset",
                Some("^") => "overset",
                _ => break,
            };
            *at += 1;
            let script = self.set(&argument(tokens, at).unwrap_or_default());
            out = format!("\\{command}{{{script}}}{{{out}}}");
        }
        out
    }
}

/// Takes `\limits` or `\nolimits`, if they come next.
fn limits_asked(tokens: &[String], at: &mut usize) -> Option<bool> {
    let asked = match tokens.get(*at)?.as_str() {
        "\\limits" => true,
        "\\nolimits" => false,
        _ => return None,
    };
    *at += 1;
    Some(asked)
}

/// The operator as a word; `None` if it is a formula of its own.
fn name(tokens: &[String]) -> Option<String> {
    let mut out = String::new();
    let mut at = 0;
    while at < tokens.len() {
        let token = tokens[at].as_str();
        at += 1;
        match token {
            "\\," | "\\ " | "~" | "\\;" | "\\:" => out.push('\u{2009}'),
            "\\!" | "\\rm" => {}
            "\\_" => out.push_str(&marks::sign('_')),
            "\\mathrm" | "\\text" | "\\textrm" | "\\mbox" | "\\textnormal" | "\\mathit" | "\\textit" => {
                out.push_str(&name(&argument(tokens, &mut at)?)?);
            }
            "\\arg" | "\\min" | "\\max" | "\\inf" | "\\sup" | "\\lim" | "\\log" | "\\exp" => {
                out.push_str(&token[1..])
            }
            " " | "{" | "}" => {}
            word if word.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '.')) => {
                out.push_str(word);
            }
            _ => return None,
        }
    }
    (!out.is_empty()).then_some(out)
}
