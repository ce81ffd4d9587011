//! Whole decks, as lecturers write them and as nobody should.

mod common;

use common::html;
use kindling_notebook::{Block, Format, Notebook, Slide, export, open};

fn deck(name: &str) -> Notebook {
    let path = format!("{}/../../tests/decks/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    open(name, &text).unwrap()
}

/// The last block but for the footer with the slide's number.
fn last_of_text(slide: &Slide) -> Option<&Block> {
    slide.blocks.iter().rfind(|block| !matches!(block, Block::Html(html) if html.contains("slide-footer")))
}

#[test]
fn slides_of_a_lecture_deck() {
    let deck = deck("cooling.md");
    let outline: Vec<(u8, &str, &str)> =
        deck.slides.iter().map(|slide| (slide.level, slide.title.as_str(), slide.class.as_str())).collect();
    assert_eq!(
        outline,
        [
            (1, "A mug of tea, cooling", "lead"),
            (2, "What we measure", ""),
            (2, "Setup", ""),
            (0, "", ""),
            (2, "A model with two numbers", ""),
            (1, "Fitting", "lead"),
            (2, "One loop over two columns", ""),
            (0, "", ""),
            (2, "Reading it off", ""),
            (2, "A cell that cannot work", ""),
        ]
    );
    assert_eq!(deck.title, "A mug of tea, cooling");
    assert_eq!(deck.slides[3].notes, "Say that real tea cools along a curve.");
    assert!(!html(&deck.slides[0].blocks).contains("backgroundImage"));
}

#[test]
fn imports_that_are_missing_come_first() {
    let deck = deck("cooling.md");
    assert_eq!(deck.cells[0].source, "import torch\nfrom torch import nn\nimport matplotlib.pyplot as plt");
    assert!(deck.cells[0].setup && deck.cells[1..].iter().all(|cell| !cell.setup));
    assert_eq!(last_of_text(&deck.slides[2]), Some(&Block::Cell(0)));
}

#[test]
fn only_imports_that_are_missing_are_added() {
    let added = |code: &str| {
        let deck = open("a.md", &format!("# A\n\n```python\n{code}\n```\n")).unwrap();
        deck.cells.iter().find(|cell| cell.setup).map(|cell| cell.source.clone()).unwrap_or_default()
    };
    for code in [
        "from torch import (\n    nn,\n)\nnn.Linear(1, 1)",
        "try: import numpy as np\nexcept ImportError: np = None\nnp.ones(2)",
        "[F.x() for F in Fs]",
        "%%bash\nos.x",
    ] {
        assert_eq!(added(code), "", "{code}");
    }
    assert_eq!(
        added("os.getcwd(), random.random(), time.time(), math.pi\nsns.set()\nDataLoader(x)"),
        "import math\nimport os\nimport random\nimport time\n\
         from torch.utils.data import DataLoader\nimport seaborn as sns"
    );
}

#[test]
fn a_loop_over_two_columns_is_one_cell() {
    let deck = deck("cooling.md");
    assert_eq!(deck.cells.len(), 7);
    let training = &deck.cells[3];
    assert!(
        training.source.contains("    optimizer.zero_grad()\n    loss.backward()\n"),
        "{}",
        training.source
    );
    assert!(training.source.ends_with("print(f\"epoch {epoch}: {loss:.4f}\")"));
    // Its second column is empty now, so the slide has one.
    assert_eq!(last_of_text(&deck.slides[6]), Some(&Block::Cell(3)));
}

#[test]
fn printed_output_is_expected_of_the_cell_before_it() {
    let deck = deck("cooling.md");
    let expected: Vec<Option<&str>> = deck.cells.iter().map(|cell| cell.expected.as_deref()).collect();
    let readings = "(tensor([[0.0000],\n        [0.0500],\n        ...,\n        [0.1500]]),\n\
                    tensor([[0.9000],\n        ...,\n        [0.8400]]))";
    let parameters = "[Parameter containing:\ntensor([0.], requires_grad=True),\n\
                      Parameter containing:\ntensor([0.], requires_grad=True)]";
    let losses = "epoch 0: 0.7100\nepoch 10: 0.1416\n...";
    assert_eq!(expected, [None, Some(readings), Some(parameters), Some(losses), None, None, None]);
    // It is the cell's now, and not shown a second time.
    assert!(!html(&deck.slides[7].blocks).contains("epoch 0"));
}

#[test]
fn columns_tables_and_other_languages_stay() {
    let deck = deck("cooling.md");
    let Some(Block::Columns(columns)) = last_of_text(&deck.slides[1]) else { panic!("no columns") };
    assert!(html(&columns.columns[0].blocks).contains("<li>"));
    assert!(html(&columns.columns[1].blocks).contains("<table>"));
    assert!(html(&columns.columns[1].blocks).contains("<math"));
    assert!(html(&deck.slides[4].blocks).contains("<code class=\"language-bash\">"));
}

#[test]
fn lists_appear_step_by_step_by_their_marker() {
    let shown = |list: &str| {
        let deck = open("a.md", list).unwrap();
        html(&deck.slides[0].blocks).replace('\n', "")
    };
    assert_eq!(shown("* a\n* b"), "<ul class=\"steps\"><li>a</li><li>b</li></ul>");
    assert_eq!(shown("2) a\n3) b"), "<ol class=\"steps\" start=\"2\"><li>a</li><li>b</li></ol>");
    for marker in ["-", "+"] {
        assert_eq!(shown(&format!("{marker} a")), "<ul><li>a</li></ul>");
    }
    assert_eq!(shown("1. a"), "<ol><li>a</li></ol>");
    let nested = "- a\n  * b\n\n    1. c\n- d\n\ntext\n\n- e";
    let nested = shown(nested);
    assert_eq!(nested.matches("class=\"steps\"").count(), 1, "{nested}");
    assert!(nested.contains("<ul class=\"steps\"><li><p>b</p><ol><li>c</li></ol></li></ul>"), "{nested}");
    // A cell cuts a list in two: both halves are of one kind.
    let cut = shown("* a\n\n  ```python\n  print(1)\n  ```\n\n* b");
    assert_eq!(cut.matches("<ul class=\"steps\">").count(), 2, "{cut}");
}

#[test]
fn answers_unfold_with_their_cells() {
    let deck = deck("cooling.md");
    let Some(Block::Details { summary, blocks }) = last_of_text(&deck.slides[8]) else {
        panic!("no details")
    };
    assert_eq!(summary, "Why is the slope still too small?");
    assert!(matches!(blocks.as_slice(), [Block::Html(_), Block::Cell(5)]), "{blocks:?}");
}

#[test]
fn written_as_a_deck_again_it_is_the_same() {
    let first = deck("cooling.md");
    let again = open("cooling.md", &export(&first, Format::Md)).unwrap();
    assert_eq!(again.cells, first.cells);
    let blocks =
        |notebook: &Notebook| notebook.slides.iter().map(|slide| slide.blocks.clone()).collect::<Vec<_>>();
    assert_eq!(blocks(&again), blocks(&first));
    assert_eq!(export(&again, Format::Md), export(&first, Format::Md));
}

#[test]
fn a_hostile_deck_only_shows() {
    let deck = deck("hostile.md");
    let shown: String = deck.slides.iter().map(|slide| html(&slide.blocks)).collect();
    let page = tags_of(&shown);
    for tag in &page {
        let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
        let dangerous = ["script", "iframe", "svg", "animate", "style", "form", "button", "mglyph", "input"];
        assert!(!dangerous.contains(&name), "<{tag}>");
        let lower = tag.to_ascii_lowercase();
        for handler in
            [" onerror=", " onload=", " onclick=", " ontoggle=", " onmouseover=", "javascript:", "data:text"]
        {
            assert!(!attributes_without_values(&lower).contains(handler.trim()), "<{tag}> has {handler}");
        }
        assert!(!lower.contains("href=\"javascript:") && !lower.contains("href=\"data:"), "<{tag}>");
    }
    assert!(shown.contains("press me") && shown.contains("<math"), "{shown}");
}

/// What stands between `<` and `>`: sanitised HTML has no bare `<` elsewhere.
fn tags_of(html: &str) -> Vec<String> {
    html.split('<').skip(1).filter_map(|piece| Some(quoted_end(piece)?.to_owned())).collect()
}

/// Up to the `>` that is in no quotes.
fn quoted_end(piece: &str) -> Option<&str> {
    let mut quoted = false;
    let end = piece.char_indices().find(|(_, character)| {
        quoted ^= *character == '"';
        *character == '>' && !quoted
    });
    end.map(|(index, _)| &piece[..index])
}

fn attributes_without_values(tag: &str) -> String {
    tag.split('"').step_by(2).collect()
}

#[test]
fn only_a_title_with_a_line_below_it_is_a_lead() {
    let is_lead = |body: &str| open("a.md", body).unwrap().slides[0].class.contains("lead");
    for body in ["# A", "# A\n\nby **me**\n\n2024", "![bg](a.png)\n\n# A\n\ntext"] {
        assert!(is_lead(body), "{body}");
    }
    for body in [
        "# A\n\n![](a.png)",
        "# A\n\n> quoted",
        "# A\n\n$$x$$",
        "# A\n\n<p style=\"font-size:2em\">x</p>",
        "# A\n\n<span style=\"color:red\">x</span>",
        "# A\n\n<details><summary>a</summary>\n\nb\n\n</details>",
        "---\nstyle: 'h1 { font-size: 2em }'\n---\n\n# A",
    ] {
        assert!(!is_lead(body), "{body}");
    }
}

#[test]
fn grids_that_no_style_knows_are_columns_and_no_div_is_empty() {
    let blocks = |body: &str| open("a.md", body).unwrap().slides[0].blocks.clone();
    let cell = "```python\n1\n```";
    let grid = blocks(&format!(
        "<div class=\"grid grid-cols-2\">\n<div>\n\nleft\n\n</div>\n<div>\n\n{cell}\n\n</div>\n</div>"
    ));
    assert!(matches!(grid.as_slice(), [Block::Columns(columns)] if columns.columns.len() == 2), "{grid:?}");
    let alone = blocks(&format!("<div class=\"grid\">\n\n{cell}\n\n</div>"));
    assert_eq!(alone, [Block::Cell(0)]);
    let boxed = blocks(&format!("<div class=\"box\">\n\n{cell}\n\n</div>"));
    assert_eq!(boxed, [Block::Cell(0)]);
}
