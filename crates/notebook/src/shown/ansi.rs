//! Text with the colours that terminals know, as HTML.
//!
//! What it is not: how colours are read (`crate::ansi`). Start reading at [`html`].

use crate::{
    ansi::{Colour, Pen, runs},
    sanitise::escape,
};

const ESCAPE: char = '\u{1b}';

/// Text in spans, its carriage returns going back to the head of their lines. Colours are the classes `ansi-0` to
/// `ansi-15`, or `rgb(…)`.
pub(super) fn html(text: &str) -> String {
    let text = without_letters(&overwritten(text));
    runs(&text).map(|(pen, words)| span(pen, words)).collect()
}

/// What is left of each line after its last carriage return that something follows.
fn overwritten(text: &str) -> String {
    let line = |line: &str| {
        let line = line.trim_end_matches('\r');
        line.rsplit('\r').next().unwrap_or(line).to_owned()
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Without the escapes of one letter, and these.
fn without_letters(text: &str) -> String {
    let mut pieces = text.split(ESCAPE);
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        if piece.starts_with('[') {
            kept.push(ESCAPE);
            kept.push_str(piece);
        } else {
            kept.push_str(piece.get(1..).unwrap_or_default());
        }
    }
    kept
}

fn span(pen: Pen, text: &str) -> String {
    let text = escape(text);
    // How dim text is, is left to who reads it.
    if (Pen { dim: false, ..pen }) == Pen::default() {
        return text;
    }
    let (ink, ground) = pen.colours();
    let mut classes = Vec::new();
    let mut style = String::new();
    for (colour, class, property) in [(ink, "ansi", "color"), (ground, "ansi-on", "background-color")] {
        match colour {
            Some(Colour::Named(number)) => classes.push(format!("{class}-{number}")),
            Some(Colour::Mixed(red, green, blue)) => {
                style.push_str(&format!("{property}:rgb({red},{green},{blue});"));
            }
            None => {}
        }
    }
    let flags = [
        (pen.bold, "ansi-bold"),
        (pen.italic, "ansi-italic"),
        (pen.underlined, "ansi-underlined"),
        (pen.swapped, "ansi-inverse"),
    ];
    classes.extend(flags.into_iter().filter(|(is_set, _)| *is_set).map(|(_, class)| class.to_owned()));
    let class = if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) };
    let style = if style.is_empty() { style } else { format!(" style=\"{style}\"") };
    format!("<span{class}{style}>{text}</span>")
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn colours_become_spans() {
        for (text, shown) in [
            ("plain <b>", "plain &lt;b&gt;"),
            ("\u{1b}[31mred\u{1b}[0m.", "<span class=\"ansi-1\">red</span>."),
            ("\u{1b}[1;92mgo", "<span class=\"ansi-10 ansi-bold\">go</span>"),
            ("\u{1b}[38;5;196mx", "<span style=\"color:rgb(255,0,0);\">x</span>"),
            ("\u{1b}[48;2;1;2;3mx", "<span style=\"background-color:rgb(1,2,3);\">x</span>"),
            (
                "\u{1b}[7;34mx\u{1b}[27my",
                "<span class=\"ansi-on-4 ansi-inverse\">x</span><span class=\"ansi-4\">y</span>",
            ),
            ("\u{1b}[2Kgone\u{1b}[", "gone"),
            ("10 %\r20 %\r\ndone", "20 %\ndone"),
        ] {
            assert_eq!(html(text), shown, "{text:?}");
        }
    }
}
