//! What is seen of a figure: facts of its SVG.

use kindling_plot::{Figure, Theme, to_svg};

fn figure(axes: &str) -> Figure {
    serde_json::from_str(&format!("{{\"axes\": [{axes}]}}")).expect("a figure")
}

fn light(axes: &str) -> String {
    to_svg(&figure(axes), &Theme::LIGHT, 640, "").expect("a drawing")
}

/// The texts of the document, in drawing order.
fn texts(document: &str) -> Vec<&str> {
    let parts = document.split("<text ").skip(1);
    parts.filter_map(|part| part.split_once('>')?.1.split_once('<')).map(|(text, _)| text.trim()).collect()
}

/// The elements `tag` whose attributes say `what`.
fn count(document: &str, tag: &str, what: &str) -> usize {
    let open = format!("<{tag} ");
    document.lines().filter(|line| line.starts_with(&open) && line.contains(what)).count()
}

const TRAINING: &str = r##"{
    "title": {"text": "Loss & more"},
    "x": {"label": {"text": "Epochs"}},
    "y": {"label": {"text": "Loss"}},
    "legend": {"size": 14},
    "artists": [
        {"scatter": {"x": [0, 0.5, 1], "y": [0.3, 0.65, 1], "colors": ["#0000ff"], "sizes": [4], "label": "Training data"}},
        {"scatter": {"x": [0.2, 0.8], "y": [0.4, null], "colors": ["#008000"]}},
        {"line": {"x": [0, 1], "y": [0, 1], "color": "#ff0000", "label": "_unseen"}}
    ]}"##;

#[test]
fn points_are_circles_in_their_colours_and_missing_ones_are_left_out() {
    let document = light(TRAINING);
    assert_eq!(count(&document, "circle", "#0000FF"), 3 + 1, "three points and the legend's sample");
    assert_eq!(count(&document, "circle", "#008000"), 1);
    assert_eq!(count(&document, "polyline", "#FF0000"), 1);
}

#[test]
fn words_are_there_and_escaped() {
    let document = to_svg(&figure(TRAINING), &Theme::LIGHT, 640, "Loss & more.").expect("a drawing");
    let texts = texts(&document);
    for wanted in ["Loss &amp; more", "Epochs", "Loss", "Training data", "0.0", "0.2", "1.0"] {
        assert!(texts.contains(&wanted), "{wanted} is missing in {texts:?}");
    }
    assert!(!texts.contains(&"_unseen"));
    assert!(document.contains("<title>Loss &amp; more.</title>"));
}

#[test]
fn a_dark_theme_changes_ink_and_nothing_else() {
    let drawing = figure(
        r##"{"artists": [{"line": {"x": [0, 1], "y": [0, 1], "color": "#000000"}},
        {"line": {"x": [0, 1], "y": [1, 0], "color": "#1f77b4"}}]}"##,
    );
    let dark = to_svg(&drawing, &Theme::DARK, 640, "").expect("a drawing");
    assert_eq!(count(&dark, "polyline", "#E9E6E0"), 1, "black became ink");
    assert_eq!(count(&dark, "polyline", "#1F77B4"), 1);
    assert_eq!(count(&dark, "rect", "#17191B"), 0, "the page shows through");
    let sheet = to_svg(&drawing, &Theme::DARK.on_paper(), 640, "").expect("a drawing");
    assert_eq!(count(&sheet, "rect", "#17191B"), 1);
}

#[test]
fn what_lies_outside_the_limits_is_not_drawn() {
    let document = light(
        r##"{"x": {"lower": 0, "upper": 1}, "artists": [
            {"scatter": {"x": [0.5, 5], "y": [1, 2], "colors": ["#d000d0"]}},
            {"line": {"x": [2, 3], "y": [1, 2], "color": "#00a0a0"}}]}"##,
    );
    assert_eq!(count(&document, "circle", "#D000D0"), 1);
    assert_eq!(count(&document, "polyline", "#00A0A0"), 0);
}

#[test]
fn every_artist_can_be_drawn_at_any_width() {
    let axes = r##"{"grid": true, "legend": {"columns": 2, "title": "What"}, "equal": true,
        "y": {"scale": "log"}, "artists": [
        {"bars": {"left": [0, 1], "width": [0.8, 0.8], "bottom": [0, 0], "height": [2, 3], "label": "bars"}},
        {"rule": {"at": 2, "label": "rule", "style": "dashed"}},
        {"band": {"x": [0, 1], "low": [1, 1], "high": [2, 3], "label": "band", "alpha": 0.3}},
        {"text": {"x": 0.5, "y": 2, "text": "two\nlines", "arrow": [1, 3]}},
        {"image": {"columns": 2, "values": [1, 2, 3, 4], "extent": [0, 1, 1, 2], "color_bar": true}},
        {"image": {"columns": 2, "values": [1, 2, 3, 4], "extent": [0, 1, 1, 2], "levels": [1, 2, 3, 4]}},
        {"line": {"x": [0, 1], "y": [1, 5], "marker": "star", "style": "dash_dot"}}]}"##;
    for width in [0, 60, 350, 1200] {
        let document = to_svg(&figure(axes), &Theme::LIGHT, width, "").expect("a drawing");
        assert!(!document.contains("NaN") && !document.contains("inf"), "at {width}");
        assert!(document.trim_end().ends_with("</svg>"));
    }
}

#[test]
fn hostile_numbers_do_no_harm() {
    let axes = r##"{"x": {"lower": 1e308, "upper": -1e308, "ticks": [null]}}"##;
    assert!(serde_json::from_str::<Figure>(&format!("{{\"axes\": [{axes}]}}")).is_err());
    let huge = r##"{"artists": [{"line": {"x": [-1e308, 1e308], "y": [1e-320, 1e308], "width": 1e9, "style": "dotted"}},
        {"scatter": {"x": [0], "y": [0], "sizes": [1e300]}}]}"##;
    assert!(light(huge).contains("</svg>"));
}
