//! Links below a cell that lead to a line of code: `#line-3-2` is the second line of the cell that ran as the third.
//!
//! What it is not: an address, which names slides (see [`crate::views::place`]). Start reading at [`follow_links`].

use crate::session::Session;
use crate::views::deck::Deck;
use crate::words;
use leptos::prelude::*;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::Element;

const LINKS: &str = "a[href^='#line-']";

/// Goes to the line where such a link is pressed.
pub fn follow_links(session: Session, deck: Deck) {
    window_event_listener(leptos::ev::click, move |event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = pressed.and_then(|element| element.closest(LINKS).ok().flatten());
        let Some((count, line)) = link.and_then(|link| named_line(&link.get_attribute("href")?)) else {
            return;
        };
        event.prevent_default();
        go(session, deck, count, line);
    });
}

/// The number of a run, and a line from 1 on.
fn named_line(address: &str) -> Option<(u32, usize)> {
    let (count, line) = address.strip_prefix("#line-")?.split_once('-')?;
    Some((count.parse().ok()?, line.parse().ok()?))
}

fn go(session: Session, deck: Deck, count: u32, line: usize) {
    let mut cells = session.code_cells().into_iter();
    let Some(cell) = cells.find(|cell| cell.execution_count.get_untracked() == Some(count)) else {
        return session.tell(&words::line_is_gone(count), []);
    };
    deck.show_cell(session, cell.index);
    cell.point_at(cell.source.with_untracked(|source| span(source, line)));
}

/// The bytes of a line, without its end; the text's end where there is no such line.
fn span(source: &str, line: usize) -> Range<usize> {
    let start: usize = source.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    start..source[start..].find('\n').map_or(source.len(), |length| start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_names_a_run_and_a_line() {
        assert_eq!(named_line("#line-3-2"), Some((3, 2)));
        assert_eq!(named_line("#slide-3"), None);
        assert_eq!(named_line("#line-3"), None);
    }

    #[test]
    fn a_line_is_without_its_end() {
        assert_eq!(span("a = 1\nb = 2\n", 1), 0..5);
        assert_eq!(span("a = 1\nb = 2\n", 2), 6..11);
        assert_eq!(span("a = 1", 7), 5..5);
    }
}
