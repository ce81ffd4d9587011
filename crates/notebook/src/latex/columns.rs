//! The columns of an array: `{@{}l|*{3}{c}p{2cm}@{}}` in the letters that the library knows.
//!
//! What it is not: the array's cells. Start reading at [`given`].

use super::tokens::{argument, skip_space};

/// So many columns has no array that is to be read.
const MOST: usize = 64;

/// The columns that stand at the beginning of an array; where none do, as many as its longest row has cells.
pub(super) fn given(tokens: &[String], at: &mut usize) -> String {
    skip_space(tokens, at);
    if tokens.get(*at).is_some_and(|token| token == "{") {
        return known(&argument(tokens, at).unwrap_or_default());
    }
    let mut depth = 1_usize;
    let inside = tokens[*at..].iter().take_while(|token| {
        match token.as_str() {
            "\\begin" => depth += 1,
            "\\end" => depth -= 1,
            _ => {}
        }
        depth > 0
    });
    let (mut cells, mut most) = (1, 1);
    for token in inside {
        match token.as_str() {
            "&" => cells += 1,
            "\\\\" => cells = 1,
            _ => {}
        }
        most = most.max(cells);
    }
    "c".repeat(most.min(MOST))
}

/// `l`, `c`, `r` and lines between them.
fn known(tokens: &[String]) -> String {
    let mut out = String::new();
    let mut at = 0;
    while at < tokens.len() && out.len() < MOST {
        let token = tokens[at].as_str();
        at += 1;
        match token {
            // What stands between columns, and what is done to their cells.
            "@" | "!" | ">" | "<" => drop(argument(tokens, &mut at)),
            "p" | "m" | "b" | "w" => {
                argument(tokens, &mut at);
                out.push('l');
            }
            "*" => {
                let count = argument(tokens, &mut at).unwrap_or_default().concat();
                let columns = known(&argument(tokens, &mut at).unwrap_or_default());
                out.push_str(&columns.repeat(count.trim().parse::<usize>().unwrap_or(1).min(MOST)));
            }
            "l" | "c" | "r" | "|" | ":" => out.push_str(token),
            "L" => out.push('l'),
            "R" => out.push('r'),
            letter if letter.starts_with(|first: char| first.is_ascii_alphabetic()) => out.push('c'),
            _ => {}
        }
    }
    out
}
