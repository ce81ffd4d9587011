//! The colours that terminals know by escape sequences, read out of text.
//!
//! What it is not: a terminal, sequences that move the cursor are taken out; or how it looks, which is said where it is
//! shown. Start reading at [`runs`].

const ESCAPE: char = '\x1b';

/// How text is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pen {
    pub ink: Option<Colour>,
    pub ground: Option<Colour>,
    pub bold: bool,
    pub dim: bool,
    pub italic: bool,
    pub underlined: bool,
    /// Ink and ground change places.
    pub swapped: bool,
}

/// One of a theme's sixteen, the bright ones from 8 on, or one that is mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    Named(u8),
    Mixed(u8, u8, u8),
}

/// The parts of a text that are written alike, and how; none is empty.
pub fn runs(text: &str) -> impl Iterator<Item = (Pen, &str)> {
    let parts = text.split(ESCAPE).enumerate().scan(Pen::default(), |pen, (index, part)| {
        let words = if index == 0 { part } else { pen.read(part) };
        Some((*pen, words))
    });
    parts.filter(|(_, words)| !words.is_empty())
}

impl Pen {
    /// What text and what lies behind it are painted with.
    pub fn colours(&self) -> (Option<Colour>, Option<Colour>) {
        if self.swapped { (self.ground, self.ink) } else { (self.ink, self.ground) }
    }

    /// Takes in the sequence that a part begins with; what is left is text.
    fn read<'a>(&mut self, part: &'a str) -> &'a str {
        let Some(sequence) = part.strip_prefix('[') else { return part };
        let Some(end) = sequence.find(|character| ('@'..='~').contains(&character)) else { return "" };
        let (codes, rest) = sequence.split_at(end);
        if rest.starts_with('m') {
            self.change(codes);
        }
        &rest[1..]
    }

    /// Reads the numbers of “select graphic rendition” (ECMA-48, 8.3.117).
    fn change(&mut self, codes: &str) {
        let mut codes = codes.split([';', ':']).map(|code| code.parse().unwrap_or(0_u8));
        while let Some(code) = codes.next() {
            match code {
                0 => *self = Self::default(),
                1 => self.bold = true,
                2 => self.dim = true,
                3 => self.italic = true,
                4 => self.underlined = true,
                7 => self.swapped = true,
                22 => (self.bold, self.dim) = (false, false),
                23 => self.italic = false,
                24 => self.underlined = false,
                27 => self.swapped = false,
                30..=37 => self.ink = Some(Colour::Named(code - 30)),
                38 => self.ink = numbered(&mut codes),
                39 => self.ink = None,
                40..=47 => self.ground = Some(Colour::Named(code - 40)),
                48 => self.ground = numbered(&mut codes),
                49 => self.ground = None,
                90..=97 => self.ink = Some(Colour::Named(code - 90 + 8)),
                100..=107 => self.ground = Some(Colour::Named(code - 100 + 8)),
                _ => {}
            }
        }
    }
}

/// What follows 38 or 48: `5;n` of 256 colours, `2;r;g;b` of all.
fn numbered(codes: &mut impl Iterator<Item = u8>) -> Option<Colour> {
    match codes.next()? {
        5 => Some(match codes.next()? {
            named @ ..16 => Colour::Named(named),
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
