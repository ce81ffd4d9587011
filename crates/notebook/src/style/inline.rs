//! What a notebook's `style` attributes may say: colours, letters, boxes. Nothing that fetches, or leaves its cell.
//!
//! What it is not: style sheets (see `rules`). Start reading at [`safe`]. Jupyter honours all of them, Marp none.

use std::borrow::Cow;
use std::collections::BTreeMap;

use cssparser::{Delimiter, ParseError, Parser};

use super::declarations::condition;
use super::sheets;
use crate::sanitise::escape;

/// Properties, and the beginnings of others.
const ALLOWED: &[&str] = &[
    "align",
    "aspect-ratio",
    "background",
    "border",
    "box",
    "caption-side",
    "clear",
    "color",
    "column",
    "columns",
    "direction",
    "display",
    "flex",
    "float",
    "font",
    "gap",
    "grid",
    "height",
    "justify",
    "letter-spacing",
    "line-height",
    "list-style",
    "margin",
    "max-height",
    "max-width",
    "object-fit",
    "opacity",
    "order",
    "overflow",
    "padding",
    "row-gap",
    "table-layout",
    "text",
    "vertical-align",
    "visibility",
    "white-space",
    "width",
    "word",
];

/// The colour of letters that nobody has coloured.
const INK: [&str; 4] = ["black", "#000", "#000000", "rgb(0, 0, 0)"];

/// What keeps a wide element where it stands.
pub(crate) const WITHIN: &str = "max-width:100%";

/// The declarations of a `style` attribute that may be.
pub(crate) fn safe(style: &str) -> String {
    let is_safe = |(name, value): &(String, String)| is_allowed(name) && !is_negative(value);
    let declarations: Vec<_> = declarations(style).into_iter().filter(is_safe).collect();
    let has = |begin: &str| declarations.iter().any(|(name, _)| name.starts_with(begin));
    let mut out = Vec::new();
    // Nothing is wider than where it stands.
    if has("width") && !has("max-width") {
        out.push(WITHIN.to_owned());
    }
    for (name, value) in &declarations {
        let is_ink = name == "color" && INK.contains(&value.to_ascii_lowercase().as_str());
        // Chosen for the paper that Jupyter has by day.
        let value = if is_ink && !has("background") { "var(--ink)" } else { value };
        out.push(format!("{name}:{value}"));
    }
    let is_paper = |(name, value): &(String, String)| {
        matches!(name.as_str(), "background" | "background-color")
            && value != "none"
            && value != "transparent"
    };
    if declarations.iter().any(is_paper) && !has("color") {
        out.push("color-scheme:light;color:var(--ink)".to_owned());
    }
    out.join(";")
}

/// The declarations of a formula's element that are among these.
pub(crate) fn only(names: &[&str], style: &str) -> String {
    let known = declarations(style).into_iter().filter(|(name, _)| names.contains(&name.as_str()));
    known.map(|(name, value)| format!("{name}:{value}")).collect::<Vec<_>>().join(";")
}

/// Those of any name; none fetches.
fn declarations(style: &str) -> Vec<(String, String)> {
    let mut parser = Parser::new(style);
    let mut found = Vec::new();
    while !parser.is_exhausted() {
        let declaration = parser.parse_until_after(Delimiter::Semicolon, |input| {
            let name = input.expect_ident_cloned()?.to_ascii_lowercase();
            input.expect_colon()?;
            let value = condition(input).ok_or_else(ParseError::<()>::unexpected_token)?;
            Ok((name, value.trim().to_owned()))
        });
        found.extend(declaration.ok());
    }
    found
}

fn is_allowed(name: &str) -> bool {
    ALLOWED
        .iter()
        .any(|each| name.strip_prefix(each).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))
}

/// True where a length is below nothing, which moves things over others.
fn is_negative(value: &str) -> bool {
    let pieces =
        value.split(|character: char| !character.is_ascii_alphanumeric() && !"-.%#".contains(character));
    pieces
        .filter_map(|piece| piece.strip_prefix('-'))
        .any(|rest| rest.starts_with(|first: char| first.is_ascii_digit() || first == '.'))
}

/// HTML whose elements have the declarations that its style sheets have for their names alone, as those that pandas writes.
pub(crate) fn by_names(html: &str) -> Cow<'_, str> {
    let mut styles: BTreeMap<&str, String> = BTreeMap::new();
    for sheet in sheets(html) {
        for (selectors, declarations) in sheet.css.split('}').filter_map(|rule| rule.split_once('{')) {
            let names = selectors.split(',').filter_map(|selector| selector.trim().strip_prefix('#'));
            let is_part = |character: char| character.is_alphanumeric() || matches!(character, '_' | '-');
            for name in names.filter(|name| name.chars().all(is_part)) {
                let style = styles.entry(name).or_default();
                style.push_str(declarations.trim());
                style.push(';');
            }
        }
    }
    if styles.is_empty() {
        return Cow::Borrowed(html);
    }
    let mut pieces = html.split(" id=\"");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        if let Some(style) = piece.split_once('"').and_then(|(name, _)| styles.get(name)) {
            out.push_str(&format!(" style=\"{}\"", escape(style)));
        }
        out.push_str(" id=\"");
        out.push_str(piece);
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_are_kept_and_nothing_leaves_its_cell() {
        for (style, kept) in [
            ("text-align: center", "text-align:center"),
            ("TEXT-ALIGN:center; color : red ;", "text-align:center;color:red"),
            ("color: black", "color:var(--ink)"),
            ("background: #eee; color: black", "background:#eee;color:black"),
            ("background: #eee", "background:#eee;color-scheme:light;color:var(--ink)"),
            ("background: transparent", "background:transparent"),
            ("width: 500px", "max-width:100%;width:500px"),
            ("position: fixed; inset: 0; z-index: 99; float: right", "float:right"),
            ("background-image: url(https://example.org)", ""),
            ("background: \\75rl(https://example.org); color: red", "color:red"),
            ("margin: -50px 0; margin-left: calc(1em - 2px)", "margin-left:calc(1em - 2px)"),
            ("transform: scale(9); content: \"x\"; behavior: url(x)", ""),
            ("width: expression(alert(1))", ""),
            ("color: red} body {color: blue", ""),
            ("", ""),
            (";;:;a", ""),
        ] {
            assert_eq!(safe(style), kept, "{style}");
        }
    }

    #[test]
    fn what_pandas_styles_by_names_is_styled() {
        let html = "<style type=\"text/css\">\n#T_1_row0_col0, #T_1_row1_col0 {\n  color: red;\n}\n#T_1 th { color: blue }</style>\
            <table id=\"T_1\"><td id=\"T_1_row0_col0\" class=\"data\">1</td></table>";
        let styled = by_names(html);
        assert!(styled.contains("<td style=\"color: red;;\" id=\"T_1_row0_col0\""), "{styled}");
        assert!(styled.contains("<table id=\"T_1\">"), "{styled}");
        assert_eq!(by_names("<p id=\"a\">"), "<p id=\"a\">");
    }
}
