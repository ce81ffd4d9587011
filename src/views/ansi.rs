//! Text with the colours that terminals know by escape sequences, as HTML.
//!
//! What it is not: how they are read (`kindling_notebook::ansi`). Start reading at [`html`].

use std::fmt::Write;

use kindling_notebook::{
    ansi::{Colour, Pen, runs},
    escape,
};

/// More changes of colour than a page can hold lightly: what follows is plain.
const MOST_SPANS: usize = 2000;
/// The page has eight colours of a name; bright ones are as the others.
const NAMED: u8 = 8;

/// Text as HTML, with spans where it has colours.
pub fn html(text: &str) -> String {
    let mut html = String::new();
    let mut spans = 0;
    for (pen, words) in runs(text) {
        spans += usize::from(pen != Pen::default());
        if pen == Pen::default() || spans > MOST_SPANS {
            html.push_str(&escape(words));
        } else {
            let _ = write!(html, "<span {}>{}</span>", attributes(pen), escape(words));
        }
    }
    html
}

fn attributes(pen: Pen) -> String {
    let mut classes = String::from("ansi");
    let mut mixed = String::new();
    let (ink, ground) = pen.colours();
    for (colour, class, property) in [(ink, "ink", "color"), (ground, "ground", "background")] {
        // Written to strings, which take everything.
        let _ = match colour {
            Some(Colour::Named(number)) => write!(classes, " {class}-{}", number % NAMED),
            Some(Colour::Mixed(red, green, blue)) => write!(mixed, "{property}:rgb({red} {green} {blue});"),
            None => Ok(()),
        };
    }
    let plainly_swapped = pen.swapped && ink.is_none() && ground.is_none();
    let traits = [
        (plainly_swapped, "swapped"),
        (pen.bold, "bold"),
        (pen.dim, "dim"),
        (pen.italic, "italic"),
        (pen.underlined, "underlined"),
    ];
    for (_, word) in traits.into_iter().filter(|(is_set, _)| *is_set) {
        let _ = write!(classes, " {word}");
    }
    if mixed.is_empty() {
        format!("class=\"{classes}\"")
    } else {
        format!("class=\"{classes}\" style=\"{mixed}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn colours_become_spans_and_end() {
        assert_eq!(
            html("a \x1b[31mred & \x1b[1mbold\x1b[0m b"),
            "a <span class=\"ansi ink-1\">red &amp; </span><span class=\"ansi ink-1 bold\">bold</span> b"
        );
        assert_eq!(html("\x1b[94;42mx\x1b[39;49my"), "<span class=\"ansi ink-4 ground-2\">x</span>y");
        assert_eq!(
            html("\x1b[38;2;1;2;3mx\x1b[38;5;196my"),
            "<span class=\"ansi\" style=\"color:rgb(1 2 3);\">x</span>\
             <span class=\"ansi\" style=\"color:rgb(255 0 0);\">y</span>"
        );
        assert_eq!(html("\x1b[7mx\x1b[27my"), "<span class=\"ansi swapped\">x</span>y");
    }

    #[test]
    fn what_is_no_colour_leaves_text() {
        assert_eq!(html("<b>"), "&lt;b&gt;");
        assert_eq!(html("a\x1b[2Kb\x1b[1;5Hc\x1bd"), "abcd");
        assert_eq!(html("a\x1b[31"), "a");
        assert_eq!(html("\x1b[38;9m\x1b[38mx"), "x");
    }

    #[test]
    fn no_text_makes_the_page_heavy() {
        let long = "\x1b[31mx\x1b[32my".repeat(10_000);
        assert!(html(&long).matches("<span").count() <= super::MOST_SPANS);
    }
}
