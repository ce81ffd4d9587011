//! Places in a notebook that its links jump to: headings, and what its author has named.
//!
//! What it is not: the page's own places. Start reading at [`name`]. In Jupyter a heading is named by its text with hyphens
//! for spaces, on GitHub in small letters and without punctuation: here all names and all links are written the latter way.

use std::borrow::Cow;

use crate::sanitise::escape;

/// Before each name, so that none is one of the page's own.
const PREFIX: &str = "there-";

/// The name that the page has for a place of that name.
pub(crate) fn name(author: &str) -> String {
    let author = decoded(author).to_lowercase();
    let letters = author.trim().chars().filter_map(|character| match character {
        character if character.is_whitespace() => Some('-'),
        character => Some(character).filter(|each| each.is_alphanumeric() || matches!(each, '-' | '_')),
    });
    format!("{PREFIX}{}", letters.collect::<String>())
}

/// The address of a place within the notebook; `None` if it is another one.
pub(crate) fn address(address: &str) -> Option<String> {
    let author = address.trim().strip_prefix('#')?;
    if is_line(author) {
        return Some(address.to_owned());
    }
    let known = author.strip_prefix(PREFIX).is_some_and(|rest| name(rest) == author);
    Some(if known { address.to_owned() } else { format!("#{}", name(author)) })
}

/// The page's own: a line of a cell, `line-3-2` (`src/views/lines.rs`).
fn is_line(name: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let place = name.strip_prefix("line-").and_then(|place| place.split_once('-'));
    place.is_some_and(|(cell, line)| is_number(cell) && is_number(line))
}

/// HTML whose headings have names, and whose anchors have them where all elements do.
pub(crate) fn named(html: &str) -> String {
    with_named_headings(html).replace("<a name=", "<a id=")
}

/// HTML whose headings have names.
fn with_named_headings(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut written = 0;
    for (at, _) in html.match_indices("<h") {
        let Some(name) = heading(&html[at..]) else { continue };
        let tag = at + "<h1".len();
        out.push_str(&html[written..tag]);
        out.push_str(&format!(" id=\"{}\"", escape(&name)));
        written = tag;
    }
    if written == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[written..]);
    Cow::Owned(out)
}

/// The text of the heading that `html` begins with, if it is one and has no name.
fn heading(html: &str) -> Option<String> {
    let level = html["<h".len()..].chars().next().filter(|level| ('1'..='6').contains(level))?;
    let (tag, inside) = html.split_once('>')?;
    if !tag["<h1".len()..].is_empty() && !tag["<h1".len()..].starts_with([' ', '\n', '\t'])
        || tag.contains("id=")
    {
        return None;
    }
    let (inside, _) = inside.split_once(&format!("</h{level}>"))?;
    let pieces = inside.split('<').enumerate();
    let text =
        pieces.map(
            |(number, piece)| {
                if number == 0 { piece } else { piece.split_once('>').map_or("", |(_, text)| text) }
            },
        );
    let text = text.collect::<String>().replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Safe HTML whose links within the notebook open no other window.
pub(crate) fn staying(html: String) -> String {
    const BEGIN: &str = "href=\"#";
    const ELSEWHERE: &str = " target=\"_blank\"";
    if !html.contains(BEGIN) {
        return html;
    }
    let mut pieces = html.split(BEGIN);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (tag, rest) = piece.split_once('>').unwrap_or((piece, ""));
        out.push_str(&format!("{BEGIN}{}", tag.replacen(ELSEWHERE, "", 1)));
        out.push_str(&piece[tag.len()..piece.len() - rest.len()]);
        out.push_str(rest);
    }
    out
}

/// Text with `%20` and the like as what they stand for.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let code = (*first == b'%').then(|| after.get(..2)).flatten();
        let code = code.and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_as_jupyter_and_github_write_them_lead_to_a_heading() {
        let heading = name("1. Section One: What & why?");
        for link in [
            "#1.-Section-One:-What-&-why?",
            "#1-section-one-what--why",
            "#1.%20Section%20One:%20What%20&%20why?",
        ] {
            assert_eq!(address(link), Some(format!("#{heading}")), "{link}");
        }
        assert_eq!(address(&format!("#{heading}")), Some(format!("#{heading}")));
        assert_eq!(address("https://example.org/#a"), None);
        assert_eq!(address("#line-3-2").as_deref(), Some("#line-3-2"), "a line of a cell");
        assert_eq!(address("#line-3").as_deref(), Some("#there-line-3"));
        assert_eq!(name("Größe 100%"), "there-größe-100");
    }

    #[test]
    fn headings_have_names() {
        for (html, named) in [
            ("<h1>A <em>b</em></h1>", "<h1 id=\"A b\">A <em>b</em></h1>"),
            ("<h2 class=\"x\">A</h2>", "<h2 id=\"A\" class=\"x\">A</h2>"),
            ("<h2 id=\"x\">A</h2><hr><header>x</header>", "<h2 id=\"x\">A</h2><hr><header>x</header>"),
            ("<h1></h1><h7>a</h7><h1", "<h1></h1><h7>a</h7><h1"),
        ] {
            assert_eq!(with_named_headings(html), named);
        }
    }
}
