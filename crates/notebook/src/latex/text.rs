//! Text in formulas: `\text{if $x > 0$, 50\%}`, with formulas and commands in it.
//!
//! What it is not: what the formulas in it mean (see `commands`). Start reading at [`pieces`].

use super::marks;
use super::tokens::{Tokens, argument};

/// Text, or a formula in it.
#[derive(Debug, PartialEq)]
pub(super) enum Piece {
    Text(String),
    Formula(Tokens),
}

const SPACES: &[(&str, &str)] = &[
    ("~", "\u{a0}"),
    ("\\ ", "\u{a0}"),
    ("\\,", "\u{2009}"),
    ("\\:", "\u{2005}"),
    ("\\;", "\u{2004}"),
    ("\\!", ""),
    ("\\quad", "\u{2003}"),
    ("\\qquad", "\u{2003}\u{2003}"),
    ("\\\\", " "),
    ("\\newline", " "),
];

/// Commands that change nothing that is shown here.
const DROPPED: &[&str] =
    &["\\small", "\\tiny", "\\large", "\\footnotesize", "\\scriptsize", "\\normalsize", "\\rm"];

/// The pieces of a text, in order.
pub(super) fn pieces(tokens: &[String]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut at = 0;
    while at < tokens.len() {
        let token = tokens[at].as_str();
        at += 1;
        if let Some((_, space)) = SPACES.iter().find(|(name, _)| *name == token) {
            text.push_str(space);
        } else if let Some(sign) = escaped(token) {
            text.push_str(&marks::sign(sign));
        } else if DROPPED.contains(&token) {
            at += usize::from(tokens.get(at).is_some_and(|next| next == " "));
        } else if let Some(formula) = formula(token, tokens, &mut at) {
            pieces.push(Piece::Text(std::mem::take(&mut text)));
            pieces.push(Piece::Formula(formula));
        } else if !matches!(token, "{" | "}") {
            text.push_str(token);
        }
    }
    pieces.push(Piece::Text(text));
    for piece in &mut pieces {
        if let Piece::Text(text) = piece {
            *text = with_dashes_and_quotes(text);
        }
    }
    pieces.retain(|piece| !matches!(piece, Piece::Text(text) if text.is_empty()));
    pieces
}

/// A sign that stands for itself behind a backslash, or a percent sign, which begins no comment in text.
fn escaped(token: &str) -> Option<char> {
    let sign = token.strip_prefix('\\').unwrap_or(token);
    let is_escaped = token.len() == 2 && matches!(sign, "%" | "_" | "#" | "$" | "&" | "{" | "}");
    (is_escaped || token == "%").then(|| sign.chars().next()).flatten()
}

/// `$x$`, `\(x\)`, `\alpha`, `\textbf{x}`: what is no text, from the token that begins it.
fn formula(token: &str, tokens: &[String], at: &mut usize) -> Option<Tokens> {
    let end = match token {
        "$" => "$",
        "\\(" => "\\)",
        name if name.len() > 1 && name.starts_with('\\') => {
            let mut formula = vec![name.to_owned()];
            if tokens.get(*at).is_some_and(|next| next == "{") {
                let inside = argument(tokens, at).unwrap_or_default();
                formula.extend(std::iter::once("{".to_owned()).chain(inside).chain(["}".to_owned()]));
            }
            return Some(formula);
        }
        _ => return None,
    };
    let length = tokens[*at..].iter().position(|token| token == end)?;
    let inside = tokens[*at..*at + length].to_vec();
    *at += length + 1;
    Some(inside)
}

fn with_dashes_and_quotes(text: &str) -> String {
    text.replace("---", "—")
        .replace("--", "–")
        .replace("``", "“")
        .replace("''", "”")
        .replace('`', "‘")
        .replace('\'', "’")
}
