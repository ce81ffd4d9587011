//! What HTML of a deck may do in the reader's page: show, and nothing else.
//!
//! What it is not: an editor of content; what is not allowed is dropped without a word.
//! Start reading at [`Sanitiser`].

use std::borrow::Cow;

use ammonia::{Builder, UrlRelative, UrlRelativeEvaluate};

use crate::anchors;
use crate::media::is_file;
use crate::style::inline;

/// The elements that pulldown-latex writes.
const MATH: &[&str] = &[
    "math",
    "menclose",
    "merror",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
];

const MATH_ATTRIBUTES: &[&str] = &[
    "accent",
    "accentunder",
    "depth",
    "display",
    "displaystyle",
    "fence",
    "form",
    "height",
    "largeop",
    "linethickness",
    "lspace",
    "mathsize",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "notation",
    "rspace",
    "scriptlevel",
    "separator",
    "stretchy",
    "style",
    "symmetric",
    "voffset",
    "width",
];

/// What pulldown-latex, the columns of tables, the sizes of pictures and coloured words set in `style`.
const STYLES: &[&str] =
    &["background-color", "border-color", "color", "height", "margin-left", "text-align", "width"];

/// Classes of the page's own that an author's element would leave its slide with, or be taken for a part of the page.
const RESERVED: &[&str] = &[
    "bar",
    "cell",
    "hear",
    "next",
    "notice",
    "outline",
    "overlay",
    "pointer",
    "present-controls",
    "prose",
    "room",
    "sheet",
    "sheet-panel",
    "skip",
    "slide",
];

/// A class as it is written in the page: where the page has one of that name, it has another one.
pub(crate) fn own_class(class: &str) -> String {
    if RESERVED.contains(&class) { format!("deck-{class}") } else { class.to_owned() }
}

/// As [`own_class`], of each in the text of a `class` attribute.
pub(crate) fn own_classes(classes: &str) -> String {
    classes.split_whitespace().map(own_class).collect::<Vec<_>>().join(" ")
}

/// Attributes from before there was CSS, and the elements that a notebook may have them on.
const OLD_LOOKS: &[(&[&str], &[&str])] = &[
    (&["align"], &["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "img", "caption"]),
    (&["bgcolor", "valign", "width"], &["table", "td", "th", "tr"]),
    (&["color", "face", "size"], &["font"]),
    (&["max", "value"], &["progress"]),
    (&["hspace", "vspace"], &["img"]),
    (&["name"], &["a"]),
];

/// Who says what text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Looks {
    /// A deck's theme and style sheets, as in Marp.
    OfTheme,
    /// A notebook's author, in attributes, as in Jupyter.
    OfAuthor,
}

/// The rules, made once for a document.
pub(crate) struct Sanitiser {
    rules: Builder<'static>,
    looks: Looks,
}

impl Sanitiser {
    /// Images and links given by a relative address are looked up in `folder`.
    pub(crate) fn new(folder: &str, looks: Looks) -> Sanitiser {
        let mut rules = Builder::default();
        rules
            .add_tags(MATH)
            .add_tags(["details", "figcaption", "figure", "section", "summary"])
            .add_generic_attributes(["class"])
            .add_tag_attributes("img", ["height", "src", "style", "alt", "width"])
            .add_tag_attributes("a", ["download"])
            .add_tag_attributes("ol", ["start"])
            .add_tag_attributes("span", ["style"])
            .add_tag_attributes("td", ["style"])
            .add_tag_attributes("th", ["style"])
            .set_tag_attribute_value("img", "loading", "lazy")
            .set_tag_attribute_value("a", "target", "_blank")
            .add_url_schemes(["data"]);
        match looks {
            Looks::OfTheme => {
                rules.filter_style_properties(STYLES.iter().copied().collect()).attribute_filter(allowed);
            }
            Looks::OfAuthor => looks_of_author(&mut rules),
        }
        for element in MATH {
            rules.add_tag_attributes(*element, MATH_ATTRIBUTES);
        }
        if !folder.is_empty() {
            rules.url_relative(UrlRelative::Custom(Box::new(InFolder(folder.to_owned()))));
        }
        Sanitiser { rules, looks }
    }

    /// Cleans a piece of a slide: scripts, handlers, styles, forms and frames go, unclosed tags are closed.
    pub(crate) fn clean(&self, html: &str) -> String {
        let clean = |html: &str| self.rules.clean(html).to_string();
        match self.looks {
            Looks::OfTheme => clean(html),
            Looks::OfAuthor => anchors::staying(clean(&anchors::named(html))),
        }
    }
}

fn looks_of_author(rules: &mut Builder<'static>) {
    rules
        .add_tags(["font", "progress"])
        .add_generic_attributes(["id", "style"])
        .attribute_filter(allowed_in_notebooks);
    for (attributes, elements) in OLD_LOOKS {
        for element in *elements {
            rules.add_tag_attributes(*element, *attributes);
        }
    }
}

/// As [`allowed`], with looks, and with the places that links lead to.
fn allowed_in_notebooks<'a>(element: &str, attribute: &str, value: &'a str) -> Option<Cow<'a, str>> {
    match (element, attribute) {
        ("img", "style") => Some(inline::safe(value).replacen(&format!("{};", inline::WITHIN), "", 1).into()),
        (math, "style") if MATH.contains(&math) => Some(inline::only(STYLES, value).into()),
        (_, "style") => Some(inline::safe(value).into()),
        (_, "id") | ("a", "name") => Some(anchors::name(value).into()),
        ("a", "href") if value.trim_start().starts_with('#') => anchors::address(value).map(Cow::Owned),
        _ => allowed(element, attribute, value),
    }
}

/// `data:` may hold a picture, or a sound that is taken home, never a page; classes are the author's own.
fn allowed<'a>(element: &str, attribute: &str, value: &'a str) -> Option<Cow<'a, str>> {
    if attribute == "class" {
        return Some(Cow::Owned(own_classes(value)));
    }
    let scheme = value.trim_start().get(..5).unwrap_or_default();
    let is_data = matches!(attribute, "src" | "href") && scheme.eq_ignore_ascii_case("data:");
    if (element, attribute) == ("img", "src")
        && let Some(rest) = value.strip_prefix("http://")
    {
        // A page that was fetched safely shows no other pictures.
        return Some(Cow::Owned(format!("https://{rest}")));
    }
    let is_shown = element == "img" && value.starts_with("data:image/");
    (!is_data || is_shown || element == "a" && is_file(value)).then_some(Cow::Borrowed(value))
}

/// Looks relative addresses up in a folder. A named type: a closure cannot say that its result borrows.
struct InFolder(String);

impl UrlRelativeEvaluate<'_> for InFolder {
    fn evaluate<'url>(&self, url: &'url str) -> Option<Cow<'url, str>> {
        let absolute = url.starts_with(['/', '#', '?']);
        Some(if absolute { Cow::Borrowed(url) } else { Cow::Owned(format!("{}/{url}", self.0)) })
    }
}

/// Text as it must be written between tags and in quoted attributes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(html: &str, folder: &str) -> String {
        Sanitiser::new(folder, Looks::OfTheme).clean(html)
    }

    #[test]
    fn scripts_handlers_and_their_addresses_go() {
        for (hostile, kept) in [
            ("<script>alert(1)</script>hello", "hello"),
            ("<p onclick=\"alert(1)\">hello</p>", "<p>hello</p>"),
            ("<style>body{display:none}</style>hello", "hello"),
            ("<iframe src=\"https://example.org\"></iframe>hello", "hello"),
            ("<form action=\"https://example.org\"><input></form>hello", "hello"),
            ("<svg><script>alert(1)</script></svg>hello", "hello"),
            ("<p style=\"position:fixed;inset:0\">hello</p>", "<p>hello</p>"),
        ] {
            assert_eq!(clean(hostile, ""), kept, "{hostile}");
        }
        for address in
            ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<p>x", " data:text/html,x"]
        {
            let link = clean(&format!("<a href=\"{address}\">x</a>"), "");
            assert!(!link.contains("href"), "{address}: {link}");
            let image = clean(&format!("<img src=\"{address}\">"), "");
            assert!(!image.contains("src"), "{address}: {image}");
        }
    }

    #[test]
    fn no_class_leaves_its_slide() {
        let shown = clean("<div class=\"overlay box\">x</div>", "");
        assert_eq!(shown, "<div class=\"deck-overlay box\">x</div>");
        let styles = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/style");
        let mut leaving = 0;
        for file in std::fs::read_dir(styles).unwrap() {
            let css = std::fs::read_to_string(file.unwrap().path()).unwrap();
            for rule in css.split('}').filter(|rule| rule.contains("fixed") || rule.contains("sticky")) {
                let selector = rule.split('{').nth_back(1).unwrap_or_default();
                let subject = selector.trim().rsplit([' ', '\n', '(']).next().unwrap_or_default();
                let class = subject.split([':', '[']).next().unwrap_or_default();
                if let Some(class) = class.strip_prefix('.') {
                    assert!(RESERVED.contains(&class), "{selector}");
                    leaving += 1;
                }
            }
        }
        assert!(leaving > 5, "{leaving}");
    }

    #[test]
    fn math_cannot_smuggle_html() {
        let hostile =
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></mtext></math>";
        let cleaned = clean(hostile, "");
        assert!(!cleaned.contains("onerror") || cleaned.contains("&lt;img"), "{cleaned}");
        assert!(!clean("<math href=\"javascript:alert(1)\"><mi>x</mi></math>", "").contains("javascript"));
    }

    #[test]
    fn images_are_lazy_and_looked_up_beside_the_deck() {
        let image = clean("<img src=\"img/loop.svg\" alt=\"The loop\" width=\"300\">", "lessons");
        assert!(image.contains("src=\"lessons/img/loop.svg\""), "{image}");
        assert!(image.contains("loading=\"lazy\"") && image.contains("alt=\"The loop\""), "{image}");
        assert!(image.contains("width=\"300\""), "{image}");
        let remote = clean("<img src=\"https://example.org/a.png\" alt=\"\">", "lessons");
        assert!(remote.contains("src=\"https://example.org/a.png\""), "{remote}");
        let remote = clean("<img src=\"http://example.org/a.png\">", "");
        assert!(remote.contains("src=\"https://example.org/a.png\""), "{remote}");
        assert!(clean("<img src=\"data:image/png;base64,AA==\">", "").contains("data:image/png"));
    }

    #[test]
    fn open_tags_are_closed() {
        assert_eq!(clean("<div class=\"info\"><p>one", ""), "<div class=\"info\"><p>one</p></div>");
    }
}
