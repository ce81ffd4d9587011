//! Printed text below a cell: its colours, what is folded away of too much, and its end in view while it grows.
//!
//! What it is not: what is kept of it, which the kernel decides. Start reading at [`StreamView`].

use crate::session::outputs::Stream;
use crate::views::ansi;
use crate::words;
use kindling_protocol::{LeftOut, StreamEnd, StreamName, grouped};
use leptos::html::Pre;
use leptos::prelude::*;

/// What comes sooner than this, in milliseconds, is read from its beginning.
const AT_ONCE: f64 = 300.0;
/// Pixels that may be missing at the end of a box that is scrolled there.
const NEARLY: i32 = 4;

#[component]
pub fn StreamView(stream: Stream) -> impl IntoView {
    let Stream { name, text, end } = stream;
    let (class, word) = match name {
        Some(StreamName::Stdout) => ("out stream scroll", "stdout"),
        Some(StreamName::Stderr) => ("out stream stderr scroll", "stderr"),
        None => ("out stream scroll", "both"),
    };
    let host = NodeRef::<Pre>::new();
    let keep_in_place = follow_end(host, &text, &end);
    let shown_end = end.clone();
    let first = move || {
        let goes_on = end.with(Option::is_some);
        text.with(|text| ansi::html(if goes_on { text } else { without_last_end(text) }))
    };
    let rest = move || shown_end.with(|end| end.as_ref().map(end_html).unwrap_or_default());
    view! {
        <pre class=class tabindex="0" data-stream=word node_ref=host on:scroll=move |_| keep_in_place()>
            <span inner_html=first></span>
            <span inner_html=rest></span>
        </pre>
    }
}

fn end_html(end: &StreamEnd) -> String {
    let text = ansi::html(without_last_end(&end.text));
    if end.left_out.is_nothing() {
        return text;
    }
    format!("<span class=\"left-out\" data-left-out>{}\n</span>{text}", left_out(end.left_out))
}

/// What stands in the place of text that is not shown.
fn left_out(what: LeftOut) -> String {
    let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let shown = |number: u64| grouped(number, words::before_three_digits());
    match what.lines {
        0 => words::characters_left_out(count(what.characters), shown(what.characters)),
        lines => words::lines_left_out(count(lines), shown(lines)),
    }
}

/// The next output begins a line anyway.
fn without_last_end(text: &str) -> &str {
    text.strip_suffix('\n').unwrap_or(text)
}

/// Scrolls the box to its end when text comes, unless the reader scrolled away from it. What is returned must hear of
/// each scroll.
fn follow_end(
    host: NodeRef<Pre>,
    text: &ArcRwSignal<String>,
    end: &ArcRwSignal<Option<StreamEnd>>,
) -> impl Fn() + Copy + use<> {
    let began = now();
    let follows = StoredValue::new(true);
    let put = StoredValue::new(0);
    let to_end = move || {
        let Some(Some(host)) = host.try_get_untracked() else { return };
        if follows.get_value() && now() - began > AT_ONCE {
            host.set_scroll_top(host.scroll_height());
            put.set_value(host.scroll_top());
        }
    };
    let (text, end) = (text.clone(), end.clone());
    Effect::new(move |_| {
        text.track();
        end.track();
        request_animation_frame(to_end);
    });
    move || {
        let Some(host) = host.get_untracked() else { return };
        let top = host.scroll_top();
        // Scrolled by the reader, to the end or away from it.
        if (top - put.get_value()).abs() > NEARLY {
            follows.set_value(top + host.client_height() + NEARLY >= host.scroll_height());
        }
    }
}

fn now() -> f64 {
    js_sys::Date::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_counted() {
        assert_eq!(left_out(LeftOut { lines: 1, characters: 2 }), "… 1 line is not shown …");
        assert_eq!(left_out(LeftOut { lines: 0, characters: 2 }), "… 2 characters are not shown …");
        let many = LeftOut { lines: 1_234_056, characters: 9_000_000 };
        assert_eq!(left_out(many), "… 1,234,056 lines are not shown …");
    }

    #[test]
    fn what_is_folded_away_is_said_on_a_line_of_its_own() {
        let left_out = LeftOut { lines: 12, characters: 40 };
        let end = StreamEnd { left_out, text: "a < b\n".to_owned() };
        assert_eq!(
            end_html(&end),
            "<span class=\"left-out\" data-left-out>… 12 lines are not shown …\n</span>a &lt; b"
        );
        assert_eq!(end_html(&StreamEnd { left_out: LeftOut::default(), ..end }), "a &lt; b");
    }
}
