//! A style sheet taken apart and put together again, token by token: nothing gets through that was not understood.
//!
//! What it is not: what selectors may reach and declarations say (see `selectors`, `declarations`). Start reading at
//! [`read`].

use std::collections::BTreeSet;

use cssparser::{
    AtRuleParser, CowRcStr, DeclarationParser, ParseError, Parser, ParserState, QualifiedRuleParser,
    RuleBodyItemParser, RuleBodyParser, Token,
};

use super::declarations::{self, Declarations, Files};
use super::selectors::{self, Confined};
use super::themes::Theme;
use super::where_wide;

/// Rules in rules beyond this are no style.
const DEPTH: usize = 8;

/// What was kept of a style sheet.
#[derive(Default)]
pub(super) struct Read {
    pub(super) css: String,
    pub(super) has_colours: bool,
    pub(super) classes: BTreeSet<String>,
    /// Classes of what lays out columns.
    pub(super) columns: BTreeSet<String>,
}

/// The rules of `css`, for the slides that `root` selects.
pub(super) fn read(css: &str, root: &str, files: Files<'_>) -> Read {
    let mut rules = Rules {
        root,
        files,
        parents: Vec::new(),
        own: Declarations::default(),
        read: Read::default(),
        depth: 0,
    };
    rules.body(&mut Parser::new(css));
    rules.read
}

/// The theme that a style sheet names in an `@import`.
pub(super) fn imported_theme(css: &str) -> Option<Theme> {
    let mut parser = Parser::new(css);
    while let Ok(token) = parser.next() {
        let is_import =
            matches!(token, Token::AtKeyword(name) if matches!(&**name, "import" | "import-theme"));
        if is_import && let Ok(name) = parser.expect_string() {
            return Theme::named(name);
        }
    }
    None
}

/// The rules in one pair of braces, or of a whole sheet.
struct Rules<'a> {
    root: &'a str,
    files: Files<'a>,
    /// The selectors of the rule that these stand in.
    parents: Vec<String>,
    own: Declarations,
    read: Read,
    depth: usize,
}

impl Rules<'_> {
    fn body(&mut self, input: &mut Parser<'_>) {
        let mut items = RuleBodyParser::new(input, self);
        // What is no rule and no declaration is left out.
        while items.next().is_some() {}
    }

    /// Reads the inside of a rule with these selectors.
    fn rule(&mut self, selectors: Vec<String>, input: &mut Parser<'_>) {
        if self.depth >= DEPTH {
            return;
        }
        let parents = std::mem::replace(&mut self.parents, selectors);
        let own = std::mem::take(&mut self.own);
        let before = std::mem::take(&mut self.read.css);
        self.depth += 1;
        self.body(input);
        self.depth -= 1;
        let nested = std::mem::replace(&mut self.read.css, before);
        let own = std::mem::replace(&mut self.own, own);
        for selector in std::mem::replace(&mut self.parents, parents) {
            if let Some(selector) = selectors::confined(&selector, self.root) {
                self.write(&selector, &own);
            }
        }
        self.read.css.push_str(&nested);
    }

    fn write(&mut self, selector: &Confined, own: &Declarations) {
        self.read.has_colours |= own.has_colours;
        self.read.classes.extend(selector.classes.iter().cloned());
        if own.lays_out_columns {
            self.read.columns.extend(selector.classes.iter().cloned());
        }
        let css = &mut self.read.css;
        let mut rule = |selector: &str, text: &str, is_layout: bool| {
            if !text.is_empty() {
                let rule = format!("{selector}{{{text}}}");
                css.push_str(&if is_layout { where_wide(&rule) } else { rule });
            }
        };
        if !selector.is_slide {
            rule(&selector.text, &format!("{}{}", own.frame, own.text), false);
            rule(&selector.text, &own.layout, true);
            return;
        }
        // Of a slide, its box is the sheet of paper; letters are those of its text and not of its cells.
        rule(&selector.text, &own.slide, false);
        if let Some(place) = own.stands {
            rule(&selector.text, &format!("--stands:safe {place}"), false);
        }
        rule(&format!("{} .prose", selector.text), &own.text, false);
        if own.is_stack {
            rule(&format!("{} .prose", selector.text), &own.layout, true);
        } else if own.lays_out_columns {
            rule(&format!("{}>.sheet", selector.text), &own.layout, true);
            rule(&format!("{}>.sheet>.prose", selector.text), "display:contents", true);
        }
    }
}

type Nothing = Result<(), ParseError<()>>;

impl<'i> DeclarationParser<'i> for Rules<'_> {
    type Declaration = ();
    type Error = ();

    fn parse_value(&mut self, name: CowRcStr<'i>, input: &mut Parser<'i>, _: &ParserState) -> Nothing {
        let name = name.to_ascii_lowercase();
        if let Some(value) = declarations::value(input, self.files) {
            self.own.add(&name, value.trim());
        }
        Ok(())
    }
}

impl<'i> QualifiedRuleParser<'i> for Rules<'_> {
    type Prelude = Vec<String>;
    type QualifiedRule = ();
    type Error = ();

    /// The selectors as text, with those of the rule around.
    fn parse_prelude(&mut self, input: &mut Parser<'i>) -> Result<Vec<String>, ParseError<()>> {
        let own = input
            .parse_comma_separated(|input| selectors::text(input).ok_or_else(ParseError::unexpected_token))?;
        if self.parents.is_empty() {
            return Ok(own);
        }
        let nested = self.parents.iter().flat_map(|parent| {
            own.iter().map(move |own| {
                if own.contains('&') { own.replace('&', parent) } else { format!("{parent} {own}") }
            })
        });
        // Lists in lists grow fast.
        Ok(nested.take(64).collect())
    }

    fn parse_block(&mut self, selectors: Vec<String>, _: &ParserState, input: &mut Parser<'i>) -> Nothing {
        self.rule(selectors, input);
        Ok(())
    }
}

impl<'i> AtRuleParser<'i> for Rules<'_> {
    type Prelude = String;
    type AtRule = ();
    type Error = ();

    /// Only conditions; what fetches, or counts for the whole page, is left out.
    fn parse_prelude(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i>,
    ) -> Result<String, ParseError<()>> {
        let name = name.to_ascii_lowercase();
        if !matches!(name.as_str(), "media" | "supports") {
            return Err(ParseError::unexpected_token());
        }
        let condition = declarations::condition(input).ok_or_else(ParseError::unexpected_token)?;
        Ok(format!("@{name} {}", condition.trim()))
    }

    fn parse_block(&mut self, condition: String, _: &ParserState, input: &mut Parser<'i>) -> Nothing {
        if self.depth >= DEPTH {
            return Ok(());
        }
        let before = std::mem::take(&mut self.read.css);
        self.rule(self.parents.clone(), input);
        let inside = std::mem::replace(&mut self.read.css, before);
        if !inside.is_empty() {
            self.read.css.push_str(&format!("{condition}{{{inside}}}"));
        }
        Ok(())
    }
}

impl RuleBodyItemParser<'_, (), ()> for Rules<'_> {
    fn parse_declarations(&self) -> bool {
        self.depth > 0
    }

    fn parse_qualified(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn css(text: &str) -> String {
        read(text, "#deck .slide", Files { folder: "lessons", elsewhere: false }).css
    }

    #[test]
    fn rules_reach_the_text_of_slides() {
        let inside = ":where(:not(.cell,.cell *))";
        assert_eq!(css("h1 { color: red; }"), format!("#deck .slide .sheet h1{inside}{{color:red;}}"));
        assert_eq!(
            css("section { color: red; background: #fff; width: 3px }"),
            "#deck .slide{background:#fff;}#deck .slide .prose{color:red;}"
        );
        let nested = css("section { &.lead { h1 { color: red } } }");
        assert_eq!(nested, format!("#deck .slide.lead .sheet h1{inside}{{color:red;}}"));
        let media = css("@media (max-width: 600px) { p { color: red } }");
        assert_eq!(
            media,
            format!("@media (max-width: 600px){{#deck .slide .sheet p{inside}{{color:red;}}}}")
        );
    }

    #[test]
    fn columns_are_such_where_there_is_room() {
        let grid = css(".grid { display: grid; grid-template-columns: 1fr 2fr; color: red }");
        assert!(grid.contains("{color:red;}@media (min-width:56rem){#deck .slide .sheet .grid"), "{grid}");
        assert!(grid.ends_with("{display:grid;grid-template-columns:1fr 2fr;}}"), "{grid}");
    }

    #[test]
    fn what_fetches_or_leaves_the_slide_is_left_out() {
        for hostile in [
            "@import url(https://example.org/a.css);",
            "@font-face { font-family: x; src: url(https://example.org/x) }",
            "@keyframes spin { from { opacity: 0 } }",
            "p { background: url(https://example.org/a.png) }",
            "p { background: url('//example.org/a.png') }",
            "p { background: image-set('https://example.org/a.png' 1x) }",
            "p { --x: url(https://example.org) }",
            "p { position: fixed }",
            "p { position: sticky; animation: spin 1s }",
            "p { behavior: url(x.htc) }",
            "section ~ * { color: red }",
            "section + .bar { color: red }",
            "body > .bar ~ { color: red }",
            "} .bar { color: red",
            "p { color: red\\",
        ] {
            let css = css(hostile);
            assert!(
                !css.contains("example.org") && !css.contains("fixed") && !css.contains("sticky"),
                "{css}"
            );
            assert!(!css.contains("@import") && !css.contains("@font") && !css.contains("spin"), "{css}");
            for rule in css.split_inclusive('}') {
                assert!(rule.starts_with("#deck .slide") || rule == "}", "{hostile}: {css}");
            }
        }
    }

    #[test]
    fn what_is_left_open_is_closed() {
        for open in [
            "p { color: red",
            "p { color: rgb(1, 2",
            "p::before { content: \"a",
            "p { color: red /* x",
            "p[a='",
        ] {
            let css = css(open);
            let count = |bracket: char| css.matches(bracket).count();
            assert_eq!((count('{'), count('(')), (count('}'), count(')')), "{css}");
            assert_eq!(css.matches('"').count() % 2, 0, "{css}");
        }
    }

    #[test]
    fn deep_rules_have_an_end() {
        css(&"a{".repeat(10_000));
        css(&format!("p{{color:{}", "(".repeat(10_000)));
        css(&":is(".repeat(10_000));
    }
}
