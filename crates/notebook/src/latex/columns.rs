//! The columns of an array: `{@{}l|*{3}{c}p{2cm}@{}}` in the letters that the library knows.
//!
//! What it is not: the array's cells. Start reading at [`known`].

use super::tokens::argument;

/// So many columns has no array that is to be read.
const MOST: usize = 64;

/// `l`, `c`, `r` and lines between them.
pub(super) fn known(tokens: &[String]) -> String {
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
