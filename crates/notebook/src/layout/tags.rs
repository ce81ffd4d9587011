//! The few HTML tags that lay out a slide, found in a block of HTML.
//!
//! What it is not: an HTML parser; all else is passed on as text, to be parsed and cleaned by `sanitise`.
//! Start reading at [`pieces`].

/// A piece of an HTML block, in order.
#[derive(Debug, PartialEq)]
pub(super) enum Piece<'a> {
    /// With its `<!--` and `-->`.
    Comment(&'a str),
    Open {
        name: &'static str,
        tag: &'a str,
    },
    Close {
        name: &'static str,
        tag: &'a str,
    },
    Text(&'a str),
}

const NAMES: [&str; 3] = ["div", "details", "summary"];

pub(super) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut text_start = 0;
    let mut at = 0;
    while let Some(found) = html[at..].find('<').map(|offset| at + offset) {
        let piece = piece_at(&html[found..]);
        let length = match &piece {
            Some(Piece::Comment(tag) | Piece::Open { tag, .. } | Piece::Close { tag, .. }) => tag.len(),
            _ => 0,
        };
        at = found + length.max(1);
        if let Some(piece) = piece {
            if text_start < found {
                pieces.push(Piece::Text(&html[text_start..found]));
            }
            pieces.push(piece);
            text_start = at;
        }
    }
    if text_start < html.len() {
        pieces.push(Piece::Text(&html[text_start..]));
    }
    pieces
}

/// The comment or layout tag that `html`, which starts with `<`, starts with.
fn piece_at(html: &str) -> Option<Piece<'_>> {
    if html.starts_with("<!--") {
        let end = html.find("-->").map_or(html.len(), |end| end + 3);
        return Some(Piece::Comment(&html[..end]));
    }
    let closing = html.starts_with("</");
    let rest = &html[if closing { 2 } else { 1 }..];
    let name = NAMES.into_iter().find(|name| {
        let after = rest.get(..name.len()).filter(|start| start.eq_ignore_ascii_case(name));
        after.is_some() && !rest[name.len()..].starts_with(|next: char| next.is_alphanumeric() || next == '-')
    })?;
    let tag = &html[..=tag_end(html)?];
    Some(if closing { Piece::Close { name, tag } } else { Piece::Open { name, tag } })
}

/// Where the `>` of the tag is that starts `html`; one in quotes does not count.
fn tag_end(html: &str) -> Option<usize> {
    let mut quote = None;
    html.char_indices().find_map(|(index, character)| {
        match quote {
            Some(open) if open == character => quote = None,
            Some(_) => {}
            None if matches!(character, '"' | '\'') => quote = Some(character),
            None if character == '>' => return Some(index),
            None => {}
        }
        None
    })
}

/// The first `<h1>` to `<h6>` in the HTML: its level and its text.
pub(super) fn heading(html: &str) -> Option<(u8, String)> {
    let lower = html.to_ascii_lowercase();
    let (at, level) =
        (1..=6_u8).filter_map(|level| Some((lower.find(&format!("<h{level}"))?, level))).min()?;
    let start = at + tag_end(&html[at..])? + 1;
    let end = lower[start..].find("</h").map_or(html.len(), |end| start + end);
    let text = html[start..end].split('<').enumerate();
    let words = text.map(|(number, piece)| match piece.split_once('>') {
        Some((_, after)) if number > 0 => after,
        _ => piece,
    });
    Some((level, words.collect::<String>().trim().to_owned()))
}

/// True for `<div class="columns">` and the like: a class that is `columns` or starts or ends in it.
pub(super) fn is_columns(tag: &str) -> bool {
    class_of(tag).split_whitespace().any(|class| class.starts_with("columns") || class.ends_with("columns"))
}

/// True for the grids of styles that many decks take for granted: `grid`, `grid-cols-2`, `two-cols`.
pub(super) fn is_grid(classes: &str) -> bool {
    let is_one = |class: &str| {
        ["grid", "cols"].contains(&class) || class.starts_with("grid-cols-") || class.ends_with("-cols")
    };
    classes.split_whitespace().any(is_one)
}

/// True for HTML that has a look or a form of its own.
pub(super) fn is_more_than_words(html: &str) -> bool {
    let signs = ["style=", "<font", "<img", "<ol", "<pre", "<svg", "<table", "<ul"];
    signs.iter().any(|sign| html.to_ascii_lowercase().contains(sign))
}

/// The classes of a tag.
pub(super) fn class_of(tag: &str) -> &str {
    let Some((_, after)) = tag.split_once("class") else { return "" };
    let Some(value) = after.trim_start().strip_prefix('=').map(str::trim_start) else { return "" };
    match value.chars().next() {
        Some(quote @ ('"' | '\'')) => value[1..].split(quote).next().unwrap_or_default(),
        _ => value.split([' ', '>', '\n']).next().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_comments_and_text_in_order() {
        assert_eq!(
            pieces("a<div class=\"x>y\">b</div><!-- c --><b>d</b></details>"),
            [
                Piece::Text("a"),
                Piece::Open { name: "div", tag: "<div class=\"x>y\">" },
                Piece::Text("b"),
                Piece::Close { name: "div", tag: "</div>" },
                Piece::Comment("<!-- c -->"),
                Piece::Text("<b>d</b>"),
                Piece::Close { name: "details", tag: "</details>" },
            ]
        );
        assert_eq!(pieces("<divider> < <"), [Piece::Text("<divider> < <")]);
    }

    #[test]
    fn headings_in_html() {
        assert_eq!(
            heading("<p>a</p><H2 class='x'>An <b>HTML</b> title</H2>"),
            Some((2, "An HTML title".to_owned()))
        );
        assert_eq!(heading("<p>a</p><hr>"), None);
    }

    #[test]
    fn columns_however_they_are_written() {
        for tag in [
            "<div class=\"columns\">",
            "<div class = 'columns'>",
            "<div class=columns>",
            "<div id=\"a\" class=\"two-columns wide\">",
        ] {
            assert!(is_columns(tag), "{tag}");
        }
        for tag in ["<div>", "<div class=\"column\">", "<div class>", "<div id=\"columns\">"] {
            assert!(!is_columns(tag), "{tag}");
        }
    }
}
