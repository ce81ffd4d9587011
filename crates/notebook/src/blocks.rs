//! Markdown's events, with HTML and code blocks in one piece each.
//!
//! What it is not: what becomes of them (see `reader`). Start reading at [`Blocks`].

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

/// A whole code block, and where it stands in the Markdown.
pub(crate) struct Code<'a> {
    pub(crate) kind: CodeBlockKind<'a>,
    pub(crate) text: String,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Code<'_> {
    /// What stands after the ticks of a fence.
    pub(crate) fn info(&self) -> Option<&str> {
        match &self.kind {
            CodeBlockKind::Fenced(info) => Some(info),
            CodeBlockKind::Indented => None,
        }
    }
}

pub(crate) enum Item<'a> {
    Html(String, usize),
    Code(Code<'a>),
    Event(Event<'a>, std::ops::Range<usize>),
}

impl Item<'_> {
    /// Where it starts in the Markdown.
    pub(crate) fn start(&self) -> usize {
        match self {
            Item::Html(_, start) => *start,
            Item::Code(code) => code.start,
            Item::Event(_, at) => at.start,
        }
    }
}

/// Markdown events, HTML and code blocks in one piece each.
pub(crate) struct Blocks<'a> {
    events: pulldown_cmark::OffsetIter<'a>,
    /// How many containers are open.
    pub(crate) depth: usize,
}

impl<'a> Blocks<'a> {
    pub(crate) fn new(text: &'a str, options: Options) -> Blocks<'a> {
        Blocks { events: Parser::new_ext(text, options).into_offset_iter(), depth: 0 }
    }

    pub(crate) fn next(&mut self) -> Option<Item<'a>> {
        let (event, at) = self.events.next()?;
        Some(match event {
            Event::Start(Tag::HtmlBlock) => Item::Html(self.text_of_block(), at.start),
            Event::Start(Tag::CodeBlock(kind)) => {
                let text = self.text_of_block();
                Item::Code(Code { kind, text, start: at.start, end: at.end })
            }
            Event::Start(_) => {
                self.depth += 1;
                Item::Event(event, at)
            }
            Event::End(_) => {
                self.depth -= 1;
                Item::Event(event, at)
            }
            event => Item::Event(event, at),
        })
    }

    /// Reads to the end of a block that holds nothing but text.
    fn text_of_block(&mut self) -> String {
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(piece) | Event::Html(piece) => text.push_str(&piece),
                Event::End(_) => break,
                _ => {}
            }
        }
        text
    }
}
