//! Selectors that reach a deck's slides alone: their box, or what is in their text.
//!
//! What it is not: a matcher. Start reading at [`confined`]. In Marp a slide is a `section`; here it is the element that
//! the root selects, and what an author calls `header`, `footer` and `section::after` has names of the page's own.

use cssparser::{Parser, ToCss, Token};

use crate::sanitise::own_class;

/// What keeps rules away from cells, however specific they are.
const NO_CELL: &str = ":where(:not(.cell,.cell *))";

/// Elements around Marp's slides.
const OUTER: &[&str] = &["html", "body", "svg", "foreignobject", "main"];

/// A selector as it is written in the page.
#[derive(Debug)]
pub(super) struct Confined {
    pub(super) text: String,
    /// It is the slide itself.
    pub(super) is_slide: bool,
    pub(super) classes: Vec<String>,
}

/// One element of a selector.
#[derive(Default)]
struct Compound {
    /// What stands between it and the one before.
    combinator: char,
    text: String,
    /// From `::` on.
    pseudo_element: String,
    is_slide: bool,
    is_outer: bool,
}

/// A selector's tokens as text; `None` if one of them may not stand in any.
pub(super) fn text(input: &mut Parser<'_>) -> Option<String> {
    let mut text = String::new();
    copy(input, &mut text, 0)?;
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn copy(input: &mut Parser<'_>, out: &mut String, depth: usize) -> Option<()> {
    while let Ok(token) = input.next_including_whitespace() {
        let token = token.clone();
        let closing = match token {
            Token::Function(_) | Token::ParenthesisBlock => ")",
            Token::SquareBracketBlock => "]",
            Token::CurlyBracketBlock
            | Token::BadUrl(_)
            | Token::BadString(_)
            | Token::UnquotedUrl(_)
            | Token::AtKeyword(_)
            | Token::CDO
            | Token::CDC
            | Token::Semicolon => return None,
            _ => "",
        };
        if token.is_parse_error() || depth > 8 {
            return None;
        }
        out.push_str(&token.to_css_string());
        if !closing.is_empty() {
            let inside = input.parse_nested_block(|input| {
                copy(input, out, depth + 1).ok_or_else(cssparser::ParseError::<()>::unexpected_token)
            });
            inside.ok()?;
            out.push_str(closing);
        }
    }
    Some(())
}

/// The selector within the slides of `root`; `None` if it cannot be.
pub(super) fn confined(selector: &str, root: &str) -> Option<Confined> {
    let mut classes = Vec::new();
    let compounds = compounds(&mut Parser::new(selector), &mut classes)?;
    let slide = compounds.iter().rposition(|compound| compound.is_slide);
    let start = slide.map_or(0, |at| at + 1);
    let inside: Vec<&Compound> = compounds[start..].iter().filter(|compound| !compound.is_outer).collect();
    let root = format!("{root}{}", slide.map_or("", |at| &compounds[at].text));
    let of_slide = slide.map_or("", |at| &compounds[at].pseudo_element);
    let Some((last, before)) = inside.split_last() else {
        slide?;
        return Some(match of_slide {
            "::after" => Confined { text: format!("{root} .page-number"), is_slide: false, classes },
            pseudo => Confined { text: format!("{root}{pseudo}"), is_slide: pseudo.is_empty(), classes },
        });
    };
    // What stands beside a slide is the page.
    let leaves = slide.is_some() && matches!(inside[0].combinator, '+' | '~');
    if leaves || !of_slide.is_empty() {
        return None;
    }
    let mut text = format!("{root} .sheet");
    for (at, compound) in before.iter().chain([last]).enumerate() {
        let combinator = if at == 0 { ' ' } else { compound.combinator };
        text.push(combinator);
        text.push_str(&compound.text);
        text.push_str(if at == before.len() { "" } else { &compound.pseudo_element });
    }
    Some(Confined { text: format!("{text}{NO_CELL}{}", last.pseudo_element), is_slide: false, classes })
}

fn compounds(input: &mut Parser<'_>, classes: &mut Vec<String>) -> Option<Vec<Compound>> {
    let mut compounds = vec![Compound { combinator: ' ', ..Compound::default() }];
    let mut combinator = None;
    while let Ok(token) = input.next_including_whitespace() {
        let token = token.clone();
        match token {
            Token::WhiteSpace(_) => combinator = combinator.or(Some(' ')),
            Token::Delim(sign @ ('>' | '+' | '~')) => {
                // Two of them, or one at the head, select nothing.
                if combinator.is_some_and(|before| before != ' ') || compounds.last()?.is_empty() {
                    return None;
                }
                combinator = Some(sign);
            }
            token => {
                if let Some(combinator) = combinator.take()
                    && !compounds.last()?.is_empty()
                {
                    compounds.push(Compound { combinator, ..Compound::default() });
                }
                compounds.last_mut()?.push(&token, input, classes)?;
            }
        }
    }
    let ends_well = combinator.is_none_or(|combinator| combinator == ' ') && !compounds.last()?.is_empty();
    ends_well.then_some(compounds)
}

impl Compound {
    fn is_empty(&self) -> bool {
        self.text.is_empty() && self.pseudo_element.is_empty() && !self.is_slide && !self.is_outer
    }

    fn push(&mut self, token: &Token<'_>, input: &mut Parser<'_>, classes: &mut Vec<String>) -> Option<()> {
        let is_first = self.is_empty();
        match token {
            Token::Ident(name) if is_first => match name.to_ascii_lowercase().as_str() {
                "section" => self.is_slide = true,
                "header" => self.text.push_str(".slide-header"),
                "footer" => self.text.push_str(".slide-footer"),
                name if OUTER.contains(&name) => self.is_outer = true,
                _ => self.text.push_str(&token.to_css_string()),
            },
            Token::Delim('*') if is_first => self.text.push('*'),
            Token::Delim('.') => {
                let class = own_class(input.expect_ident().ok()?);
                classes.push(class.clone());
                let class = Token::Ident(class.into()).to_css_string();
                self.end().push_str(&format!(".{class}"));
            }
            Token::IDHash(_) => self.end().push_str(&token.to_css_string()),
            Token::SquareBracketBlock => {
                let inside = inside(input)?;
                self.end().push_str(&format!("[{inside}]"));
            }
            Token::Colon => self.pseudo(input, is_first)?,
            _ => return None,
        }
        Some(())
    }

    /// Where the next piece goes.
    fn end(&mut self) -> &mut String {
        if self.pseudo_element.is_empty() { &mut self.text } else { &mut self.pseudo_element }
    }

    /// What follows a colon.
    fn pseudo(&mut self, input: &mut Parser<'_>, is_first: bool) -> Option<()> {
        let colons = if input.try_parse(Parser::expect_colon).is_ok() { "::" } else { ":" };
        let token = input.next_including_whitespace().ok()?.clone();
        match &token {
            Token::Ident(name) if is_first && matches!(&**name, "root" | "host") => self.is_slide = true,
            Token::Ident(name) => {
                let is_element =
                    colons == "::" || matches!(&**name, "before" | "after" | "first-line" | "first-letter");
                let name = token.to_css_string();
                if is_element {
                    self.pseudo_element.push_str(&format!("::{name}"));
                } else {
                    self.end().push_str(&format!(":{name}"));
                }
            }
            Token::Function(_) => {
                let head = format!("{colons}{}", token.to_css_string());
                let inside = inside(input)?;
                self.end().push_str(&format!("{head}{inside})"));
            }
            _ => return None,
        }
        Some(())
    }
}

/// What stands between brackets, as text.
fn inside(input: &mut Parser<'_>) -> Option<String> {
    let mut text = String::new();
    let read = input.parse_nested_block(|input| {
        copy(input, &mut text, 1).ok_or_else(cssparser::ParseError::<()>::unexpected_token)
    });
    read.ok().map(|()| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(selector: &str) -> Option<String> {
        confined(selector, "R").map(|confined| confined.text.replace(NO_CELL, "°"))
    }

    #[test]
    fn what_marp_calls_a_slide_is_one() {
        for (selector, written) in [
            ("section", "R"),
            (":root", "R"),
            ("section.lead", "R.lead"),
            ("section:not(.lead)", "R:not(.lead)"),
            ("svg > foreignObject > section", "R"),
            ("section::after", "R .page-number"),
            ("section.lead:before", "R.lead::before"),
            ("section h1", "R .sheet h1°"),
            ("section > h1 + p", "R .sheet h1+p°"),
            ("section > header", "R .sheet .slide-header°"),
            ("h1, h2", ""),
            ("h1::before", "R .sheet h1°::before"),
            ("img[alt~=\"center\"]", "R .sheet img[alt~=\"center\"]°"),
            ("*", "R .sheet *°"),
            (".a > .b .c", "R .sheet .a>.b .c°"),
            ("body .bar", "R .sheet .deck-bar°"),
        ] {
            assert_eq!(of(selector).unwrap_or_default(), written, "{selector}");
        }
    }

    #[test]
    fn what_leaves_a_slide_selects_nothing() {
        for selector in
            ["section + p", "section ~ .bar", "html", "> p", "p >", "a|b", "p > > a", "section::after p", "&"]
        {
            assert_eq!(of(selector), None, "{selector}");
        }
    }
}
