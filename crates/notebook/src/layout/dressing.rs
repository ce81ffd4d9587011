//! What Marp's directives and backgrounds put around a slide's text: pictures, colours, header and footer.
//!
//! What it is not: themes. Start reading at [`dress`].

use std::rc::Rc;

use crate::deck::directives;
use crate::document::Document;
use crate::image::{Background, Place, Spread};
use crate::model::{Block, Column, Columns, Slide};
use crate::prose;
use crate::sanitise::escape;

/// Named colours that white text is for.
const DARK: &[&str] = &[
    "black",
    "blue",
    "brown",
    "darkblue",
    "darkgreen",
    "darkred",
    "darkslateblue",
    "darkslategray",
    "dimgray",
    "gray",
    "green",
    "indigo",
    "maroon",
    "midnightblue",
    "navy",
    "purple",
    "teal",
];

/// Directives that hold for a slide, its own last.
pub(super) struct Dressing<'a> {
    pub(super) directives: &'a [(String, String)],
    pub(super) backgrounds: Vec<Background>,
    /// The number that `paginate` shows.
    pub(super) page: usize,
    pub(super) document: &'a Rc<Document>,
}

impl Dressing<'_> {
    pub(super) fn directive(&self, name: &str) -> Option<&str> {
        directives::of_slide(self.directives, name)
    }

    pub(super) fn dress(&self, slide: &mut Slide) {
        self.set_backgrounds(slide);
        self.set_ink(slide);
        self.set_margins(slide);
    }

    /// `color`: of the slide's text, not of its cells.
    fn set_ink(&self, slide: &mut Slide) {
        if let Some(colour) = self.directive("color").filter(|colour| is_plain(colour)) {
            let style = &self.document.style;
            // Where nothing says which paper the ink is for, it is one that it is seen on.
            let has_paper = style.has_colours || self.directive("backgroundColor").is_some();
            let scheme = if is_dark(colour) { "light" } else { "dark" };
            let class = style.own(|slide| {
                let paper = format!("{slide}{{color-scheme:{scheme};background-color:var(--sheet)}}");
                format!("{}{slide} .prose{{color:{colour}}}", if has_paper { "" } else { &paper })
            });
            add_class(slide, &class);
        }
    }

    /// Pictures at a side are a column, as they are figures in teaching. One that is behind lies there under a veil;
    /// where there is no text, it is the slide's picture.
    fn set_backgrounds(&self, slide: &mut Slide) {
        let side = self.side();
        let at = |place: Place| {
            let is_there =
                |background: &&Background| side.map_or(background.place, |side| side.place) == place;
            let pictures = self.backgrounds.iter().filter(is_there);
            pictures.map(|background| format!("<p>{}</p>", background.html)).collect::<String>()
        };
        let shown = |html: String| Block::Html(self.document.clean(&html));
        let (left, right) = (at(Place::Left), at(Place::Right));
        let is_left = !left.is_empty();
        let behind = format!("{}{}", self.picture_of_directive(), at(Place::Behind));
        let mut columns = vec![std::mem::take(&mut slide.blocks)];
        if !left.is_empty() {
            columns.insert(0, vec![shown(left)]);
        }
        if !right.is_empty() {
            columns.push(vec![shown(right)]);
        }
        columns.retain(|column| !column.is_empty());
        slide.blocks = if columns.len() > 1 {
            let columns = columns.into_iter().map(|blocks| Column { blocks, ..Column::default() });
            let split = self.split(is_left);
            vec![Block::Columns(Columns { class: split, columns: columns.collect() })]
        } else {
            columns.into_iter().flatten().collect()
        };
        let style = self.colours(slide);
        if slide.blocks.is_empty() && style.is_empty() && !behind.is_empty() {
            slide.blocks.push(shown(format!("<div class=\"lone-picture\">{behind}</div>")));
        } else if !behind.is_empty() || !style.is_empty() {
            let pictures = self.document.clean(&behind);
            let is_stacked = self.backgrounds.iter().any(|background| background.is_vertical);
            let class = if is_stacked { "backdrop stacked" } else { "backdrop" };
            let html = format!("<div class=\"{class}\" aria-hidden=\"true\"{style}>{pictures}</div>");
            slide.blocks.insert(0, Block::Html(html));
        }
    }

    /// The picture that says last at which side it stands: as in Marp, all others stand there too.
    fn side(&self) -> Option<&Background> {
        self.backgrounds.iter().rfind(|background| background.place != Place::Behind)
    }

    /// The class of columns of which the picture takes the share that `![bg left:40%](…)` says.
    fn split(&self, is_left: bool) -> String {
        let Some(share) = self.side().and_then(|background| background.share) else {
            return String::new();
        };
        let (picture, text) = (format!("minmax(0,{share}fr)"), format!("minmax(0,{}fr)", 100 - share));
        let (first, second) = if is_left { (picture, text) } else { (text, picture) };
        self.document.style.own_columns(&format!("grid-template-columns:{first} {second}"))
    }

    /// The picture that `backgroundImage: url(…)` names.
    fn picture_of_directive(&self) -> String {
        let image = self.directive("backgroundImage").unwrap_or_default().trim();
        let Some(url) = image.strip_prefix("url(").and_then(|rest| rest.strip_suffix(')')) else {
            return String::new();
        };
        let spread = Spread::of(self.directive("backgroundSize").unwrap_or_default());
        let url = escape(url.trim_matches(['"', '\'', ' ']));
        format!("<p><img src=\"{url}\" alt=\"\"{}></p>", spread.class())
    }

    /// The `style` of `backgroundColor` and of a gradient; the slide's class says which ink is seen on it.
    fn colours(&self, slide: &mut Slide) -> String {
        let colour = self.directive("backgroundColor").filter(|colour| is_plain(colour));
        let gradient = self.directive("backgroundImage");
        let gradient = gradient.filter(|image| is_plain(image) && image.contains("-gradient("));
        let mut style = String::new();
        if let Some(colour) = colour {
            style.push_str(&format!("background-color:{colour};"));
            add_class(slide, if is_dark(colour) { "on-dark" } else { "on-light" });
        }
        if let Some(gradient) = gradient {
            style.push_str(&format!("background-image:{gradient};"));
        }
        if style.is_empty() { style } else { format!(" style=\"{}\"", escape(&style)) }
    }

    fn set_margins(&self, slide: &mut Slide) {
        if let Some(header) = self.directive("header").filter(|header| !header.is_empty()) {
            // Some themes put the only title there.
            let is_own = self.directives.iter().any(|(name, _)| name == "_header");
            if slide.title.is_empty() && is_own {
                slide.title = prose::plain(header);
            }
            slide.blocks.insert(0, self.margin("slide-header", header));
        }
        let paginate = self.directive("paginate").unwrap_or_default();
        let number = if ["true", "hold"].iter().any(|word| paginate.eq_ignore_ascii_case(word)) {
            format!("<span class=\"page-number\">{}</span>", self.page)
        } else {
            String::new()
        };
        let footer = self.directive("footer").unwrap_or_default();
        if !footer.is_empty() || !number.is_empty() {
            let Block::Html(html) =
                self.margin(if footer.is_empty() { "slide-footer bare" } else { "slide-footer" }, footer)
            else {
                return;
            };
            slide.blocks.push(Block::Html(html.replacen("</div>", &format!("{number}</div>"), 1)));
        }
    }

    fn margin(&self, class: &str, markdown: &str) -> Block {
        let html = prose::of_deck(markdown, self.document);
        let inline = html.trim_start_matches("<p>").trim_end_matches("</p>");
        Block::Html(format!("<div class=\"{class}\">{inline}</div>"))
    }
}

pub(super) fn add_class(slide: &mut Slide, class: &str) {
    if !class.is_empty() && !slide.class.split(' ').any(|each| each == class) {
        slide.class = format!("{} {class}", slide.class).trim_start().to_owned();
    }
}

/// A value that can only be a colour or a gradient: nothing is fetched, no other property begins.
fn is_plain(value: &str) -> bool {
    let is_part = |character: char| character.is_ascii_alphanumeric() || "#(),.% -/".contains(character);
    !value.is_empty() && value.chars().all(is_part) && !value.to_ascii_lowercase().contains("url")
}

fn is_dark(colour: &str) -> bool {
    let Some(digits) = colour.strip_prefix('#') else {
        return DARK.contains(&colour.to_ascii_lowercase().as_str());
    };
    let width = if digits.len() >= 6 { 2 } else { 1 };
    let channel = |at: usize| {
        let digits = digits.get(at * width..(at + 1) * width)?;
        let value = f64::from(u8::from_str_radix(digits, 16).ok()?);
        Some(if width == 1 { value * 17.0 } else { value })
    };
    match (channel(0), channel(1), channel(2)) {
        (Some(red), Some(green), Some(blue)) => 0.299 * red + 0.587 * green + 0.114 * blue < 128.0,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_colours_are_colours() {
        for (colour, dark) in
            [("#123", true), ("#fafafa", false), ("navy", true), ("white", false), ("#abc", false)]
        {
            assert!(is_plain(colour));
            assert_eq!(is_dark(colour), dark, "{colour}");
        }
        for value in ["red;position:fixed", "url(https://example.org)", "\"", "red}", "expression:x", ""] {
            assert!(!is_plain(value), "{value}");
        }
    }
}
