//! Formulas as decks, notebooks and papers have them are set, and set whole.
//!
//! What it is not: how they look (`www/style/math.css`). The formulas stand one a line in `tests/cases/formulas.txt`, with
//! `⏎` for the end of a line in one.

use std::fs;
use std::path::Path;

use kindling_notebook::{Format, export, markdown_html, open};

mod common;

/// What no reader of formulas sets without packages, or what no package is here for.
const SHOWN_AS_WRITTEN: &[&str] = &[
    r"\begin{CD} A @>a>> B \end{CD}",
    r"\SI{10}{\meter}",
    r"\pu{1.2e3 m/s}",
    r"\KL{p}{q}",
    r"\frac{1}",
    r"\begin{align*}",
    r"\left( x",
];

#[test]
fn formulas_are_set_whole() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/formulas.txt");
    let text = fs::read_to_string(file).unwrap();
    let formulas: Vec<String> = text.lines().map(|line| line.replace('⏎', "\n")).collect();
    assert!(formulas.len() > 900, "{}", formulas.len());
    let faults = formulas.iter().filter(|formula| {
        let html = markdown_html(&format!("$$\n{formula}\n$$"));
        let names_itself = html.contains('\\') && !formula.contains("backslash");
        !html.contains("<math")
            || html.contains("class=\"math\"")
            || names_itself
            || html.contains("&amp;nbsp")
    });
    assert_eq!(faults.collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn what_cannot_be_set_is_shown_as_it_was_written() {
    for formula in SHOWN_AS_WRITTEN {
        let html = markdown_html(&format!("${formula}$"));
        assert!(html.contains("<code class=\"math\">") && !html.contains("<math"), "{formula}: {html}");
    }
}

/// As Marp's plugin for formulas has them.
#[test]
fn lines_of_a_decks_formula_are_no_markdown() {
    let formulas = ["$$\na\n=\nb\n$$", "$$\na\n- b\n$$", "$$\na\n\n---\n\n# b\n$$", "$$\n> a\n+ b\n1. c\n$$"];
    let deck = format!("# One\n\n{}\n\n---\n\n```python\nprint(1)\n```\n\ncosts $5\n", formulas.join("\n\n"));
    let notebook = open("a.md", &deck).unwrap();
    assert_eq!(notebook.slides.len(), 2);
    let slide = notebook.slides.iter().find(|slide| slide.title == "One").unwrap();
    assert_eq!(common::html(&slide.blocks).matches("<math").count(), 4);
    assert_eq!(export(&notebook, Format::Md), deck);
}
