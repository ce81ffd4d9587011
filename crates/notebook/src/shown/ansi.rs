//! The colours that terminals know, as HTML.
//!
//! What it is not: a terminal; other escapes are taken off. Start reading at [`html`].

use crate::sanitise::escape;

const ESCAPE: char = '\u{1b}';

/// How text is written from here on. Colours are the classes `ansi-0` to `ansi-15`, or `rgb(…)`.
#[derive(Default, Clone, PartialEq)]
struct Pen {
    ink: Option<Colour>,
    ground: Option<Colour>,
    bold: bool,
    italic: bool,
    underlined: bool,
    inverse: bool,
}

#[derive(Clone, PartialEq)]
enum Colour {
    Named(u8),
    Rgb(u8, u8, u8),
}

/// Text in spans, its carriage returns going back to the head of their lines.
pub(super) fn html(text: &str) -> String {
    let text = overwritten(text);
    let mut out = String::new();
    let mut pen = Pen::default();
    let mut pieces = text.split(ESCAPE);
    pen.write(&mut out, pieces.next().unwrap_or_default());
    for piece in pieces {
        let Some(code) = piece.strip_prefix('[') else {
            // Other escapes have one letter.
            pen.write(&mut out, piece.get(1..).unwrap_or_default());
            continue;
        };
        let end = code.find(|character: char| ('@'..='~').contains(&character));
        let Some(end) = end else { continue };
        if code[end..].starts_with('m') {
            pen.change(&code[..end]);
        }
        pen.write(&mut out, &code[end + 1..]);
    }
    out
}

/// What is left of each line after its last carriage return that something follows.
fn overwritten(text: &str) -> String {
    let line = |line: &str| {
        let line = line.trim_end_matches('\r');
        line.rsplit('\r').next().unwrap_or(line).to_owned()
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

impl Pen {
    fn write(&self, out: &mut String, text: &str) {
        if text.is_empty() {
            return;
        }
        let text = escape(text);
        if *self == Pen::default() {
            return out.push_str(&text);
        }
        let (ink, ground) = if self.inverse { (&self.ground, &self.ink) } else { (&self.ink, &self.ground) };
        let mut classes = Vec::new();
        let mut style = String::new();
        for (colour, class, property) in [(ink, "ansi", "color"), (ground, "ansi-on", "background-color")] {
            match colour {
                Some(Colour::Named(number)) => classes.push(format!("{class}-{number}")),
                Some(Colour::Rgb(red, green, blue)) => {
                    style.push_str(&format!("{property}:rgb({red},{green},{blue});"));
                }
                None => {}
            }
        }
        let flags = [
            (self.bold, "ansi-bold"),
            (self.italic, "ansi-italic"),
            (self.underlined, "ansi-underlined"),
            (self.inverse, "ansi-inverse"),
        ];
        classes.extend(flags.into_iter().filter(|(is_set, _)| *is_set).map(|(_, class)| class.to_owned()));
        let class =
            if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) };
        let style = if style.is_empty() { style } else { format!(" style=\"{style}\"") };
        out.push_str(&format!("<span{class}{style}>{text}</span>"));
    }

    /// Reads the numbers of “select graphic rendition” (ECMA-48, 8.3.117).
    fn change(&mut self, codes: &str) {
        let mut codes = codes.split([';', ':']).map(|code| code.parse::<u8>().unwrap_or_default());
        while let Some(code) = codes.next() {
            match code {
                0 => *self = Pen::default(),
                1 => self.bold = true,
                3 => self.italic = true,
                4 => self.underlined = true,
                7 => self.inverse = true,
                22 => self.bold = false,
                23 => self.italic = false,
                24 => self.underlined = false,
                27 => self.inverse = false,
                30..=37 => self.ink = Some(Colour::Named(code - 30)),
                38 => self.ink = colour(&mut codes),
                39 => self.ink = None,
                40..=47 => self.ground = Some(Colour::Named(code - 40)),
                48 => self.ground = colour(&mut codes),
                49 => self.ground = None,
                90..=97 => self.ink = Some(Colour::Named(code - 90 + 8)),
                100..=107 => self.ground = Some(Colour::Named(code - 100 + 8)),
                _ => {}
            }
        }
    }
}

/// `5;n` of 256 colours, `2;r;g;b` of all.
fn colour(codes: &mut impl Iterator<Item = u8>) -> Option<Colour> {
    match codes.next()? {
        5 => match codes.next()? {
            number @ 0..=15 => Some(Colour::Named(number)),
            number @ 16..=231 => {
                let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
                let cube = number - 16;
                Some(Colour::Rgb(level(cube / 36), level(cube / 6 % 6), level(cube % 6)))
            }
            number => {
                let grey = 8 + 10 * (number - 232);
                Some(Colour::Rgb(grey, grey, grey))
            }
        },
        2 => Some(Colour::Rgb(codes.next()?, codes.next()?, codes.next()?)),
        _ => None,
    }
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
