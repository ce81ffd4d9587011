//! Whatever an author writes as a style, it reaches nothing but the deck's slides and fetches nothing from elsewhere.
//!
//! What it is not: how the style looks (a browser story). Start reading at [`check`], which reads the style again, as a
//! browser would.

use cssparser::{
    AtRuleParser, CowRcStr, ParseError, Parser, ParserState, QualifiedRuleParser, StyleSheetParser, Token,
};
use kindling_notebook::{Notebook, open};
use proptest::prelude::*;

/// What all decks with a style have before it.
const OWN: [&str; 2] =
    [":root:not([data-view=\"slides\"]) #deck .slide", "[data-view=\"slides\"] #deck .sheet"];

const LEAVING: [&str; 6] =
    ["position:fixed", "position:sticky", "position:var", "example.org", ";animation:", "</"];

/// A browser's view of a style sheet: the selectors of its rules, and what they say.
struct Browser(Vec<String>);

impl<'i> QualifiedRuleParser<'i> for Browser {
    type Prelude = String;
    type QualifiedRule = ();
    type Error = String;

    fn parse_prelude(&mut self, input: &mut Parser<'i>) -> Result<String, ParseError<String>> {
        let start = input.position();
        while input.next().is_ok() {}
        Ok(input.slice_from(start).trim().to_owned())
    }

    fn parse_block(
        &mut self,
        selector: String,
        _: &ParserState,
        input: &mut Parser<'i>,
    ) -> Result<(), ParseError<String>> {
        let start = input.position();
        while let Ok(token) = input.next() {
            if let Token::UnquotedUrl(address) = token {
                self.0.push(format!("fetches {address}"));
            }
        }
        // A value may hold any word; a declaration follows another, or the brace.
        let says = format!(";{}", input.slice_from(start));
        let is_inside = selector.starts_with("#deck .slide") && !selector.contains(['{', '}']);
        if !is_inside && !OWN.contains(&selector.as_str()) {
            self.0.push(format!("reaches {selector}"));
        }
        let leaves = LEAVING.iter().find(|word| says.contains(**word));
        self.0.extend(leaves.map(|word| format!("{selector} says {word}: {says}")));
        Ok(())
    }
}

impl<'i> AtRuleParser<'i> for Browser {
    type Prelude = String;
    type AtRule = ();
    type Error = String;

    fn parse_prelude(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i>,
    ) -> Result<String, ParseError<String>> {
        while input.next().is_ok() {}
        Ok(name.to_string())
    }

    fn rule_without_block(&mut self, name: String, _: &ParserState) -> Result<(), ()> {
        self.0.push(format!("there is @{name}"));
        Ok(())
    }

    fn parse_block(
        &mut self,
        name: String,
        _: &ParserState,
        input: &mut Parser<'i>,
    ) -> Result<(), ParseError<String>> {
        if !matches!(name.as_str(), "media" | "supports") {
            self.0.push(format!("there is @{name}"));
        }
        StyleSheetParser::new(input, self).for_each(|_| {});
        Ok(())
    }
}

/// What is wrong with a deck's style.
fn faults(deck: &Notebook) -> Vec<String> {
    let mut browser = Browser(Vec::new());
    let mut input = Parser::new(&deck.style);
    let broken = StyleSheetParser::new(&mut input, &mut browser).filter(Result::is_err).count();
    if broken > 0 {
        browser.0.push(format!("{broken} rules are broken"));
    }
    browser.0
}

fn check(css: &str) -> Result<(), TestCaseError> {
    let lines = css.lines().map(|line| format!("  {line}\n")).collect::<String>();
    for deck in [
        format!("---\nstyle: |\n{lines}---\n\n# A\n"),
        format!(
            "# A\n\n<style>\n{css}\n</style>\n\n# B\n\n<style scoped>\n{css}\n</style>\n\n<style>\nh1 {{ color: red }}\n</style>"
        ),
    ] {
        let deck = open("lessons/a.md", &deck).unwrap();
        prop_assert_eq!(faults(&deck), Vec::<String>::new(), "{}\n{}", css, deck.style);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_style_stays_on_its_slides(css in "(section|h1|\\.bar|body|:root|::after|:is\\(|:not\\(|\\)|\\[a=|\\]|\\{|\\{|\\}|\\}|;|,|>|~|\\+|\\*|&|@media |@import |@font-face|@keyframes x|color:|position:|--x:|var\\(--x\\)|url\\(|https://example.org|//example.org|fixed|sticky|animation:x|\"|'|/\\*|\\*/|\\\\|<|/|red|1px|\\(| |\n){0,25}") {
        check(&css)?;
    }

    #[test]
    fn rules_that_are_sound_do_too(rules in prop::collection::vec(("(section|h1|\\.a|body|:root|\\*)( |>|~|\\+|\\.b|:is\\(h2, section\\)|::before)(p|section|\\.bar)?", "(color|position|background|--x|display|animation|width)", "(red|fixed|sticky|grid|40px|url\\(a\\.png\\)|url\\(https://example\\.org\\)|var\\(--x\\)|image-set\\(\"https://example.org\" 1x\\))"), 0..5)) {
        let css: String = rules.iter().map(|(selector, name, value)| format!("{selector} {{ {name}: {value}; }}\n")).collect();
        check(&css)?;
    }
}

#[test]
fn a_style_is_found_wherever_it_stands() {
    let deck = open(
        "lessons/a.md",
        "---\ntheme: gaia\nstyle: |\n  h1 { color: #a00 }\n---\n\n# A\n\n<style scoped>\np { color: blue }\n</style>\n\n---\n\n# B\n\n<style>\nh2 { background: url(a.png) }\n</style>",
    );
    let deck = deck.unwrap();
    for part in ["#fff8e1", "color:#a00", ".own-1 .sheet p", "url(\"lessons/a.png\")"] {
        assert!(deck.style.contains(part), "{part}: {}", deck.style);
    }
    assert_eq!((deck.slides[0].class.as_str(), deck.slides[1].class.as_str()), ("own-1", ""));
    assert_eq!(faults(&deck), [] as [&str; 0]);
    assert!(deck.hints.is_empty());
    let in_comment =
        open("a.md", "# A\n\n<!-- theme: uncover -->\n\n---\n\n<!--\nstyle: |\n  h1 { color: #a00 }\n-->")
            .unwrap();
    assert!(
        in_comment.style.contains("#fdfcff") && in_comment.style.contains("color:#a00"),
        "{}",
        in_comment.style
    );
    assert!(open("a.md", "---\ntheme: mine\n---\n\n# A").unwrap().hints[0].contains("“mine”"));
}

#[test]
fn columns_of_a_style_hold_cells() {
    let css = "---\nstyle: |\n  .grid { display: grid; grid-template-columns: 2fr 1fr; }\n---\n\n";
    let with_cell = "<div class=\"grid\">\n<div class=\"wide\">\n\n```python\nprint(1)\n```\n\n</div>\n<div>\n\ntext\n\n</div>\n</div>";
    let blocks = open("a.md", &format!("{css}{with_cell}")).unwrap().slides.remove(0).blocks;
    let [kindling_notebook::Block::Columns(columns)] = blocks.as_slice() else { panic!("{blocks:?}") };
    assert_eq!((columns.class.as_str(), columns.columns.len()), ("grid", 2));
    let without = with_cell.replace("```python", "```text");
    let blocks = open("a.md", &format!("{css}{without}")).unwrap().slides.remove(0).blocks;
    assert!(
        matches!(blocks.as_slice(), [kindling_notebook::Block::Html(html)] if html.contains("<div class=\"grid\">"))
    );
}
