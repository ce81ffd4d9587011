//! `\ce{2H2 + O2 -> 2H2O}`: formulas of chemistry as mhchem writes them, as far as lessons do.
//!
//! What it is not: mhchem's whole grammar. Start reading at [`formula`].

/// Arrows, longest first.
const ARROWS: [(&str, &str); 6] = [
    ("<=>", "\\rightleftharpoons"),
    ("<->", "\\leftrightarrow"),
    ("<-->", "\\leftrightarrows"),
    ("->", "\\longrightarrow"),
    ("<-", "\\longleftarrow"),
    ("=>", "\\Rightarrow"),
];

/// The formula in LaTeX.
pub(super) fn formula(source: &str) -> String {
    let mut out = String::new();
    let mut rest = source.trim();
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        if let Some((arrow, length)) = arrow(rest) {
            out.push_str(&arrow);
            rest = &rest[length..];
            before = ' ';
            continue;
        }
        let is_after_atom = before.is_alphanumeric() || matches!(before, ')' | ']' | '}');
        let (text, length) = match first {
            '0'..='9' if is_after_atom && !before.is_ascii_digit() => {
                let digits = run(rest, |character| character.is_ascii_digit());
                (format!("_{{{digits}}}"), digits.len())
            }
            '^' if !is_after_atom && ends_word(&rest[1..]) => ("\\uparrow ".to_owned(), 1),
            'v' if before == ' ' && ends_word(&rest[1..]) => ("\\downarrow ".to_owned(), 1),
            '^' | '_' => script(first, rest),
            '+' | '-' if is_after_atom && ends_word(&rest[1..]) => (format!("^{{{first}}}"), 1),
            '$' => math(rest),
            '*' | '.' => ("\\cdot ".to_owned(), 1),
            '#' => ("\\equiv ".to_owned(), 1),
            ' ' => ("\\;".to_owned(), 1),
            '{' | '}' | '\\' => (first.to_string(), 1),
            letter if letter.is_alphabetic() => {
                let letters = run(rest, char::is_alphabetic);
                (format!("\\mathrm{{{letters}}}"), letters.len())
            }
            other => (other.to_string(), other.len_utf8()),
        };
        out.push_str(&text);
        before = rest[..length].chars().next_back().unwrap_or(' ');
        rest = &rest[length..];
    }
    out
}

fn run(text: &str, is_part: impl Fn(char) -> bool) -> &str {
    &text[..text.find(|character| !is_part(character)).unwrap_or(text.len())]
}

fn ends_word(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([' ', ')', ']', '}'])
}

/// An arrow with what stands over and under it in square brackets, and how long it is written.
fn arrow(text: &str) -> Option<(String, usize)> {
    let (sign, name) = ARROWS.iter().find(|(sign, _)| text.starts_with(sign))?;
    let mut length = sign.len();
    let mut arrow = (*name).to_owned();
    for position in ["overset", "underset"] {
        let Some(inside) = text[length..].strip_prefix('[').and_then(|rest| rest.split_once(']')) else {
            break;
        };
        let words = if inside.0.contains(['-', '<', '=']) { inside.0.to_owned() } else { formula(inside.0) };
        arrow = format!("\\{position}{{{words}}}{{{arrow}}}");
        length += inside.0.len() + 2;
    }
    Some((format!("{arrow} "), length))
}

/// `^2-` and `_{90}`: all that belongs to it, up to the next letter.
fn script(sign: char, text: &str) -> (String, usize) {
    let inside = &text[1..];
    if let Some((group, _)) = inside.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
        return (format!("{sign}{{{group}}}"), group.len() + 3);
    }
    let digits = run(inside, |character| character.is_ascii_digit() || matches!(character, '+' | '-'));
    (format!("{sign}{{{digits}}}"), 1 + digits.len())
}

fn math(text: &str) -> (String, usize) {
    match text[1..].split_once('$') {
        Some((formula, _)) => (formula.to_owned(), formula.len() + 2),
        None => ("\\$".to_owned(), 1),
    }
}
