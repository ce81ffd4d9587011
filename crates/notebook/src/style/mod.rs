//! What a deck's theme and style say, as CSS that reaches its slides and nothing else.
//!
//! What it is not: the page's own looks (`www/style`), which it is laid over. Start reading at [`Style::of_deck`]; `rules`
//! takes a style sheet apart, `selectors` and `declarations` say what of it is kept.
//!
//! Authors write for Marp: a slide is a `section` of 1280 by 720 pixels. Here it is as wide as the window lets it be, so
//! lengths are taken relative to the theme's letters (`declarations`), and columns are such where there is room.

mod declarations;
pub(crate) mod inline;
mod rules;
mod selectors;
mod themes;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use self::declarations::Files;
use self::themes::Theme;
use crate::model::Elsewhere;
use crate::sanitise::own_classes;

/// Every slide.
pub(crate) const SLIDE: &str = "#deck .slide";

/// Where there is room for columns; as in `www/style`.
const WIDE: &str = "@media (min-width:56rem)";

/// What holds for each deck that has a look of its own. Nothing of it leaves its slide or lies over a cell.
const BASE: &str = "#deck .slide{isolation:isolate;overflow-x:clip}\
    :root:not([data-view=\"slides\"]) #deck .slide{position:relative;overflow:clip}\
    #deck .slide .cell{position:relative;z-index:9}\
    #deck .slide .prose :is(p,ul,ol,blockquote,figure){max-width:none}";

/// Colours are chosen for white paper: such a deck is shown on it by night, too.
const BY_DAY: &str = "#deck .slide{color-scheme:light;background-color:var(--sheet);color:var(--ink)}\
    #deck .slide:is(.invert,.on-dark){color-scheme:dark}";

/// Themes have no bar above a section's title.
const NO_ORNAMENT: &str = "#deck .slide.lead .sheet::before{content:none}";

/// Slides of 4 by 3, where they are shown one at a time.
const FOUR_BY_THREE: &str = "[data-view=\"slides\"] #deck .sheet{width:min(100%,(100vh - 2.2rem)*4/3)}";

/// A deck's style while the deck is read.
#[derive(Default)]
pub(crate) struct Style {
    css: RefCell<String>,
    /// The same with pictures of other sites.
    css_elsewhere: RefCell<String>,
    /// How many slides have a class of their own.
    own: Cell<usize>,
    /// Where files lie that it names.
    folder: String,
    /// Classes that the style names, and those of them that lay out columns.
    classes: BTreeSet<String>,
    columns: BTreeSet<String>,
    /// It is one of Marp's own looks, in which slides are what their author says and nothing more.
    pub(crate) has_theme: bool,
    /// Its author says how large text is.
    has_sizes: bool,
    /// It says which colours slides have.
    pub(crate) has_colours: bool,
    pub(crate) hints: Vec<String>,
}

impl Style {
    /// Reads the front matter's `theme`, `style` and `size`, and each `<style>` in the deck's HTML that is for all slides.
    pub(crate) fn of_deck(directive: impl Fn(&str) -> Option<String>, html: &str, folder: &str) -> Style {
        let name = directive("theme").unwrap_or_default();
        let sheets = directive("style").into_iter().chain(
            sheets(html).into_iter().filter(|sheet| !sheet.is_scoped).map(|sheet| sheet.css.to_owned()),
        );
        let sheets: Vec<String> = sheets.collect();
        let theme = Theme::named(&name).or_else(|| sheets.iter().find_map(|css| rules::imported_theme(css)));
        let mut style = Style { folder: folder.to_owned(), has_theme: theme.is_some(), ..Style::default() };
        if theme.is_none() && !name.is_empty() {
            style.hints.push(format!(
                "There is no theme “{name}” here (there are default, gaia and uncover): the deck has Kindling's own look."
            ));
        }
        let sheets = || theme.map(|theme| theme.css).into_iter().chain(sheets.iter().map(String::as_str));
        style.has_colours = theme.is_some();
        style.has_sizes = sheets().any(|css| css.contains("font-size"));
        let mut css = [String::new(), String::new()];
        for (css, elsewhere) in css.iter_mut().zip([false, true]) {
            for sheet in sheets() {
                let read = rules::read(sheet, SLIDE, Files { folder, elsewhere });
                css.push_str(&read.css);
                style.has_colours |= read.has_colours;
                style.classes.extend(read.classes);
                style.columns.extend(read.columns);
            }
        }
        let is_small = directive("size").is_some_and(|size| size.trim() == "4:3");
        let more = [(theme.is_some(), NO_ORNAMENT), (is_small, FOUR_BY_THREE)];
        let more: String = more.iter().filter(|(holds, _)| *holds).map(|(_, rules)| *rules).collect();
        let by_day = if style.has_colours { BY_DAY } else { "" };
        let whole = |css: &String| match format!("{css}{more}") {
            nothing if nothing.is_empty() => nothing,
            css => format!("{BASE}{by_day}{css}"),
        };
        *style.css.borrow_mut() = whole(&css[0]);
        *style.css_elsewhere.borrow_mut() = whole(&css[1]);
        style
    }

    /// True if slides look as their author says.
    pub(crate) fn has_look(&self) -> bool {
        self.has_theme || self.has_sizes
    }

    /// Those of an element's classes that the style names.
    pub(crate) fn known(&self, classes: &str) -> String {
        let classes = own_classes(classes);
        let known = classes.split_whitespace().filter(|class| self.classes.contains(*class));
        known.collect::<Vec<_>>().join(" ")
    }

    /// True if one of the classes lays out columns.
    pub(crate) fn lays_out_columns(&self, classes: &str) -> bool {
        own_classes(classes).split_whitespace().any(|class| self.columns.contains(class))
    }

    /// A class of one slide's own, and the rules that `css` makes of its selector.
    pub(crate) fn own(&self, css: impl FnOnce(&str) -> String) -> String {
        let class = self.own_name();
        self.add(&css(&format!("{SLIDE}.{class}")));
        class
    }

    fn add(&self, css: &str) {
        self.css.borrow_mut().push_str(css);
        self.css_elsewhere.borrow_mut().push_str(css);
    }

    /// A class for columns that are laid out so where there is room.
    pub(crate) fn own_columns(&self, declarations: &str) -> String {
        let class = self.own_name();
        self.add(&where_wide(&format!("{SLIDE} .{class}{{{declarations}}}")));
        class
    }

    fn own_name(&self) -> String {
        self.own.set(self.own.get() + 1);
        format!("own-{}", self.own.get())
    }

    /// As [`Style::own`], of each `<style scoped>` in a slide's HTML; `None` if there is none.
    pub(crate) fn scoped(&self, html: &str) -> Option<String> {
        let sheets: Vec<Sheet> = sheets(html).into_iter().filter(|sheet| sheet.is_scoped).collect();
        if sheets.is_empty() {
            return None;
        }
        let class = self.own_name();
        let root = format!("{SLIDE}.{class}");
        for (css, elsewhere) in [(&self.css, false), (&self.css_elsewhere, true)] {
            let files = Files { folder: &self.folder, elsewhere };
            let read = sheets.iter().map(|sheet| rules::read(sheet.css, &root, files).css);
            let mut css = css.borrow_mut();
            css.push_str(&read.collect::<String>());
            if !css.contains(BASE) {
                css.insert_str(0, BASE);
            }
        }
        Some(class)
    }

    /// All of it, as the text of a `<style>` element.
    pub(crate) fn take(&self) -> String {
        self.css.take().replace("</", "<\\/")
    }

    /// The same with pictures of other sites, if it names some, and these sites.
    pub(crate) fn take_elsewhere(&self) -> Option<Elsewhere> {
        let css = self.css_elsewhere.take().replace("</", "<\\/");
        let addresses = css.split("url(\"https://").skip(1);
        let sites = addresses.filter_map(|rest| rest.split(['/', '"', '?', '#']).next());
        let sites: BTreeSet<String> = sites.map(str::to_owned).collect();
        (!sites.is_empty()).then(|| Elsewhere { sites: sites.into_iter().collect(), style: css })
    }
}

/// A property's value that columns have where there is room for them.
pub(crate) fn where_wide(rule: &str) -> String {
    format!("{WIDE}{{{rule}}}")
}

/// A `<style>` element.
struct Sheet<'a> {
    css: &'a str,
    is_scoped: bool,
}

fn sheets(html: &str) -> Vec<Sheet<'_>> {
    let lower = html.to_ascii_lowercase();
    let mut sheets = Vec::new();
    let mut at = 0;
    while let Some(start) = lower[at..].find("<style").map(|found| at + found) {
        let Some(open) = lower[start..].find('>').map(|end| start + end + 1) else { break };
        let end = lower[open..].find("</style").map_or(html.len(), |end| open + end);
        let tag = &lower[start + "<style".len()..open];
        if tag.starts_with(['>', ' ', '\n', '\t']) {
            sheets.push(Sheet { css: &html[open..end], is_scoped: tag.contains("scoped") });
        }
        at = end;
    }
    sheets
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(front_matter: &[(&str, &str)], html: &str) -> Style {
        let value = |name: &str| {
            front_matter.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        };
        Style::of_deck(value, html, "lessons")
    }

    #[test]
    fn a_deck_without_a_style_has_none() {
        assert_eq!(style(&[], "<p>text</p>").take(), "");
        assert_eq!(style(&[("size", "16:9")], "").take(), "");
    }

    #[test]
    fn themes_are_known_by_name_or_import() {
        assert!(style(&[("theme", "gaia")], "").take().contains("#fff8e1"));
        assert!(style(&[("style", "@import 'uncover';")], "").take().contains("#fdfcff"));
        let unknown = style(&[("theme", "mine")], "");
        assert!(unknown.hints[0].contains("“mine”"));
        assert_eq!(unknown.take(), "");
    }

    #[test]
    fn styles_in_html_are_for_all_slides_or_one() {
        let html = "<style>\nh1 { color: red }\n</style><STYLE scoped>p { color: blue }</STYLE>";
        let style = style(&[], html);
        assert_eq!(style.scoped(html).as_deref(), Some("own-1"));
        let css = style.take();
        assert!(css.starts_with(BASE) && css.contains("#deck .slide .sheet h1"), "{css}");
        assert!(css.contains("#deck .slide.own-1 .sheet p") && css.contains("color:blue"), "{css}");
    }

    #[test]
    fn pictures_of_other_sites_are_for_those_who_want_them() {
        let css = "section { color: red; background-image: url('https://example.org/a.png') }\
            h1 { background: url(HTTPS://pictures.test?x) } h2 { background: url(http://example.com/a.png) }";
        let style = style(
            &[("style", css)],
            "<style scoped>p { background: url(https://example.org/b.png) }</style>",
        );
        style.scoped("<style scoped>p { background: url(https://example.org/b.png) }</style>");
        let elsewhere = style.take_elsewhere().unwrap();
        assert_eq!(elsewhere.sites, ["example.org", "pictures.test"]);
        let with = |file: &str| elsewhere.style.contains(&format!("url(\"https://example.org/{file}\")"));
        assert!(
            with("a.png") && with("b.png") && !elsewhere.style.contains("http://"),
            "{}",
            elsewhere.style
        );
        let css = style.take();
        assert!(css.contains("color:red") && !css.contains("example.org"), "{css}");
        assert!(self::style(&[("style", "h1 { color: red }")], "").take_elsewhere().is_none());
    }

    #[test]
    fn it_stays_in_its_element() {
        let css = style(&[("style", "h1::before { content: \"</style><script>\" }")], "").take();
        assert!(css.contains("<\\/style>") && !css.contains("</style"), "{css}");
    }
}
