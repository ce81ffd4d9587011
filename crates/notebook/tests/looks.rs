//! What a deck's Markdown and directives are shown as: backgrounds, colours, headers, lines, diagrams, expected outputs.
//!
//! What it is not: the decks of `tests/cases` as a whole (`cases.rs`), or a deck's own CSS (`styles.rs`). Start reading at
//! [`html_of`].

use kindling_notebook::{Block, Notebook, open};

fn deck_of(body: &str) -> Notebook {
    open("deck.md", &format!("---\nmarp: true\n---\n\n{body}")).unwrap()
}

/// The text of blocks as HTML, each column in brackets.
fn html_of(blocks: &[Block]) -> String {
    let of_block = |block: &Block| match block {
        Block::Html(html) => html.clone(),
        Block::Columns(columns) => {
            columns.columns.iter().map(|column| format!("[{}]", html_of(&column.blocks))).collect()
        }
        Block::Details { summary, blocks } => format!("{summary}{}", html_of(blocks)),
        Block::Cell(_) => String::new(),
    };
    blocks.iter().map(of_block).collect()
}

#[test]
fn backgrounds_stand_beside_or_behind_the_text() {
    let shown = |body: &str| html_of(&deck_of(body).slides[0].blocks);
    let left = shown("# A\n\n![bg left:40%](a.png)\n\ntext");
    assert!(left.starts_with("[<p><img src=\"a.png\"") && left.contains("[<h1>A</h1>"), "{left}");
    let right = shown("![bg right](a.png) ![bg right fit](b.png)\n\n# A");
    assert!(
        right.starts_with("[<h1>A</h1>") && right.contains("b.png") && !right.contains("<p></p>"),
        "{right}"
    );
    let alone = shown("![bg](a.png)");
    assert!(alone.starts_with("<div class=\"lone-picture\"><p><img src=\"a.png\""), "{alone}");
    assert!(!alone.contains("backdrop"), "{alone}");
    // As in Marp: the last side holds all of them.
    let both = shown("![bg left](a.png)\n![bg](b.png)\n\n# A");
    assert!(
        both.starts_with("[<p><img src=\"a.png\"") && both.contains("b.png") && !both.contains("backdrop"),
        "{both}"
    );
    let last = shown("![bg left](a.png)\n![bg right:30%](b.png)\n\n# A");
    assert!(last.starts_with("[<h1>A</h1>") && last.contains("a.png"), "{last}");
    let behind = shown("![bg brightness:0.5](a.png)\n\n# A");
    assert!(behind.starts_with("<div class=\"backdrop\" aria-hidden=\"true\"><p><img"), "{behind}");
}

#[test]
fn colours_headers_and_footers_are_directives() {
    let deck = open(
        "deck.md",
        "---\nheader: 'All :tada:'\nfooter: '**foot**'\npaginate: true\n---\n\n# A\n\n---\n\n<!-- _header: Only *title* -->\n\
         <!-- _backgroundColor: \"#123\" -->\n\nbody\n\n---\n\n<!-- _header: '' -->\n<!-- _backgroundColor: \"red;x:y\" -->\n\nend",
    );
    let deck = deck.unwrap();
    let shown: Vec<String> = deck.slides.iter().map(|slide| html_of(&slide.blocks)).collect();
    assert!(shown[0].starts_with("<div class=\"slide-header\">All 🎉</div>"), "{}", shown[0]);
    assert!(
        shown[0].contains("<strong>foot</strong><span class=\"page-number\">1</span></div>"),
        "{}",
        shown[0]
    );
    assert_eq!(deck.slides[1].title, "Only title");
    assert!(
        shown[1].contains("style=\"background-color:#123;\"") && deck.slides[1].class.contains("on-dark")
    );
    assert!(!shown[2].contains("slide-header") && !shown[2].contains("red"), "{}", shown[2]);
}

#[test]
fn text_of_a_deck_is_as_marp_sets_it() {
    let shown = |body: &str| html_of(&deck_of(body).slides[0].blocks);
    assert!(shown("one\ntwo").contains("one<br>"));
    let list = shown("- [x] done\n- [ ] to do\n\n:rocket: www.example.org");
    assert!(list.contains("☑ done") && list.contains("☐ to do") && list.contains("🚀"), "{list}");
    assert!(list.contains("href=\"https://www.example.org\""), "{list}");
    let notes =
        deck_of("<!-- prettier-ignore -->\n<!-- markdownlint-disable MD033 -->\n<!-- Say hello. -->\n\n# A");
    assert_eq!(notes.slides[0].notes, "Say hello.");
    let frame = shown("<iframe src=\"https://example.org\"></iframe>\n\n<svg><circle r=\"1\"/></svg>");
    assert!(
        frame.contains(">Page: https://example.org</a>") && frame.contains("data:image/svg+xml"),
        "{frame}"
    );
}

#[test]
fn a_diagram_is_its_text_and_a_hint() {
    let shown = |body: &str| html_of(&deck_of(body).slides[0].blocks);
    let html = shown("```mermaid\ngraph LR\n A-->B\n```");
    assert!(html.contains("language-mermaid") && html.contains("A--&gt;B"), "{html}");
    assert!(html.contains("<p class=\"hint\">A diagram in the words of Mermaid"), "{html}");
    assert!(!shown("```text\na\n```").contains("hint"));
}

#[test]
fn a_heading_that_is_to_fit_is_large() {
    let class = |body: &str| deck_of(body).slides.remove(0).class;
    assert!(class("# <!-- fit --> A").contains("fit-title"));
    assert!(class("## <!--fit--> A").contains("fit-title"));
    assert!(!class("<!-- fit -->\n\n# A").contains("fit-title"));
}

#[test]
fn a_block_is_expected_only_of_a_cell_that_shows_something() {
    let expected = |body: &str| deck_of(body).cells.remove(0).expected;
    assert_eq!(expected("```python\nprint(1)\n```\n\n```\n1\n```").as_deref(), Some("1"));
    assert_eq!(expected("```python\ny = 4\n```\n\n```\n$ pip install torch\n```"), None);
    assert_eq!(expected("```python\nprint(1)\n```\n\n    ```\n    1\n    ```").as_deref(), Some("1"));
}
