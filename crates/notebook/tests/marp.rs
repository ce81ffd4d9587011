//! What Kindling makes of each slide of the decks `k….md` is what Marp makes of it, beside looks.
//!
//! What it is not: how the answers were got (`tests/cases/decks/record.mjs`). Start reading at
//! [`each_slide_is_marps`].

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use common::html;
use kindling_notebook::{Slide, open};
use serde_json::Value;

/// Where Kindling differs on purpose: the deck, what of it, and why.
const DIFFERENCES: [(&str, &str, &str); 6] = [
    ("k08-front-broken.md", "page", "front matter with one line that is no YAML is read without it"),
    ("k16-math.md", "title", "a formula's signs are no part of a title"),
    ("k17-fit.md", "notes", "`fit` is said to Marp, and no note"),
    ("k27-empty-header.md", "header", "a list is its texts"),
    ("k39-course.md", "title", "footnotes and formulas are read, and a slide's own header is its title"),
    ("k35-comment-open.md", "notes", "what a comment that is not closed swallows is kept as a note"),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/decks")
}

/// The words in the first element of that class, without `but`, which is an element in it.
fn words_of(html: &str, class: &str) -> String {
    let Some((_, after)) = html.split_once(&format!("class=\"{class}\">")) else { return String::new() };
    let end = if class == "page-number" { "</span>" } else { "</div>" };
    let inside = after.split(end).next().unwrap_or_default();
    let inside = inside.split("<span class=\"page-number\">").next().unwrap_or_default();
    let pieces = inside.split('<').enumerate();
    let words = pieces
        .map(|(at, piece)| if at == 0 { piece } else { piece.split_once('>').map_or("", |(_, text)| text) });
    words.collect()
}

/// One form of white space, and no emoji, which Marp draws.
fn plain(text: &str) -> String {
    let text =
        text.replace(|character: char| character > '\u{1f000}' || matches!(character, '❤' | '\u{fe0f}'), "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Classes that the author has not given.
fn authors(class: &str) -> String {
    let is_ours =
        |class: &&str| matches!(*class, "on-dark" | "on-light" | "fit-title") || class.starts_with("own-");
    class.split_whitespace().filter(|class| !is_ours(class)).collect::<Vec<_>>().join(" ")
}

fn differences(slide: &Slide, marp: &Value) -> Vec<(&'static str, String)> {
    let html = html(&slide.blocks);
    // A slide with nothing but a title is a section's in Kindling's own look.
    let class = authors(&slide.class);
    let class = if marp["class"].as_str().is_some_and(|marps| !marps.contains("lead")) {
        plain(&class.replace("lead", ""))
    } else {
        class
    };
    let ours = [
        ("title", plain(&slide.title)),
        ("class", class),
        ("header", plain(&words_of(&html, "slide-header"))),
        ("footer", plain(&words_of(&html, "slide-footer"))),
        ("page", words_of(&html, "page-number")),
        ("notes", plain(&slide.notes)),
    ];
    let texts =
        ours.into_iter().filter(|(name, ours)| *ours != plain(marp[name].as_str().unwrap_or_default()));
    let mut differences: Vec<(&str, String)> = texts.collect();
    let has_steps = html.contains("class=\"steps\"");
    if marp["steps"] != has_steps {
        differences.push(("steps", has_steps.to_string()));
    }
    let has_pictures = html.contains("<img");
    if marp["pictures"].as_u64().is_some_and(|pictures| pictures > 0) && !has_pictures {
        differences.push(("pictures", String::new()));
    }
    differences
}

#[test]
fn each_slide_is_marps() {
    let answers = fs::read_to_string(folder().join("marp-core-5.0.2-kinds.json")).unwrap();
    let answers: Value = serde_json::from_str(&answers).unwrap();
    let (mut wrong, mut met) = (Vec::new(), BTreeSet::new());
    for (name, marp) in answers.as_object().unwrap() {
        let deck = open(name, &fs::read_to_string(folder().join(name)).unwrap()).unwrap();
        let marp = marp.as_array().unwrap();
        if deck.slides.len() != marp.len() {
            wrong.push(format!("{name}: {} slides, Marp has {}", deck.slides.len(), marp.len()));
            continue;
        }
        for (number, (slide, marp)) in deck.slides.iter().zip(marp).enumerate() {
            for (what, ours) in differences(slide, marp) {
                if DIFFERENCES.iter().any(|(deck, part, _)| deck == name && *part == what) {
                    met.insert((name, what));
                } else {
                    wrong.push(format!(
                        "{name}, slide {}: {what} is {ours:?}, Marp's {}",
                        number + 1,
                        marp[what]
                    ));
                }
            }
        }
    }
    assert!(answers.as_object().unwrap().len() > 30);
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(met.len(), DIFFERENCES.len(), "only these differ: {met:?}");
}
