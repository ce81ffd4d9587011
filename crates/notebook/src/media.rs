//! What a slide may not show as it is: frames, films and sounds become links, drawings pictures.
//!
//! What it is not: the rules of safety (see `sanitise`). Start reading at [`shown_or_linked`].

use std::borrow::Cow;

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
    let address = attribute(element, "src").or_else(|| attribute(element, "data"));
    match address.filter(|address| !address.is_empty()) {
        // A file in the address itself is taken home.
        Some(address) if is_file(address) => {
            let mime = address["data:".len()..].split([';', ',']).next().unwrap_or_default();
            let (address, mime) = (escape(address), escape(mime));
            format!("<a href=\"{address}\" download=\"{kind}\">{kind}: {mime}</a>")
        }
        Some(address) if !address.starts_with("data:") && !address.starts_with("about:") => {
            let address = escape(address);
            format!("<a href=\"{address}\">{kind}: {address}</a>")
        }
        // A page in the page, which no link may open.
        Some(_) => format!("({kind}, which is not shown here)"),
        None if attribute(element, "srcdoc").is_some() => format!("({kind}, which is not shown here)"),
        None => String::new(),
    }
}

/// True for the address of a sound or a film that holds it whole.
pub(crate) fn is_file(address: &str) -> bool {
    ["data:audio/", "data:video/"].iter().any(|start| address.starts_with(start))
}

fn picture(element: &str) -> String {
    let element = as_xml(element);
    format!("<img alt=\"A drawing\" src=\"{}\">", escape(&svg_address(&element)))
}

/// HTML's `<svg>` as a file of its own, in which values have quotes and characters no names.
fn as_xml(element: &str) -> Cow<'_, str> {
    let has_bare = element.match_indices('=').any(|(at, _)| !element[at + 1..].starts_with(['"', '\'']));
    if !has_bare && !element.contains("&nbsp;") {
        return Cow::Borrowed(element);
    }
    let mut out = String::new();
    let mut rest = element;
    while let Some(start) = rest.find('<') {
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end);
        out.push_str(&rest[..start]);
        push_quoted(&mut out, &rest[start..end]);
        rest = &rest[end..];
    }
    out.push_str(rest);
    Cow::Owned(out.replace("&nbsp;", "&#160;"))
}

/// Writes a tag with quotes around each value.
fn push_quoted(out: &mut String, tag: &str) {
    let mut rest = tag;
    while let Some(at) = rest.find('=') {
        out.push_str(&rest[..=at]);
        rest = rest[at + 1..].trim_start();
        let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''));
        let length = match quote {
            Some(quote) => rest[1..].find(quote).map_or(rest.len(), |end| end + 2),
            None => rest.find([' ', '\n', '\t']).unwrap_or(rest.trim_end_matches('/').len()),
        };
        let value = &rest[..length];
        if quote.is_some() {
            out.push_str(value);
        } else {
            out.push_str(&format!("\"{}\"", value.replace('"', "&quot;")));
        }
        rest = &rest[length..];
    }
    out.push_str(rest);
}

/// The value of an attribute.
fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let after = [' ', '\n', '\t'].into_iter().find_map(|space| {
        element.find(&format!("{space}{name}=")).map(|at| &element[at + name.len() + 2..])
    })?;
    match after.chars().next()? {
        quote @ ('"' | '\'') => after[1..].split(quote).next(),
        _ => after.split([' ', '\n', '\t', '>']).next(),
    }
}

#[cfg(test)]
mod tests {
    use super::{as_xml, shown_or_linked};

    #[test]
    fn what_may_not_be_shown_is_linked() {
        for (html, shown) in [
            (
                "<iframe src=\"https://example.org\"></iframe>",
                "<a href=\"https://example.org\">Page: https://example.org</a>",
            ),
            ("a <video controls><source src='a.mp4'></video> b", "a <a href=\"a.mp4\">Video: a.mp4</a> b"),
            ("<audio></audio>", ""),
            ("<iframe src=\"data:text/html;base64,AA==\"></iframe>", "(Page, which is not shown here)"),
            ("<iframe srcdoc=\"&lt;p>\"></iframe>", "(Page, which is not shown here)"),
            ("<iframe width=9 src=a.html></iframe>", "<a href=\"a.html\">Page: a.html</a>"),
            (
                "<audio controls><source src=\"data:audio/wav;base64,AA==\" type=\"audio/wav\"/></audio>",
                "<a href=\"data:audio/wav;base64,AA==\" download=\"Sound\">Sound: audio/wav</a>",
            ),
            ("<videos src=\"x\">", "<videos src=\"x\">"),
        ] {
            assert_eq!(shown_or_linked(html), shown);
        }
        let bare = as_xml("<svg width=20 height='9'><a b=c/>x = y&nbsp;<path d=M0 fill=\"red\" e=></svg>");
        let quoted =
            "<svg width=\"20\" height='9'><a b=\"c\"/>x = y&#160;<path d=\"M0\" fill=\"red\" e=\"\"></svg>";
        assert_eq!(bare, quoted);
        let drawing = shown_or_linked("<svg width=\"10\"><circle r=\"4\"/></svg>");
        assert!(
            drawing.starts_with("<img alt=\"A drawing\" src=\"data:image/svg+xml,%3Csvg xmlns="),
            "{drawing}"
        );
    }
}
