//! Sums of money, which are no formulas: in Marp a formula's last `$` has no digit behind it (`from $3 to $15`).
//!
//! What it is not: a reader of formulas. Start reading at [`marked`].

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, Parser};

use crate::layout::markdown_options;

/// Stands for such a sign, as long as Markdown is read: as long as the sign, so that all else stays in its place.
const MARK: char = '\u{1}';

/// A deck has no more such formulas in one another than so many.
const PASSES: usize = 20;

/// The deck with marks for signs that begin no formula.
pub(super) fn marked(deck: &str) -> Cow<'_, str> {
    let mut out = Cow::Borrowed(deck);
    if deck.contains(MARK) {
        return out;
    }
    for _ in 0..PASSES {
        let places = false_beginnings(&out);
        if places.is_empty() {
            break;
        }
        for place in places {
            out.to_mut().replace_range(place..=place, "\u{1}");
        }
    }
    out
}

fn false_beginnings(deck: &str) -> Vec<usize> {
    if deck.matches('$').count() < 2 {
        return Vec::new();
    }
    let events = Parser::new_ext(deck, markdown_options()).into_offset_iter();
    let places = events.filter_map(|(event, at)| {
        let is_followed = deck[at.end..].starts_with(|next: char| next.is_ascii_digit());
        matches!(event, Event::InlineMath(_)).then_some(at.start).filter(|_| is_followed)
    });
    places.collect()
}

/// Text with the signs again.
pub(crate) fn restored(text: CowStr<'_>) -> CowStr<'_> {
    if text.contains(MARK) { text.replace(MARK, "$").into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_formula_ends_before_a_digit() {
        let shown = |deck: &str| marked(deck).replace(MARK, "§");
        assert_eq!(shown("from $3/$15 to **$20M**, $x$"), "from §3/§15 to **$20M**, $x$");
        assert_eq!(shown("$4.3B（$50B, $1"), "§4.3B（$50B, $1");
        assert_eq!(shown("$x$ and $y$2"), "$x$ and §y$2");
        assert_eq!(shown("`$3/$15` $$x$$"), "`$3/$15` $$x$$");
        assert_eq!(restored("\u{1}3".into()), "$3".into());
    }
}
