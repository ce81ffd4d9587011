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
        let described: Vec<&str> = words.iter().filter(|word| !is_keyword(word)).copied().collect();
        Some(Background { html: self.img(&described.join(" "), ""), place })
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

    fn img(&self, words: &str, style: &str) -> String {
        let title =
            if self.title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape(&self.title)) };
        format!("<img src=\"{}\" alt=\"{}\"{title}{style}>", escape(&self.url), escape(words))
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
    }
}
