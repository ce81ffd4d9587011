//! Compares what a deck says a cell prints with what it printed.
//!
//! What it is not: a line diff; lectures fold and shorten output. Start reading at [`difference`].

use serde::{Deserialize, Serialize};

/// Where printed text first departs from the expected: the words that follow in each, white space folded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    pub expected: String,
    pub printed: String,
}

/// How many characters of context a [`Difference`] shows.
const CONTEXT: usize = 60;

/// True if `printed` is what `expected` says: white space is folded, and `...` (or `...,`) stands for anything.
pub fn matches_expected(expected: &str, printed: &str) -> bool {
    difference(expected, printed).is_none()
}

/// The first place where `printed` is not what `expected` says; `None` if they agree.
pub fn difference(expected: &str, printed: &str) -> Option<Difference> {
    let printed = fold(printed);
    let expected = fold(expected).replace("...,", "...");
    let pieces: Vec<&str> = expected.split("...").map(str::trim).collect();
    let (first, rest) = pieces.split_first()?;
    let Some(after) = printed.strip_prefix(first) else { return Some(departure(first, &printed)) };
    let Some((last, middle)) = rest.split_last() else {
        return (!after.is_empty()).then(|| departure("", after));
    };
    let mut left = after;
    for piece in middle {
        match left.split_once(piece) {
            Some((_, after)) => left = after,
            None => return Some(nearest_departure(piece, left)),
        }
    }
    (!left.ends_with(last)).then(|| nearest_departure(last, left))
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Skips what the two have in common at their start, back to the start of a word.
fn departure(expected: &str, printed: &str) -> Difference {
    let common = expected.char_indices().zip(printed.chars()).find(|((_, a), b)| a != b);
    let common = common.map_or(expected.len().min(printed.len()), |((index, _), _)| index);
    let word = expected[..common].rfind(' ').map_or(0, |space| space + 1);
    let show = |text: &str| text[word..].chars().take(CONTEXT).collect();
    Difference { expected: show(expected), printed: show(printed) }
}

/// After an ellipsis: shows the place where the piece agrees furthest.
fn nearest_departure(piece: &str, printed: &str) -> Difference {
    let agreeing =
        |start: &usize| piece.chars().zip(printed[*start..].chars()).take_while(|(a, b)| a == b).count();
    let starts = printed.char_indices().map(|(index, _)| index);
    let best = starts.rev().max_by_key(agreeing).unwrap_or_default();
    departure(piece, &printed[best..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_folded() {
        assert!(matches_expected("tensor([[0.1],\n  [0.2]])", "tensor([[0.1],\n        [0.2]])\n"));
        assert!(matches_expected("", "\n"));
        assert!(!matches_expected("", "1"));
        assert!(!matches_expected("1", ""));
    }

    #[test]
    fn an_ellipsis_stands_for_anything() {
        let printed = "tensor([[0.0000],\n        [0.0200],\n        [0.0400],\n        [0.0600]])";
        assert!(matches_expected("tensor([[0.0000],\n    ...,\n    [0.0600]])", printed));
        assert!(matches_expected("tensor([[0.0000],\n ...", printed));
        assert!(matches_expected("... [0.0200], ... [0.0600]])", printed));
        assert!(!matches_expected("tensor([[0.0000], ..., [0.0700]])", printed));
        assert!(!matches_expected("[0.0600] ... [0.0000]", printed));
        assert!(matches_expected("...", printed));
    }

    #[test]
    fn the_difference_starts_at_the_word_that_departs() {
        let found = difference("loss: 0.3129 after 0 epochs", "loss: 0.3128 after 0 epochs");
        let expected =
            Difference { expected: "0.3129 after 0 epochs".into(), printed: "0.3128 after 0 epochs".into() };
        assert_eq!(found, Some(expected));
        let found = difference("a ... loss 0.5", "a b c loss 0.6").unwrap();
        assert_eq!((found.expected.as_str(), found.printed.as_str()), ("0.5", "0.6"));
        assert_eq!(difference("one", "one two").unwrap().printed, " two");
    }
}
