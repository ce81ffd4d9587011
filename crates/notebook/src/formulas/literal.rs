//! Where in a text no formula is looked for: code, tags, comments.
//!
//! What it is not: a parser of HTML. Start reading at [`Literals::of`].

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Parser, Tag, TagEnd};

use super::find::Sort;
use crate::layout::markdown_options;

/// Elements whose text is shown as it is, or not at all.
const AS_IT_IS: [&str; 6] = ["pre", "code", "script", "style", "textarea", "svg"];

#[derive(Default)]
pub(super) struct Literals {
    /// Nothing is looked for here. In order.
    pub(super) skipped: Vec<Range<usize>>,
    /// Nothing of this is within a formula: code, and tags that end an element. In order.
    pub(super) walls: Vec<Range<usize>>,
    /// Text between tags, where a backslash is one and no sign of Markdown's. In order.
    pub(super) html: Vec<Range<usize>>,
    /// The formulas that Markdown finds itself: where, and their text. In order.
    pub(super) known: Vec<(Range<usize>, String)>,
    /// Elements that end nowhere in the rest of the text.
    endless: Vec<&'static str>,
}

impl Literals {
    pub(super) fn of(text: &str, sort: Sort) -> Literals {
        let mut found = Literals::default();
        match sort {
            Sort::Html => {
                found.html.push(0..text.len());
                found.tags(text, 0..text.len());
            }
            Sort::Markdown | Sort::Deck => found.of_markdown(text, sort),
        }
        found
    }

    fn of_markdown(&mut self, text: &str, sort: Sort) {
        for (event, at) in Parser::new_ext(text, markdown_options()).into_offset_iter() {
            match event {
                Event::Code(_) | Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => self.wall(at),
                // Indented lines of a formula may be taken for such a block.
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => self.skipped.push(at),
                Event::InlineMath(latex) | Event::DisplayMath(latex) => {
                    self.known.push((at, latex.into_string()));
                }
                Event::InlineHtml(_) => self.tags(text, at),
                Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                    self.skipped.push(at);
                }
                Event::End(TagEnd::Link | TagEnd::Image) => self.address(text, at),
                // Marp sets none in HTML.
                Event::Start(Tag::HtmlBlock) if sort == Sort::Deck => self.skipped.push(at),
                Event::Start(Tag::HtmlBlock) => {
                    self.html.push(at.clone());
                    self.tags(text, at);
                }
                _ => {}
            }
        }
    }

    /// Where a link leads, behind its text.
    fn address(&mut self, text: &str, link: Range<usize>) {
        if let Some(begin) = text[link.clone()].rfind("](") {
            self.skipped.push(link.start + begin..link.end);
        }
    }

    fn wall(&mut self, at: Range<usize>) {
        self.skipped.push(at.clone());
        self.walls.push(at);
    }

    /// The tags and comments that begin in a part of the text, and what stands in elements like `<code>`.
    fn tags(&mut self, text: &str, within: Range<usize>) {
        let mut at = within.start.max(self.skipped.last().map_or(0, |last| last.end));
        while let Some(start) =
            text.get(at..within.end).and_then(|rest| rest.find('<')).map(|found| at + found)
        {
            let rest = &text[start..];
            let begins = |next: char| next.is_ascii_alphabetic() || matches!(next, '/' | '!');
            if !rest[1..].starts_with(begins) {
                at = start + 1;
                continue;
            }
            let end = start + self.literal_length(rest);
            self.skipped.push(start..end);
            if rest.starts_with("</") {
                self.walls.push(start..end);
            }
            at = end;
        }
    }

    /// How long the comment, the tag or the element is that `html` begins with.
    fn literal_length(&mut self, html: &str) -> usize {
        if html.starts_with("<!--") {
            return html.find("-->").map_or(html.len(), |end| end + 3);
        }
        let tag = html.find('>').map_or(html.len(), |end| end + 1);
        let name = html[1..tag].split(|next: char| !next.is_ascii_alphanumeric()).next().unwrap_or_default();
        let Some(name) = AS_IT_IS.iter().find(|each| each.eq_ignore_ascii_case(name)) else { return tag };
        if self.endless.contains(name) {
            return tag;
        }
        let end = closing(&html[tag..], name);
        self.endless.extend(end.is_none().then_some(*name));
        end.map_or(tag, |end| tag + end)
    }
}

/// Where `</name` begins.
fn closing(html: &str, name: &str) -> Option<usize> {
    let mut ends = html.match_indices("</").map(|(at, _)| at);
    ends.find(|at| html[at + 2..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)))
}
