//! What is seen around the data: facts of a figure's SVG.

use kindling_plot::{Color, Fact, Figure, Theme, facts, to_png, to_svg};
use tiny_skia::Pixmap;

fn figure(axes: &str) -> Figure {
    serde_json::from_str(&format!("{{\"axes\": [{axes}]}}")).expect("a figure")
}

fn drawn(axes: &str) -> String {
    to_svg(&figure(axes), &Theme::LIGHT, 640, "").expect("a drawing")
}

/// The attributes of the text that reads `words`.
fn text<'a>(document: &'a str, words: &str) -> &'a str {
    let wanted =
        |part: &&&str| part.split_once('>').is_some_and(|(_, rest)| rest.trim_start().starts_with(words));
    let parts: Vec<&str> = document.split("<text ").skip(1).collect();
    parts.iter().find(wanted).and_then(|part| part.split_once('>')).unwrap_or_else(|| panic!("no {words}")).0
}

fn number(attributes: &str, name: &str) -> f64 {
    let open = format!("{name}=\"");
    let rest = &attributes[attributes.find(&open).expect("an attribute") + open.len()..];
    rest[..rest.find('"').expect("an end")].parse().expect("a number")
}

/// How many elements `tag` say `what`.
fn count(document: &str, tag: &str, what: &str) -> usize {
    let open = format!("<{tag} ");
    document.lines().filter(|line| line.starts_with(&open) && line.contains(what)).count()
}

const TWINS: &str = r##"{"y": {"label": {"text": "loss"}}, "artists": [{"line": {"x": [0, 1], "y": [0, 5000]}}]},
    {"twin_of": 0, "x": {"lower": 0, "upper": 1}, "y": {"opposite": true, "label": {"text": "accuracy"},
        "look": {"label_color": "#008000", "color": "#00a000", "label_size": 8}},
     "artists": [{"line": {"x": [0, 1], "y": [37, 75], "color": "#d00000"}}]}"##;

#[test]
fn a_twin_has_its_scale_at_the_right_in_the_same_place() {
    let document = drawn(TWINS);
    let (left, right) = (text(&document, "2000"), text(&document, "60"));
    assert!(number(left, "x") < 300.0 && number(right, "x") > 2000.0, "{left} {right}");
    assert!(right.contains("#008000") && count(&document, "rect", "#00A000") > 2);
    assert!(number(text(&document, "accuracy"), "x") > number(right, "x"));
    assert_eq!(document.matches("0.4\n").count(), 1, "the common axis is drawn once");
    assert!(facts(&figure(TWINS)).contains(&Fact::Plot { number: 2, of: Some(1) }));
}

#[test]
fn spines_may_be_gone_coloured_thick_and_elsewhere() {
    let rects = |spines: &str| {
        let axes =
            format!(r##"{{"spines": {spines}, "artists": [{{"line": {{"x": [-1, 1], "y": [-1, 1]}}}}]}}"##);
        drawn(&axes)
    };
    let all = count(&rects("{}"), "rect", "");
    let open = rects(r#"{"top": {"visible": false}, "right": {"visible": false}}"#);
    assert_eq!(count(&open, "rect", ""), all - 2);
    let red = rects(r##"{"left": {"color": "#ff0000", "width": 3.6}}"##);
    assert_eq!(count(&red, "rect", "#FF0000"), 1);
    assert_eq!(count(&red, "rect", "width=\"20\""), 1, "3.6 points");
    let edge = number(text(&rects("{}"), "0.5"), "y");
    let middle = number(text(&rects(r#"{"bottom": {"place": {"data": 0}}}"#), "0.5"), "y");
    assert!(middle < edge - 400.0, "the ticks stand on the spine: {middle} {edge}");
}

#[test]
fn turned_ticks_have_room_below() {
    let words = r#""ticks": [0, 1], "tick_labels": ["a long name", "another name"]"#;
    let axes = |look: &str| {
        drawn(&format!(
            r#"{{"x": {{{words}, "look": {look}}}, "artists": [{{"line": {{"x": [0, 1], "y": [0, 1]}}}}]}}"#
        ))
    };
    let level = axes("{}");
    let turned = axes(r#"{"turn": 45, "horizontal": "end"}"#);
    assert!(!text(&level, "a long").contains("transform"));
    assert!(text(&turned, "a long").contains("transform=\"rotate(-45, "), "{}", text(&turned, "a long"));
    assert!(text(&turned, "a long").contains("text-anchor=\"end\""));
    assert!(number(text(&turned, "a long"), "y") < number(text(&level, "a long"), "y") - 100.0);
    assert!(text(&axes(r#"{"turn": 90}"#), "another").contains("rotate(270"));
}

#[test]
fn turned_letters_are_pixels_too() {
    let axes = r##"{"x": {"ticks": [0.5], "tick_labels": ["IIIIIIII"], "look": {"turn": 45, "label_color": "#0000ff"}},
        "frame": true, "artists": []}"##;
    let picture = to_png(&figure(axes), &Theme::LIGHT.on_paper(), 100.0).expect("a picture");
    let pixels = Pixmap::decode_png(&picture).expect("a PNG file");
    let blue = Color::rgb(0, 0, 255);
    let is = |x: u32, y: u32| {
        pixels.pixel(x, y).is_some_and(|at| at.blue() > 200 && at.red() < 100 && at.green() < 100)
    };
    let rows: Vec<u32> = (0..480).filter(|y| (0..640).any(|x| is(x, *y))).collect();
    assert!(
        rows.len() > 15,
        "{blue}: letters of 10 points on a slope are higher than level ones: {}",
        rows.len()
    );
}

#[test]
fn markers_without_a_face_are_hollow() {
    let document = drawn(
        r##"{"artists": [{"scatter": {"x": [0, 1, 2], "y": [0, 1, 2], "colors": ["#00000000"], "edges": ["#ff0000", "#0000ff"]}},
        {"line": {"x": [0, 1], "y": [1, 0], "color": "#008000", "style": "none", "marker": "square", "marker_face": "#00000000"}},
        {"line": {"x": [0, 1], "y": [2, 2], "color": "#a0a0a0", "style": "none", "marker": "cross", "marker_edge": "#800080"}}]}"##,
    );
    assert_eq!(count(&document, "circle", "fill=\"none\""), 3);
    assert_eq!((count(&document, "circle", "#FF0000"), count(&document, "circle", "#0000FF")), (2, 1));
    assert_eq!((count(&document, "polyline", "#008000"), count(&document, "polygon", "#008000")), (2, 0));
    assert_eq!(
        count(&document, "polyline", "#800080"),
        4,
        "two strokes for each cross, in the edge's colour"
    );
}

#[test]
fn a_legend_beside_or_below_takes_room_from_the_axes() {
    let axes = |legend: &str| {
        drawn(&format!(
            r##"{{"legend": {legend}, "artists": [{{"line": {{"x": [0, 1], "y": [0, 1], "label": "a name"}}}}]}}"##
        ))
    };
    let last = |document: &str| number(text(document, "0.8"), "x");
    let within = axes(r#"{"place": "upper_right"}"#);
    let beside = axes(
        r##"{"place": "upper_left", "anchor": [1.05, 1, 0, 0], "gap": 0, "face": "#ffffee", "alpha": 0.5}"##,
    );
    assert!(last(&beside) < last(&within) - 200.0);
    let name = number(text(&beside, "a name"), "x");
    assert!(name > last(&beside) + 100.0 && name < 2560.0, "{name}");
    assert_eq!(count(&beside, "rect", "#FFFFEE"), 1);
    let below =
        axes(r#"{"place": "upper_center", "anchor": [0.5, -0.2, 0, 0], "title": "Which", "title_size": 14}"#);
    let (title, name) = (number(text(&below, "Which"), "y"), number(text(&below, "a name"), "y"));
    assert!(number(text(&below, "0.8"), "y") < title && title < name && name < 1920.0);
}

#[test]
fn words_are_turned_bold_in_boxes_and_their_arrows_have_colours() {
    let document = drawn(
        r##"{"y": {"label": {"text": "level", "turn": 0, "italic": true}}, "title": {"text": "Title", "bold": true},
        "artists": [
        {"text": {"x": 0.5, "y": 0.5, "text": "slope", "turn": 30, "frame": {"face": "#f5deb3", "edge": "#123456", "round": true}}},
        {"text": {"x": 0.2, "y": 0.5, "text": "here", "arrow": [0.8, 0.5], "arrow_look": {"color": "#ff0000"}}}]}"##,
    );
    assert!(text(&document, "slope").contains("rotate(-30, "));
    assert!(text(&document, "Title").contains("font-weight=\"bold\""));
    let name = text(&document, "level");
    assert!(name.contains("font-style=\"italic\"") && !name.contains("transform"));
    assert_eq!((count(&document, "polygon", "#F5DEB3"), count(&document, "polyline", "#123456")), (1, 1));
    assert_eq!((count(&document, "polygon", "#FF0000"), count(&document, "polyline", "#FF0000")), (1, 1));
}

#[test]
fn words_of_the_figure_stand_around_and_over_all_axes() {
    let figure: Figure = serde_json::from_str(
        r##"{"title": "All", "title_look": {"size": 20, "color": "#00007f"}, "x_label": {"text": "along"},
        "y_label": {"text": "up"}, "axes": [{}], "texts": [{"x": 0.5, "y": 0.25, "text": "over"}]}"##,
    )
    .expect("a figure");
    let document = to_svg(&figure, &Theme::LIGHT, 640, "").expect("a drawing");
    assert!(text(&document, "All").contains("#00007F"));
    assert!(number(text(&document, "along"), "y") > number(text(&document, "0.4"), "y"));
    assert!(text(&document, "up").contains("rotate(270"));
    assert_eq!(
        (number(text(&document, "over"), "x"), number(text(&document, "over"), "y")),
        (1280.0, 1440.0)
    );
    let words = ["along.", "up.", "over."].map(|text| Fact::Words(text.to_owned()));
    assert!(facts(&figure).ends_with(&words));
}

#[test]
fn what_lies_behind_the_data_has_its_colour_and_level_bars_lie_below() {
    let document = drawn(
        r##"{"background": "#ffffe0", "x": {"label": {"text": "columns"}}, "artists": [{"image": {"columns": 2,
        "values": [0, 1, 2, 30], "color_bar": true, "color_bar_level": true, "color_bar_label": {"text": "value"}}}]}"##,
    );
    assert_eq!(count(&document, "rect", "#FFFFE0"), 1);
    let heights = ["columns", "25", "value"].map(|words| number(text(&document, words), "y"));
    assert!(heights[0] < heights[1] && heights[1] < heights[2] && heights[2] <= 1920.0, "{heights:?}");
    assert!(number(text(&document, "25"), "x") > number(text(&document, "10"), "x") + 300.0);
}

#[test]
fn a_symmetric_logarithmic_axis_has_both_signs_and_zero() {
    let document = drawn(
        r##"{"y": {"scale": {"sym_log": {"threshold": 2}}}, "artists": [{"line": {"x": [0, 1, 2], "y": [-1000, 0, 1000]}}]}"##,
    );
    let at = |words: &str| number(text(&document, words), "y");
    let (low, zero, high) = (at("\u{2212}10³"), at("0\n"), at("10³"));
    assert!(low > zero && zero > high);
    assert!(((low - zero) - (zero - high)).abs() < 4.0, "{low} {zero} {high}");
}
