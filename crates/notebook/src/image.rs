//! Pictures as Marp writes them: words in the alternative text say how large they are and where they stand.
//!
//! What it is not: the slide's layout, which puts pictures beside and behind the text. Start reading at [`Image`].

use pulldown_cmark::CowStr;

use crate::sanitise::escape;

/// An image being read: its alternative text arrives as events.
pub(crate) struct Image<'a> {
    pub(crate) url: CowStr<'a>,
    pub(crate) title: CowStr<'a>,
    pub(crate) text: String,
}

/// `![bg](a.png)`: a picture that belongs to the slide and not to its text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Background {
    /// An `<img>`, not sanitised yet.
    pub(crate) html: String,
    pub(crate) place: Place,
    /// How much of the slide's width a picture at a side takes, in hundredths.
    pub(crate) share: Option<u8>,
    /// Pictures lie below each other, and not side by side.
    pub(crate) is_vertical: bool,
}

/// How a picture fills its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spread {
    Cover,
    /// All of it is seen.
    Contain,
}

impl Spread {
    /// What `![bg fit](…)` and `backgroundSize` say. A size in numbers shows all of a picture, too.
    pub(crate) fn of(word: &str) -> Spread {
        let is_size = word.starts_with(|character: char| character.is_ascii_digit());
        if is_size || ["fit", "contain", "auto"].contains(&word) { Spread::Contain } else { Spread::Cover }
    }

    /// The attribute that says so.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Spread::Cover => "",
            Spread::Contain => " class=\"whole\"",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Behind,
    Left,
    Right,
}

impl Image<'_> {
    /// The background that the picture is, if `bg` is among its words. Filters are left out: figures are to be seen.
    pub(crate) fn background(&self) -> Option<Background> {
        let words: Vec<&str> = self.text.split_whitespace().collect();
        if !words.contains(&"bg") {
            return None;
        }
        let is = |side: &str| words.iter().any(|word| word.split(':').next() == Some(side));
        let place = if is("left") {
            Place::Left
        } else if is("right") {
            Place::Right
        } else {
            Place::Behind
        };
        let is_keyword = |word: &&str| {
            let name = word.split(':').next().unwrap_or_default();
            word.contains(':') || word.ends_with('%') || KEYWORDS.contains(&name)
        };
        let spreads = words.iter().map(|word| Spread::of(word));
        let spread = if spreads.into_iter().any(|spread| spread == Spread::Contain) {
            Spread::Contain
        } else {
            Spread::Cover
        };
        let share = words.iter().find_map(|word| {
            let share = word.strip_prefix("left:").or_else(|| word.strip_prefix("right:"))?;
            let share: f32 = share.strip_suffix('%')?.parse().ok()?;
            (5.0..=95.0).contains(&share).then_some(share as u8)
        });
        let is_vertical = words.contains(&"vertical");
        let described: Vec<&str> = words.iter().filter(|word| !is_keyword(word)).copied().collect();
        let html = self.img(&described.join(" "), spread.class());
        Some(Background { html, place, share, is_vertical })
    }

    /// `<img>`, in the size that Marp reads from the alternative text (`![w:300](a.png)`).
    pub(crate) fn html(&self) -> String {
        let mut size = String::new();
        let mut words = Vec::new();
        for word in self.text.split_whitespace() {
            match word.split_once(':') {
                Some(("w" | "width", length)) => size.push_str(&length_of("width", length)),
                Some(("h" | "height", length)) => size.push_str(&length_of("height", length)),
                Some((filter, _)) if FILTERS.contains(&filter) => {}
                _ => words.push(word),
            }
        }
        let style = if size.is_empty() { size } else { format!(" style=\"{size}\"") };
        self.img(&words.join(" "), &style)
    }

    fn img(&self, words: &str, attribute: &str) -> String {
        let title =
            if self.title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape(&self.title)) };
        format!("<img src=\"{}\" alt=\"{}\"{title}{attribute}>", escape(&self.url), escape(words))
    }
}

const KEYWORDS: &[&str] =
    &["bg", "left", "right", "fit", "contain", "cover", "auto", "vertical", "horizontal"];

const FILTERS: &[&str] = &[
    "blur",
    "brightness",
    "contrast",
    "drop-shadow",
    "grayscale",
    "hue-rotate",
    "invert",
    "opacity",
    "saturate",
    "sepia",
];

/// A property of CSS, if the length is one: whole pixels where there is no unit.
fn length_of(property: &str, length: &str) -> String {
    let end = length
        .find(|character: char| !character.is_ascii_digit() && character != '.')
        .unwrap_or(length.len());
    let (number, unit) = length.split_at(end);
    let unit = if unit.is_empty() { "px" } else { unit };
    let is_known = matches!(unit, "px" | "%" | "em" | "rem" | "cm" | "mm" | "in" | "pt" | "pc" | "vw" | "vh");
    if is_known && number.parse::<f64>().is_ok() {
        format!("{property}:{number}{unit};")
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image(text: &str) -> Image<'_> {
        Image { url: "a.png".into(), title: "".into(), text: text.to_owned() }
    }

    #[test]
    fn words_are_sizes_places_or_a_description() {
        for (text, html) in [
            ("A line w:300px", "<img src=\"a.png\" alt=\"A line\" style=\"width:300px;\">"),
            ("width:50% h:20", "<img src=\"a.png\" alt=\"\" style=\"width:50%;height:20px;\">"),
            ("w:calc(1px) drop-shadow:0,5px", "<img src=\"a.png\" alt=\"\">"),
            ("Ratio 3:4", "<img src=\"a.png\" alt=\"Ratio 3:4\">"),
        ] {
            assert_eq!(image(text).html(), html);
        }
    }

    #[test]
    fn backgrounds_have_a_place() {
        for (text, place) in [
            ("bg", Place::Behind),
            ("bg left:40%", Place::Left),
            ("right bg fit", Place::Right),
            ("A gradient bg", Place::Behind),
        ] {
            assert_eq!(image(text).background().map(|background| background.place), Some(place), "{text}");
        }
        assert!(image("bg brightness:0.5 A hill").background().unwrap().html.contains("alt=\"A hill\""));
        assert_eq!(image("a big picture").background(), None);
        let split = image("bg right:33% fit vertical").background().unwrap();
        assert_eq!((split.share, split.is_vertical), (Some(33), true));
        assert!(split.html.ends_with("alt=\"\" class=\"whole\">"), "{}", split.html);
    }
}
