//! What a slide may not show as it is: frames, films and sounds become links, drawings pictures.
//!
//! What it is not: the rules of safety (see `sanitise`). Start reading at [`shown_or_linked`].

use crate::sanitise::escape;
use crate::shown::svg_address;

/// Elements that become links, and what the link calls them.
const LINKED: [(&str, &str); 5] =
    [("iframe", "Page"), ("video", "Video"), ("audio", "Sound"), ("embed", "File"), ("object", "File")];

/// HTML whose frames, films and sounds are links, and whose `<svg>` is a picture, which runs and fetches nothing.
pub(crate) fn shown_or_linked(html: &str) -> String {
    let mut html = html.to_owned();
    for (name, kind) in LINKED {
        html = replaced(&html, name, |element| link(element, kind));
    }
    replaced(&html, "svg", picture)
}

/// Replaces each element of that name, from its tag to its end.
fn replaced(html: &str, name: &str, replace: impl Fn(&str) -> String) -> String {
    let lower = html.to_ascii_lowercase();
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut out = String::new();
    let mut start = 0;
    while let Some(at) = lower[start..].find(&open).map(|at| start + at) {
        let is_name = lower[at + open.len()..].starts_with([' ', '>', '/', '\n', '\t']);
        let Some(tag) = lower[at..].find('>').map(|end| at + end + 1).filter(|_| is_name) else {
            out.push_str(&html[start..at + open.len()]);
            start = at + open.len();
            continue;
        };
        let end = lower[tag..].find(&close).map_or(tag, |end| tag + end + close.len());
        out.push_str(&html[start..at]);
        out.push_str(&replace(&html[at..end]));
        start = end;
    }
    out.push_str(&html[start..]);
    out
}

fn link(element: &str, kind: &str) -> String {
    match attribute(element, "src").or_else(|| attribute(element, "data")) {
        Some(address) => {
            let address = escape(address);
            format!("<a href=\"{address}\">{kind}: {address}</a>")
        }
        None => String::new(),
    }
}

fn picture(element: &str) -> String {
    format!("<img alt=\"A drawing\" src=\"{}\">", escape(&svg_address(element)))
}

/// The value of an attribute in quotes.
fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let after = [' ', '\n', '\t'].into_iter().find_map(|space| {
        element.find(&format!("{space}{name}=")).map(|at| &element[at + name.len() + 2..])
    })?;
    let quote = after.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    after[1..].split(quote).next()
}

#[cfg(test)]
mod tests {
    use super::shown_or_linked;

    #[test]
    fn what_may_not_be_shown_is_linked() {
        for (html, shown) in [
            (
                "<iframe src=\"https://example.org\"></iframe>",
                "<a href=\"https://example.org\">Page: https://example.org</a>",
            ),
            ("a <video controls><source src='a.mp4'></video> b", "a <a href=\"a.mp4\">Video: a.mp4</a> b"),
            ("<audio></audio>", ""),
            ("<videos src=\"x\">", "<videos src=\"x\">"),
        ] {
            assert_eq!(shown_or_linked(html), shown);
        }
        let drawing = shown_or_linked("<svg width=\"10\"><circle r=\"4\"/></svg>");
        assert!(
            drawing.starts_with("<img alt=\"A drawing\" src=\"data:image/svg+xml,%3Csvg xmlns="),
            "{drawing}"
        );
    }
}
