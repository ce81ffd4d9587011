//! Notebooks are shown as Jupyter shows them.
//!
//! What it is not: the page's look. Start reading at [`shown`].

mod common;

use kindling_notebook::{Block, Format, Notebook, export, open};
use proptest::prelude::*;
use serde_json::{Value, json};

fn notebook(cells: &[Value]) -> Notebook {
    let text = json!({ "cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5 }).to_string();
    open("a.ipynb", &text).unwrap()
}

fn markdown(source: &str) -> Value {
    json!({ "cell_type": "markdown", "id": "a", "metadata": {}, "source": source })
}

fn code(outputs: &Value) -> Value {
    json!({ "cell_type": "code", "id": "a", "metadata": {}, "source": "x", "execution_count": 1, "outputs": outputs })
}

fn html_output(html: &str) -> Value {
    json!({ "output_type": "display_data", "metadata": {}, "data": { "text/html": html } })
}

/// What the notebook of one text cell shows.
fn shown(source: &str) -> String {
    slides(&notebook(&[markdown(source)]))
}

fn slides(notebook: &Notebook) -> String {
    notebook.slides.iter().map(|slide| common::html(&slide.blocks)).collect()
}

fn shown_output(html: &str) -> String {
    notebook(&[code(&json!([html_output(html)]))]).cells[0].outputs[0].html.clone()
}

#[test]
fn formulas_are_set_wherever_they_stand() {
    for (source, count) in [
        ("$$\na\n=\nb\n$$", 1),
        ("$$\na\n- b\n$$\n\n$$\na\n\n# b\n$$", 2),
        ("$J =\n- \\frac{1}{m}$", 1),
        ("$x $ and $ x$", 2),
        ("<div>$x$</div>\n\n<details><summary>$x$</summary>\n\n$x$\n\n</details>", 3),
        ("<center>$$x$$</center>\n\n<h3>$x$</h3>", 2),
        ("| $|x|$ | $y$ |\n|---|---|\n| $|z|$ | b |", 3),
        ("- one\n\n  $$\n  a\n  - b\n  $$", 1),
        ("**$x$** and *a*$x$ and _a_$x$ and [$x$](a)", 4),
    ] {
        let html = shown(source);
        assert_eq!(html.matches("<math").count(), count, "{source}: {html}");
        assert!(!html.contains('$') && !html.contains('\u{2}'), "{source}: {html}");
    }
    assert_eq!(
        shown_output("<table><tr><td>$x$</td><td>$5</td><td>$6</td></tr></table>").matches("<math").count(),
        1
    );
}

#[test]
fn signs_are_kept_where_no_formula_can_be() {
    assert!(shown("[a](b \"$x$\") `$x$`").contains("<code>$x$</code>"));
    assert!(shown("[a](b \"$x$\")").contains("title=\"$x$\""));
    assert!(shown("![$x$](b)").contains("alt=\"$x$\""));
    assert!(shown("$5 or $6").contains("$5 or $6"));
    assert_eq!(notebook(&[markdown("# The $x$ axis")]).slides[0].title, "The x axis");
    assert_eq!(notebook(&[markdown("<h1>The $x$ axis</h1>")]).slides[0].title, "The x axis");
}

#[test]
fn authors_say_what_text_looks_like() {
    for (source, kept) in [
        ("<div style=\"background: #eee; padding: 1em\">a</div>", "padding:1em"),
        ("<p style=\"text-align:center\">a</p>", "<p style=\"text-align:center\">"),
        ("<h1 style=\"color: red\">a</h1>", "style=\"color:red\""),
        ("<font color=\"red\" size=\"5\">a</font>", "<font color=\"red\" size=\"5\">"),
        ("<p align=\"center\">a</p>", "<p align=\"center\">"),
        ("<img src=\"a.png\" style=\"float:right; width: 50%\">", "style=\"float:right;width:50%\""),
        ("<div class=\"alert alert-block alert-info\">a</div>", "class=\"alert alert-block alert-info\""),
        ("<progress value=\"3\" max=\"10\"></progress>", "<progress value=\"3\" max=\"10\">"),
    ] {
        assert!(shown(source).contains(kept), "{source}: {}", shown(source));
        assert!(shown_output(source).contains(kept), "{source}: {}", shown_output(source));
    }
    let table = "<style>#T_r0 { background-color: #800026; color: #f1f1f1; }</style><table><td id=\"T_r0\">1</td></table>";
    assert!(
        shown_output(table).contains("style=\"background-color:#800026;color:#f1f1f1\""),
        "{}",
        shown_output(table)
    );
    for hostile in [
        "<div style=\"position:fixed;inset:0\">a</div>",
        "<div style=\"background:url(https://example.org/a)\">a</div>",
        "<div style=\"background:u\\72l(https://example.org/a)\">a</div>",
        "<div style=\"background:image-set('https://example.org/a' 1x)\">a</div>",
        "<div style=\"margin-top:-500px\">a</div>",
        "<p style='color:red\" onclick=\"alert(1)'>a</p>",
    ] {
        let html = shown(hostile) + &shown_output(hostile);
        for word in ["fixed", "example", "500", "onclick=\""] {
            assert!(!html.contains(word), "{hostile}: {html}");
        }
    }
    let deck = open("a.md", "<p style=\"text-align:center\" align=\"center\">a</p>").unwrap();
    assert!(slides(&deck).contains("<p>a</p>"), "as Marp has it: {}", slides(&deck));
}

#[test]
fn links_lead_to_places_within_the_notebook() {
    let html = shown(
        "[a](#Section-One) [b](#deep) [c](https://example.org/#x)\n\n# Section One\n\n<a id=\"deep\"></a>\n\n<a name=\"Old\">x</a>",
    );
    assert!(html.contains("<a href=\"#there-section-one\" rel=\"noopener noreferrer\">a</a>"), "{html}");
    assert!(html.contains("href=\"https://example.org/#x\" target=\"_blank\""), "{html}");
    for place in
        ["<h1 id=\"there-section-one\">", "id=\"there-deep\"", "id=\"there-old\"", "href=\"#there-deep\""]
    {
        assert!(html.contains(place), "{place}: {html}");
    }
    let two = notebook(&[markdown("<h2>Über uns</h2>\n\n### A $x$")]);
    assert!(slides(&two).contains("<h2 id=\"there-über-uns\">"), "{}", slides(&two));
    let hostile = shown("<a href=\"#x\" title='<a target=\"_blank\" onclick=\"x\"'>a</a>");
    assert!(!hostile.contains(" onclick=\"x\"") || hostile.contains("&quot; onclick=&quot;x"), "{hostile}");
}

#[test]
fn pictures_sounds_and_films_of_outputs() {
    let picture = shown("<img src=\"http://example.org/a.png\"> ![b](http://example.org/b.png)");
    assert!(
        picture.contains("https://example.org/a.png") && picture.contains("https://example.org/b.png"),
        "{picture}"
    );
    assert!(!picture.contains("http:"), "{picture}");
    for (html, link) in [
        ("<b>x</b><iframe src=\"https://example.org/v\"></iframe>", ">Page: https://example.org/v</a>"),
        ("<video src=\"a.mp4\" controls></video>", ">Video: a.mp4</a>"),
        (
            "<audio><source src=\"data:audio/wav;base64,AA==\"></audio>",
            "download=\"Sound\" target=\"_blank\"",
        ),
        ("<svg width=20><circle r=4 /></svg>", "<img alt=\"A drawing\" src=\"data:image/svg+xml"),
    ] {
        assert!(shown_output(html).contains(link), "{html}: {}", shown_output(html));
    }
    let page = shown_output("<b>x</b><a href=\"data:text/html,x\" download=\"a\">x</a>");
    assert!(!page.contains("data:"), "{page}");
}

#[test]
fn what_a_stream_prints_in_pieces_is_one_block() {
    let stream = |name: &str, text: &str| json!({ "output_type": "stream", "name": name, "text": text });
    let outputs =
        json!([stream("stdout", "a\n"), stream("stdout", "b"), stream("stderr", "c"), stream("stdout", "d")]);
    let notebook = notebook(&[code(&outputs)]);
    let shown: Vec<&str> = notebook.cells[0].outputs.iter().map(|output| output.html.as_str()).collect();
    assert!(shown[0].contains(">a\nb</pre>") && shown[1].is_empty(), "{shown:?}");
    assert!(shown[2].contains(">c</pre>") && shown[3].contains(">d</pre>"), "{shown:?}");
    let kept: Value = serde_json::from_str(&export(&notebook, Format::Ipynb)).unwrap();
    assert_eq!(kept["cells"][0]["outputs"].as_array().unwrap().len(), 4);
}

fn with_metadata(mut cell: Value, metadata: Value) -> Value {
    cell["metadata"] = metadata;
    cell
}

#[test]
fn what_its_author_hides_is_folded() {
    let output = json!([{ "output_type": "stream", "name": "stdout", "text": "a" }]);
    for (metadata, code_is_folded, output_is_folded) in [
        (json!({}), false, false),
        (json!({ "tags": ["hide-input"] }), true, false),
        (json!({ "tags": ["remove_input"] }), true, false),
        (json!({ "tags": ["hide-output"] }), false, true),
        (json!({ "tags": ["remove_output"] }), false, true),
        (json!({ "tags": ["hide-cell"] }), true, true),
        (json!({ "_kg_hide-input": true }), true, false),
        (json!({ "_kg_hide-output": true, "_kg_hide-input": false }), false, true),
        // One tag alone is made a list.
        (json!({ "tags": "hide-input" }), true, false),
    ] {
        let notebook = notebook(&[with_metadata(code(&output), metadata.clone())]);
        let cell = &notebook.cells[0];
        assert_eq!(cell.folded.is_some(), code_is_folded, "{metadata}");
        assert_eq!(cell.outputs[0].html.starts_with("<details"), output_is_folded, "{metadata}");
    }
    for cell in [code(&output), markdown("text")] {
        let notebook = notebook(&[with_metadata(cell, json!({ "tags": ["remove-cell"] }))]);
        assert!(matches!(&notebook.slides[0].blocks[0], Block::Details { .. }), "{:?}", notebook.slides);
    }
}

#[test]
fn cells_below_a_collapsed_heading_are_folded() {
    let collapsed = |name: &str| with_metadata(markdown("## Two"), json!({ name: true }));
    for heading in ["jp-MarkdownHeadingCollapsed", "heading_collapsed"].map(collapsed) {
        let notebook = notebook(&[
            markdown("# One"),
            heading,
            markdown("text"),
            markdown("### Three"),
            code(&json!([])),
            markdown("## Four"),
            code(&json!([])),
        ]);
        let titles: Vec<&str> = notebook.slides.iter().map(|slide| slide.title.as_str()).collect();
        assert_eq!(titles, ["One", "Two", "Four"]);
        let [Block::Html(_), Block::Details { summary, blocks }] = notebook.slides[1].blocks.as_slice()
        else {
            panic!("{:?}", notebook.slides[1].blocks);
        };
        assert_eq!((summary.as_str(), blocks.last()), ("3 cells hidden", Some(&Block::Cell(0))));
        assert!(matches!(notebook.slides[2].blocks.as_slice(), [Block::Html(_), Block::Cell(1)]));
        let again = open("a.ipynb", &export(&notebook, Format::Ipynb)).unwrap();
        assert_eq!(again.slides, notebook.slides);
    }
}

#[test]
fn colab_says_of_the_notebook_what_is_collapsed() {
    let heading = with_metadata(markdown("# One"), json!({ "id": "abc" }));
    let metadata = json!({ "colab": { "collapsed_sections": ["abc"] } });
    let cells = [heading, markdown("text"), markdown("# Two")];
    let file = json!({ "cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5 });
    let notebook = open("a.ipynb", &file.to_string()).unwrap();
    assert!(matches!(notebook.slides[0].blocks.as_slice(), [Block::Html(_), Block::Details { .. }]));
    assert_eq!(notebook.slides.len(), 2);
}

#[test]
fn titles_of_colabs_forms_are_markdown() {
    for (source, title) in [
        ("#@title ##H _md_", "H md"),
        ("#@title 1. Set **up** `x`", "1. Set up x"),
        ("# @title - a { display-mode: \"form\" }", "- a"),
        ("#@title _md_", "md"),
        ("#@title", "Code"),
    ] {
        let mut cell = code(&json!([]));
        cell["source"] = source.into();
        assert_eq!(notebook(&[cell]).cells[0].folded.as_deref(), Some(title), "{source}");
    }
}

/// What formulas are made of, and what may stand between.
const PIECES: &[&str] = &[
    "$",
    "$$",
    "\\begin{a}",
    "\\end{a}",
    "{",
    "}",
    "\\",
    "\n",
    "\n\n",
    "- ",
    "> ",
    "# ",
    "`",
    "```\n",
    "<div>",
    "</div>",
    "<code>",
    "</code>",
    "<pre>",
    "<a name=x>",
    "<svg a=b>",
    "</svg>",
    "<h1>",
    "|",
    "\n|-|-|\n",
    "é",
    "style=\"",
    "\"",
    ">",
    "<",
    "[",
    "](",
    "#a",
    "<!--",
    "-->",
    "\\\\(",
    "\\\\)",
    " ",
    "x",
    "5",
    "---\n",
    "=\n",
    "    ",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn no_mark_is_left(text in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        let text = text.concat();
        let notebook = notebook(&[markdown(&text), code(&json!([html_output(&text)]))]);
        let title: String = notebook.slides.iter().map(|slide| slide.title.as_str()).collect();
        let html = title + &slides(&notebook) + &notebook.cells[0].outputs[0].html;
        prop_assert!(!html.contains(['\u{2}', '\u{3}']), "{}", html);
        let deck = open("a.md", &text).unwrap();
        prop_assert!(!slides(&deck).contains(['\u{2}', '\u{3}']), "a deck");
        prop_assert_eq!(export(&deck, Format::Md), text);
    }
}
