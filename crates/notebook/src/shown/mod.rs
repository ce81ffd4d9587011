//! What the page shows of the outputs that a notebook keeps: safe HTML, made when the notebook is opened.
//!
//! What it is not: outputs of a run, which the page draws itself. Start reading at [`html`].
//!
//! Scripts never run: what only a script could show is named by its text.

mod ansi;

use std::rc::Rc;

use serde_json::Value;

use crate::document::Document;
use crate::ipynb::hiding;
use crate::model::{Cell, Fields, Output};
use crate::prose;
use crate::sanitise::escape;

/// Kinds of pictures that browsers show.
const PICTURES: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/// What may show something that is not shown here.
const ACTIVE: [&str; 8] = ["<script", "<iframe", "<object", "<embed", "<video", "<audio", "<canvas", "<svg"];

/// Makes the HTML of each of a cell's outputs.
pub(crate) fn show(cell: &mut Cell, document: &Rc<Document>) {
    for output in &mut cell.outputs {
        output.html = html(&output.nbformat, document);
    }
    join_streams(&mut cell.outputs);
    let metadata = cell.fields.get("metadata").unwrap_or(&Value::Null);
    if hiding::folds_outputs(metadata) {
        fold(&mut cell.outputs);
    }
}

/// What a stream printed piece by piece is shown in one piece, which is the first one's; its file keeps them.
fn join_streams(outputs: &mut [Output]) {
    for joined in outputs
        .chunk_by_mut(|one, other| stream_name(one).is_some_and(|name| Some(name) == stream_name(other)))
    {
        let [first, others @ ..] = joined else { continue };
        if others.is_empty() {
            continue;
        }
        let name = stream_name(first).unwrap_or_default().to_owned();
        let texts = std::iter::once(&*first)
            .chain(&*others)
            .filter_map(|output| output.nbformat.get("text")?.as_str());
        let text: String = texts.collect();
        first.html = stream(&name, &text);
        others.iter_mut().for_each(|output| output.html.clear());
    }
}

fn stream_name(output: &Output) -> Option<&str> {
    let text = |field: &str| output.nbformat.get(field).and_then(Value::as_str);
    text("name").filter(|_| text("output_type") == Some("stream"))
}

/// All outputs behind one line, which is the first one's.
fn fold(outputs: &mut [Output]) {
    let all: String = outputs.iter_mut().map(|output| std::mem::take(&mut output.html)).collect();
    if let Some(first) = outputs.first_mut() {
        first.html = format!("<details class=\"folded\"><summary>Output</summary>{all}</details>");
    }
}

/// What the page shows of one output.
pub(crate) fn html(output: &Fields, document: &Rc<Document>) -> String {
    let text = |field: &str| output.get(field).and_then(Value::as_str).unwrap_or_default();
    match text("output_type") {
        "stream" => stream(text("name"), text("text")),
        "error" => error(output),
        kind => {
            let class = if kind == "execute_result" { "result" } else { "display" };
            let empty = Fields::new();
            let data = output.get("data").and_then(Value::as_object).unwrap_or(&empty);
            let metadata = output.get("metadata").and_then(Value::as_object).unwrap_or(&empty);
            bundle(class, data, metadata, document)
        }
    }
}

fn stream(name: &str, text: &str) -> String {
    preformatted(if name == "stderr" { "stream stderr" } else { "stream" }, text)
}

fn preformatted(class: &str, text: &str) -> String {
    let text = text.strip_suffix('\n').unwrap_or(text);
    format!("<pre class=\"out {class} scroll\" tabindex=\"0\">{}</pre>", ansi::html(text))
}

/// The traceback as IPython coloured it; where there is none, the error's own words.
fn error(output: &Fields) -> String {
    let lines: Vec<&str> =
        output["traceback"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let words = match (output["ename"].as_str(), output["evalue"].as_str()) {
        (Some(name), Some(value)) => format!("{name}: {value}"),
        _ => String::new(),
    };
    let text = if lines.is_empty() { words } else { lines.join("\n") };
    format!("<div class=\"out error\"><pre class=\"scroll\" tabindex=\"0\">{}</pre></div>", ansi::html(&text))
}

/// The richest of the media types that can be shown, in Jupyter's order.
fn bundle(class: &str, data: &Fields, metadata: &Fields, document: &Rc<Document>) -> String {
    let text = |mime: &str| data.get(mime).and_then(Value::as_str);
    let is_widget = data.keys().any(|mime| mime.starts_with("application/vnd.jupyter.widget"));
    if let Some(html) = text("text/html").filter(|_| !is_widget) {
        let clean = prose::of_html(html, document);
        // A figure of a library that draws by script leaves nothing: its text says what it is.
        if shows_something(&clean) {
            return rich(class, "html", &prose::with_scrolling_tables(&clean));
        }
        // A style for all of a notebook, as `<style>.container { width: 100% }</style>`, shows nothing in Jupyter either.
        if !ACTIVE.iter().any(|tag| html.contains(tag)) {
            return String::new();
        }
    }
    if let Some(markdown) = text("text/markdown") {
        return rich(class, "markdown", &prose::of_markdown(markdown, document));
    }
    if let Some(svg) = text("image/svg+xml") {
        return picture("image/svg+xml", &svg_address(svg), data, metadata);
    }
    if let Some(latex) = text("text/latex") {
        return rich(class, "latex", &prose::of_markdown(latex, document));
    }
    for mime in PICTURES {
        if let Some(base64) = text(mime) {
            let base64: String = base64.split_whitespace().collect();
            return picture(mime, &format!("data:{mime};base64,{base64}"), data, metadata);
        }
    }
    if let Some(json) = data.get("application/json") {
        let pretty = serde_json::to_string_pretty(json).unwrap_or_default();
        return preformatted(class, &pretty);
    }
    let other = data.keys().find(|mime| *mime != "text/html");
    match (text("text/plain"), other, text("text/html")) {
        (Some(plain), ..) if !plain.is_empty() => preformatted(class, plain),
        (None, Some(mime), _) => preformatted(class, &format!("({mime}, which is not shown here)")),
        (_, _, Some(html)) if html.contains("<script") => {
            preformatted(class, "(drawn by a script, and scripts of notebooks are not run here)")
        }
        _ => String::new(),
    }
}

/// True for HTML with words, a picture, a table or a formula in it.
fn shows_something(html: &str) -> bool {
    let is_seen = ["<img", "<table", "<math", "<hr", "<progress"].iter().any(|tag| html.contains(tag));
    let mut pieces = html.split('<').enumerate();
    is_seen
        || pieces.any(|(at, piece)| {
            let text = if at == 0 { piece } else { piece.split_once('>').map_or("", |(_, text)| text) };
            !text.trim().is_empty()
        })
}

fn rich(class: &str, kind: &str, html: &str) -> String {
    format!("<div class=\"out {class} rich {kind} scroll\" tabindex=\"0\">{html}</div>")
}

/// A picture in the size that its metadata asks for, described by its text.
fn picture(mime: &str, address: &str, data: &Fields, metadata: &Fields) -> String {
    let of_mime = metadata.get(mime).and_then(Value::as_object).unwrap_or(metadata);
    let size = |name: &str| {
        let pixels = of_mime.get(name).and_then(Value::as_f64);
        pixels.map(f64::round).filter(|pixels| (1.0..=10_000.0).contains(pixels))
    };
    let (width, height) = (size("width"), size("height"));
    let attribute = |name: &str, pixels: Option<f64>| {
        pixels.map(|pixels| format!(" {name}=\"{pixels}\"")).unwrap_or_default()
    };
    // Where there is no room for the width, the height goes with it.
    let ratio = width.zip(height).map(|(width, height)| format!(" style=\"aspect-ratio:{width}/{height}\""));
    let plain = data.get("text/plain").and_then(Value::as_str).unwrap_or("A picture");
    let light = if metadata.contains_key("needs_background") { " on-paper" } else { "" };
    format!(
        "<div class=\"out picture{light}\"><img src=\"{}\" alt=\"{}\"{}{}{}></div>",
        escape(address),
        escape(plain),
        attribute("width", width),
        attribute("height", height),
        ratio.unwrap_or_default()
    )
}

/// A drawing as the address of a picture: so it can run and fetch nothing.
pub(crate) fn svg_address(svg: &str) -> String {
    let named = if svg.contains("xmlns=") {
        svg.to_owned()
    } else {
        svg.replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1)
    };
    format!("data:image/svg+xml,{}", percent_encoded(&named))
}

/// Text as it may stand in an address.
fn percent_encoded(text: &str) -> String {
    let encode = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' | b' ' | b'=' | b':' => {
            (byte as char).to_string()
        }
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(encode).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn shown(output: Value) -> String {
        html(output.as_object().unwrap(), &Rc::new(Document::new("")))
    }

    fn data(data: Value, metadata: Value) -> String {
        shown(json!({ "output_type": "display_data", "data": data, "metadata": metadata }))
    }

    #[test]
    fn streams_and_errors_keep_their_colours() {
        let stream = shown(json!({ "output_type": "stream", "name": "stdout", "text": "a < b\n" }));
        assert_eq!(stream, "<pre class=\"out stream scroll\" tabindex=\"0\">a &lt; b</pre>");
        let traceback = ["\u{1b}[0;31mNameError\u{1b}[0m", "x"];
        let error =
            shown(json!({ "output_type": "error", "ename": "E", "evalue": "", "traceback": traceback }));
        assert!(error.contains("<span class=\"ansi-1\">NameError</span>\nx"), "{error}");
    }

    #[test]
    fn tables_are_shown_and_scripts_are_not() {
        let table = "<style>th { color: red }</style><table class=\"dataframe\"><tr><td>1</td></tr></table><script>x()</script>";
        let html = data(json!({ "text/html": table, "text/plain": "1" }), json!({}));
        assert!(html.contains("<table class=\"dataframe\">") && !html.contains("script"), "{html}");
        let plot = data(json!({ "text/html": "<script>draw()</script>", "text/plain": "Figure" }), json!({}));
        assert!(plot.contains("Figure") && !plot.contains("draw"), "{plot}");
        let widget = json!({ "application/vnd.jupyter.widget-view+json": {}, "text/plain": "IntSlider()" });
        assert!(data(widget, json!({})).contains("IntSlider()"));
    }

    #[test]
    fn what_leaves_nothing_to_see_is_named() {
        let plot = "<div id=\"plot\"></div><script>draw()</script>";
        let of_plotly = json!({ "application/vnd.plotly.v1+json": {}, "text/html": plot });
        let plotly = data(of_plotly, json!({}));
        assert!(plotly.contains("(application/vnd.plotly.v1+json, which is not shown here)"), "{plotly}");
        assert!(data(json!({ "text/html": plot }), json!({})).contains("drawn by a script"));
        assert_eq!(data(json!({ "text/html": "<div></div>" }), json!({})), "");
        assert_eq!(data(json!({ "text/plain": "" }), json!({})), "");
        let style =
            json!({ "text/html": "<style>.container { width: 100% }</style>", "text/plain": "<HTML>" });
        assert_eq!(data(style, json!({})), "");
        assert!(data(json!({ "text/html": "<div><b>x</b></div>" }), json!({})).contains("<b>x</b>"));
    }

    #[test]
    fn bare_environments_are_formulas_in_outputs_too() {
        for mime in ["text/latex", "text/markdown"] {
            let html = data(json!({ mime: "\\begin{equation}x\\end{equation} and $ y $" }), json!({}));
            assert!(html.matches("<math").count() == 2 && !html.contains("begin"), "{mime}: {html}");
        }
    }

    #[test]
    fn pictures_have_their_size_and_a_description() {
        let size = json!({ "image/png": { "width": 300, "height": 200 }, "needs_background": "light" });
        let html = data(json!({ "image/png": "AA==\n", "text/plain": "<Figure>" }), size);
        let expected = "<div class=\"out picture on-paper\"><img src=\"data:image/png;base64,AA==\" \
                        alt=\"&lt;Figure&gt;\" width=\"300\" height=\"200\" style=\"aspect-ratio:300/200\"></div>";
        assert_eq!(html, expected);
        let svg = data(json!({ "image/svg+xml": "<svg onload=\"x()\"/>" }), json!({}));
        assert!(svg.contains("src=\"data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 onload=%22x%28%29%22/%3E\""), "{svg}");
        assert!(data(json!({ "image/jpeg": "\"><script>" }), json!({})).contains("&quot;&gt;&lt;script&gt;"));
    }

    #[test]
    fn text_that_is_more_than_text() {
        let latex = data(json!({ "text/latex": "$\\displaystyle x^2$", "text/plain": "x**2" }), json!({}));
        assert!(latex.contains("<msup"), "{latex}");
        let markdown = data(json!({ "text/markdown": "**bold** <script>x</script>" }), json!({}));
        assert!(markdown.contains("<strong>bold</strong>") && !markdown.contains("script"), "{markdown}");
        assert!(data(json!({ "application/json": { "a": [1] } }), json!({})).contains("&quot;a&quot;"));
        assert!(data(json!({ "application/pdf": "AA" }), json!({})).contains("application/pdf"));
    }
}
