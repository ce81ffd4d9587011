//! LaTeX in pieces: commands, braces and characters, and the arguments made of them.
//!
//! What it is not: what commands mean (see [`super::Macros`]). Start reading at [`tokens`].

/// A formula's commands (`\name`), braces and characters.
pub(super) type Tokens = Vec<String>;

pub(super) fn tokens(latex: &str) -> Tokens {
    let mut tokens = Tokens::new();
    let mut rest = latex;
    while let Some(first) = rest.chars().next() {
        let letters = rest[first.len_utf8()..].find(|letter: char| !letter.is_ascii_alphabetic());
        let letters = letters.unwrap_or(rest.len() - first.len_utf8());
        let length = match (first, letters) {
            ('\\', 0) => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            ('\\', letters) => 1 + letters,
            _ => first.len_utf8(),
        };
        tokens.push(rest[..length].to_owned());
        rest = &rest[length..];
    }
    tokens
}

pub(super) fn skip_space(tokens: &[String], at: &mut usize) {
    while tokens.get(*at).is_some_and(|token| token.trim().is_empty()) {
        *at += 1;
    }
}

/// A group without its braces, or one token.
pub(super) fn argument(tokens: &[String], at: &mut usize) -> Option<Tokens> {
    skip_space(tokens, at);
    let first = tokens.get(*at)?;
    if first != "{" {
        *at += 1;
        return Some(vec![first.clone()]);
    }
    let mut depth = 0_usize;
    let length = tokens[*at..].iter().position(|token| {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    let end = length.map_or(tokens.len(), |length| *at + length);
    let group = tokens[*at + 1..end].to_vec();
    *at = (end + 1).min(tokens.len());
    Some(group)
}

/// What stands in square brackets, if they come next.
pub(super) fn optional(tokens: &[String], at: &mut usize) -> Option<Tokens> {
    skip_space(tokens, at);
    tokens.get(*at).filter(|token| *token == "[")?;
    let length = tokens[*at..].iter().position(|token| token == "]")?;
    let inside = tokens[*at + 1..*at + length].to_vec();
    *at += length + 1;
    Some(inside)
}

pub(super) fn skip_star(tokens: &[String], at: &mut usize) -> bool {
    skip_space(tokens, at);
    let has_star = tokens.get(*at).is_some_and(|token| token == "*");
    *at += usize::from(has_star);
    has_star
}

/// Tokens as text that reads as the same tokens.
pub(super) fn joined(tokens: &[String]) -> String {
    let mut out = String::new();
    for pair in tokens.windows(2) {
        out.push_str(&pair[0]);
        let is_name = pair[0].len() > 1 && pair[0].ends_with(|letter: char| letter.is_ascii_alphabetic());
        if is_name && pair[1].starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            out.push(' ');
        }
    }
    out.push_str(tokens.last().map_or("", String::as_str));
    out
}

/// How many groups stand in each other at most.
pub(super) fn depth(tokens: &[String]) -> usize {
    let mut open = 0_usize;
    let mut most = 0;
    for token in tokens {
        match token.as_str() {
            "{" => open += 1,
            "}" => open = open.saturating_sub(1),
            _ => {}
        }
        most = most.max(open);
    }
    most
}
