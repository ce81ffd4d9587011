//! Text with the colours that terminals know by escape sequences, as HTML.
//!
//! What it is not: a terminal; sequences that move the cursor are taken out. Start reading at [`html`].

use kindling_notebook::escape;
use std::fmt::Write;

/// More changes of colour than a page can hold lightly: what follows is plain.
const MOST_SPANS: usize = 2000;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Style {
    colour: Option<Colour>,
    ground: Option<Colour>,
    /// The words of the classes, in the order of their codes: bold, dim, italic, underlined.
    traits: [bool; 4],
    swapped: bool,
}

/// One of the theme's, or one that is mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Colour {
    Named(u8),
    Mixed(u8, u8, u8),
}

const TRAITS: [&str; 4] = ["bold", "dim", "italic", "underlined"];

/// Text as HTML, with spans where it has colours.
pub fn html(text: &str) -> String {
    if !text.contains('\x1b') {
        return escape(text);
    }
    let mut html = String::new();
    let mut style = Style::default();
    let mut spans = 0;
    for (index, part) in text.split('\x1b').enumerate() {
        let words = if index == 0 { part } else { style.read(part) };
        if words.is_empty() {
            continue;
        }
        spans += usize::from(style != Style::default());
        if style == Style::default() || spans > MOST_SPANS {
            html.push_str(&escape(words));
        } else {
            let _ = write!(html, "<span {}>{}</span>", style.attributes(), escape(words));
        }
    }
    html
}

impl Style {
    /// Takes in the sequence that a part begins with; what is left is text.
    fn read<'a>(&mut self, part: &'a str) -> &'a str {
        let Some(sequence) = part.strip_prefix('[') else { return part };
        let Some(end) = sequence.find(|character| ('@'..='~').contains(&character)) else { return "" };
        let (codes, rest) = sequence.split_at(end);
        if rest.starts_with('m') {
            self.apply(codes);
        }
        &rest[1..]
    }

    fn apply(&mut self, codes: &str) {
        let mut codes = codes.split([';', ':']).map(|code| code.parse().unwrap_or(0_u8));
        while let Some(code) = codes.next() {
            match code {
                0 => *self = Self::default(),
                1..=4 => self.traits[usize::from(code) - 1] = true,
                7 => self.swapped = true,
                22 => (self.traits[0], self.traits[1]) = (false, false),
                23 | 24 => self.traits[usize::from(code) - 21] = false,
                27 => self.swapped = false,
                30..=37 => self.colour = Some(Colour::Named(code - 30)),
                38 => self.colour = mixed(&mut codes),
                39 => self.colour = None,
                40..=47 => self.ground = Some(Colour::Named(code - 40)),
                48 => self.ground = mixed(&mut codes),
                49 => self.ground = None,
                90..=97 => self.colour = Some(Colour::Named(code - 90)),
                100..=107 => self.ground = Some(Colour::Named(code - 100)),
                _ => {}
            }
        }
    }

    fn attributes(&self) -> String {
        let mut classes = String::from("ansi");
        let mut mixed = String::new();
        let (ink, ground) =
            if self.swapped { (self.ground, self.colour) } else { (self.colour, self.ground) };
        for (colour, class, property) in [(ink, "ink", "color"), (ground, "ground", "background")] {
            // Written to strings, which take everything.
            let _ = match colour {
                Some(Colour::Named(number)) => write!(classes, " {class}-{number}"),
                Some(Colour::Mixed(red, green, blue)) => {
                    write!(mixed, "{property}:rgb({red} {green} {blue});")
                }
                None => Ok(()),
            };
        }
        if self.swapped && ink.is_none() && ground.is_none() {
            classes.push_str(" swapped");
        }
        for (word, _) in TRAITS.iter().zip(self.traits).filter(|(_, is_set)| *is_set) {
            let _ = write!(classes, " {word}");
        }
        if mixed.is_empty() {
            format!("class=\"{classes}\"")
        } else {
            format!("class=\"{classes}\" style=\"{mixed}\"")
        }
    }
}

/// What follows 38 or 48: a number out of 256, or three shares.
fn mixed(codes: &mut impl Iterator<Item = u8>) -> Option<Colour> {
    match codes.next()? {
        5 => Some(match codes.next()? {
            named @ ..16 => Colour::Named(named % 8),
            cube @ 16..232 => {
                let share = |digit: u8| if digit == 0 { 0 } else { 55 + 40 * digit };
                let cube = cube - 16;
                Colour::Mixed(share(cube / 36), share(cube / 6 % 6), share(cube % 6))
            }
            grey => {
                let share = 8 + 10 * (grey - 232);
                Colour::Mixed(share, share, share)
            }
        }),
        2 => Some(Colour::Mixed(codes.next()?, codes.next()?, codes.next()?)),
        _ => None,
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
