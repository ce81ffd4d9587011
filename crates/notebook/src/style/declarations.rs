//! What declarations may say: letters, colours, boxes, columns. Nothing that fetches from elsewhere, moves, or leaves the
//! slide.
//!
//! What it is not: a list of all properties; one that is not known here is left out. Start reading at
//! [`Declarations::add`].

use cssparser::{Parser, ToCss, Token};

/// Of letters: of a slide, these are for its text alone.
const TEXT: &[&str] = &[
    "color",
    "direction",
    "font",
    "hyphens",
    "letter-spacing",
    "line-break",
    "line-height",
    "list-style",
    "orphans",
    "overflow-wrap",
    "quotes",
    "tab-size",
    "text",
    "white-space",
    "widows",
    "word",
    "writing-mode",
];

/// Of a box that a slide may have, too.
const SLIDE: &[&str] = &["background", "border", "box-shadow", "outline", "padding"];

/// Of any other box.
const BOX: &[&str] = &[
    "aspect-ratio",
    "backdrop-filter",
    "bottom",
    "box-decoration-break",
    "box-sizing",
    "caption-side",
    "clip-path",
    "content",
    "counter",
    "empty-cells",
    "filter",
    "height",
    "inset",
    "left",
    "margin",
    "mask",
    "max-height",
    "max-width",
    "min-height",
    "mix-blend-mode",
    "object",
    "opacity",
    "overflow",
    "right",
    "rotate",
    "scale",
    "table-layout",
    "top",
    "transform",
    "translate",
    "vertical-align",
    "visibility",
    "width",
    "z-index",
];

/// Of columns: only where there is room.
const LAYOUT: &[&str] = &[
    "align", "break", "clear", "column", "columns", "display", "flex", "float", "gap", "grid", "justify",
    "order", "place", "position", "row-gap",
];

/// Functions whose texts are addresses.
const FETCHING: &[&str] = &[
    "image-set",
    "-webkit-image-set",
    "image",
    "src",
    "element",
    "-moz-element",
    "paint",
    "expression",
    "attr",
];

/// So high may the author's pieces lie over each other; cells lie above.
const HIGHEST: i32 = 5;

/// How many pixels of Marp's slide are the page's unit of letters.
const UNIT: f32 = 29.0;

/// In such units: no letters are smaller.
const LEAST_LETTERS: f32 = 0.8;

/// Lines this thin, in pixels, stay so.
const HAIR: f32 = 3.0;

/// The declarations of a rule, by what they are for.
#[derive(Default)]
pub(super) struct Declarations {
    pub(super) text: String,
    /// Of the boxes that slides may have.
    pub(super) slide: String,
    /// Of all boxes, the slides' included.
    pub(super) frame: String,
    pub(super) layout: String,
    pub(super) has_colours: bool,
    /// Its children are side by side.
    pub(super) lays_out_columns: bool,
    /// Its children are below each other.
    pub(super) is_stack: bool,
    /// Where its content stands, from top to bottom, if it is a slide: `start`, `center` or `end`.
    pub(super) stands: Option<&'static str>,
}

impl Declarations {
    pub(super) fn add(&mut self, name: &str, value: &str) {
        let is = |names: &[&str]| {
            names.iter().any(|each| {
                name.strip_prefix(each).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            })
        };
        let declaration = format!("{}:{value};", own_name(name));
        let word = value.split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
        if name.starts_with("--") {
            self.slide.push_str(&declaration);
            self.frame.push_str(&declaration);
            return;
        }
        self.has_colours |= name == "color" || name.starts_with("background");
        match name {
            "position" if !matches!(word.as_str(), "absolute" | "relative" | "static") => return,
            "z-index" => {
                let height = word.parse().unwrap_or_default();
                self.frame.push_str(&format!("z-index:{};", HIGHEST.min(height)));
                return;
            }
            "display" => self.lays_out_columns |= word.contains("grid") || word.contains("flex"),
            "columns" | "column-count" => self.lays_out_columns = true,
            "align-content" | "justify-content" | "place-content" => {
                self.stands = stands(value).or(self.stands)
            }
            "flex-direction" | "flex-flow" => self.is_stack |= word.starts_with("column"),
            "font-size" if is_too_small(value) => {
                self.text.push_str(&format!("font-size:{LEAST_LETTERS}rem;"));
                return;
            }
            // A picture or a box is never wider than where it stands.
            "width" => self.frame.push_str("max-width:100%;"),
            _ => {}
        }
        if is(TEXT) {
            self.text.push_str(&declaration);
        } else if is(SLIDE) {
            self.slide.push_str(&declaration);
            self.frame.push_str(&declaration);
        } else if is(BOX) {
            self.frame.push_str(&declaration);
        } else if is(LAYOUT) {
            self.layout.push_str(&declaration);
        }
    }
}

/// Marp's slides were columns once, and are blocks now: both properties say it.
fn stands(value: &str) -> Option<&'static str> {
    let mut words = value.split_whitespace().filter(|word| !matches!(*word, "safe" | "unsafe"));
    match words.next()? {
        "start" | "flex-start" | "normal" => Some("start"),
        "center" => Some("center"),
        "end" | "flex-end" => Some("end"),
        _ => None,
    }
}

fn is_too_small(size: &str) -> bool {
    size.strip_suffix("rem").and_then(|size| size.parse().ok()).is_some_and(|size: f32| size < LEAST_LETTERS)
}

/// The author's variables have names that none of the page's has.
fn own_name(name: &str) -> String {
    match name.strip_prefix("--") {
        Some(rest) => format!("--deck-{rest}"),
        None => name.to_owned(),
    }
}

/// Where files are that a style names.
#[derive(Clone, Copy)]
pub(super) struct Files<'a> {
    /// Those without a whole address.
    pub(super) folder: &'a str,
    /// Pictures of other sites may be fetched.
    pub(super) elsewhere: bool,
}

/// A value as it is written in the page; `None` if it may not be.
pub(super) fn value(input: &mut Parser<'_>, files: Files<'_>) -> Option<String> {
    let mut out = String::new();
    copy(input, Some(files), 0, &mut out)?;
    Some(out)
}

/// The condition of `@media` and the like.
pub(super) fn condition(input: &mut Parser<'_>) -> Option<String> {
    let mut out = String::new();
    copy(input, None, 0, &mut out)?;
    Some(out)
}

fn copy(input: &mut Parser<'_>, files: Option<Files<'_>>, depth: usize, out: &mut String) -> Option<()> {
    while let Ok(token) = input.next_including_whitespace() {
        let token = token.clone();
        if depth > 16 || token.is_parse_error() {
            return None;
        }
        match &token {
            Token::Function(name) if name.eq_ignore_ascii_case("url") => {
                let address =
                    input.parse_nested_block(|input| input.expect_string_cloned().map_err(Into::into));
                let address: Result<_, cssparser::ParseError<()>> = address;
                out.push_str(&url(&address.ok()?, files?)?);
                continue;
            }
            Token::UnquotedUrl(address) => {
                out.push_str(&url(address, files?)?);
                continue;
            }
            Token::Function(name) if FETCHING.iter().any(|each| name.eq_ignore_ascii_case(each)) => {
                return None;
            }
            Token::CurlyBracketBlock
            | Token::AtKeyword(_)
            | Token::BadUrl(_)
            | Token::BadString(_)
            | Token::CDO
            | Token::CDC => return None,
            Token::Ident(name) if name.starts_with("--") => {
                out.push_str(&Token::Ident(own_name(name).into()).to_css_string());
                continue;
            }
            Token::Dimension { value, unit, .. } => match files.and_then(|_| scaled(*value, unit)) {
                Some(scaled) => {
                    out.push_str(&scaled);
                    continue;
                }
                None => out.push_str(&token.to_css_string()),
            },
            token => out.push_str(&token.to_css_string()),
        }
        let closing = match token {
            Token::Function(_) | Token::ParenthesisBlock => ')',
            Token::SquareBracketBlock => ']',
            _ => continue,
        };
        let inside = input.parse_nested_block(|input| {
            copy(input, files, depth + 1, out).ok_or_else(cssparser::ParseError::<()>::unexpected_token)
        });
        inside.ok()?;
        out.push(closing);
    }
    Some(())
}

/// Lengths of Marp's slide, in units of letters.
fn scaled(value: f32, unit: &str) -> Option<String> {
    let pixels = match unit.to_ascii_lowercase().as_str() {
        "px" => value,
        "pt" => value * 4.0 / 3.0,
        _ => return None,
    };
    if pixels.abs() <= HAIR {
        return None;
    }
    let units = format!("{:.3}", pixels / UNIT);
    Some(format!("{}rem", units.trim_end_matches('0').trim_end_matches('.')))
}

/// `url(…)` of a picture that is in the text itself, lies beside the deck, or elsewhere if that is asked for.
fn url(address: &str, files: Files<'_>) -> Option<String> {
    let address = address.trim();
    let starts_with =
        |start: &str| address.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start));
    // A backslash is a slash to browsers.
    let leaves = address.contains(':') || address.starts_with(['/', '\\']);
    let whole = match address.get("https://".len()..) {
        _ if starts_with("data:image/") => address.to_owned(),
        Some(rest) if files.elsewhere && starts_with("https://") => format!("https://{rest}"),
        _ if leaves => return None,
        _ if files.folder.is_empty() => address.to_owned(),
        _ => format!("{}/{address}", files.folder),
    };
    Some(format!("url({})", Token::QuotedString(whole.into()).to_css_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<String> {
        value(&mut Parser::new(text), Files { folder: "lessons", elsewhere: false })
    }

    #[test]
    fn lengths_are_relative_to_letters() {
        for (text, written) in [
            ("29px", "1rem"),
            ("58px 1px solid", "2rem 1px solid"),
            ("calc(100% - 14.5px)", "calc(100% - 0.5rem)"),
            ("1.5em", "1.5em"),
            ("repeat(2, minmax(0, 1fr))", "repeat(2, minmax(0, 1fr))"),
            ("var(--accent, #fff)", "var(--deck-accent, #fff)"),
        ] {
            assert_eq!(of(text).as_deref(), Some(written), "{text}");
        }
    }

    #[test]
    fn pictures_lie_beside_the_deck() {
        assert_eq!(of("url(a.png)").as_deref(), Some("url(\"lessons/a.png\")"));
        assert_eq!(of("url('img/a.png') no-repeat").as_deref(), Some("url(\"lessons/img/a.png\") no-repeat"));
        assert!(of("url(data:image/png;base64,AA==)").is_some());
        for address in [
            "https://example.org/a",
            "//example.org",
            "/\\example.org",
            "javascript:x",
            "data:text/html,x",
            "\\2f\\2f e.org",
        ] {
            assert_eq!(of(&format!("url(\"{address}\")")), None, "{address}");
            assert_eq!(of(&format!("url({address})")), None, "{address}");
        }
    }
}
