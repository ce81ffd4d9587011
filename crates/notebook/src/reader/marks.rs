//! What the marks of a deck do to its slides and to its text cells.
//!
//! What it is not: which lines are marks (see `deck::marks`). Start reading at [`Reader::mark`].

use pulldown_cmark::CodeBlockKind;

use super::Reader;
use crate::blocks::Code;
use crate::deck::Dialect;
use crate::deck::marks::{Kind, Mark};
use crate::model::{Part, Text};
use crate::sanitise::escape;

impl Reader<'_> {
    /// A line that is no Markdown (see `marks`).
    pub(super) fn mark(&mut self, mark: &Mark, deck: &str) {
        match &mark.kind {
            Kind::Cut(fields) => {
                self.push_source(&deck[self.read_to..mark.at.start]);
                self.before = deck[mark.at.clone()].to_owned();
                self.in_region = self.before.trim_start().starts_with("<!--");
                self.next_fields = fields.clone();
                self.read_to = mark.at.end;
            }
            Kind::End if self.before.is_empty() => {
                self.push_source(&deck[self.read_to..mark.at.start]);
                deck[mark.at.clone()].clone_into(&mut self.before);
                self.in_region = false;
                self.read_to = mark.at.end;
            }
            Kind::End => {
                self.in_region = false;
                let text = &deck[self.read_to..mark.at.start];
                let (source, end) = text.strip_suffix('\n').map_or((text, ""), |source| (source, "\n"));
                let after = format!("{end}{}", &deck[mark.at.clone()]);
                self.push_text(Text { source: source.to_owned(), after, ..Text::default() });
                self.read_to = mark.at.end;
            }
            Kind::Raw(fields, inside) => {
                self.push_source(&deck[self.read_to..mark.at.start]);
                let source = deck[inside.clone()].to_owned();
                self.code_as_text(CodeBlockKind::Fenced("text".into()), source.clone());
                self.before = deck[mark.at.start..inside.start].to_owned();
                let after = deck[inside.end..mark.at.end].to_owned();
                let fields = fields.clone();
                self.push_text(Text { source, raw: true, fields, after, ..Text::default() });
                self.read_to = mark.at.end;
            }
            Kind::Columns => self.layout.open_box("columns"),
            Kind::Box { classes, title } => {
                self.boxes += 1;
                self.layout.open_box(classes);
                if !title.is_empty() {
                    self.layout.html(&format!("<p><strong>{}</strong></p>\n", escape(title)));
                }
            }
            Kind::Details(summary) => {
                self.boxes += 1;
                self.layout.open_details(&escape(summary));
            }
            Kind::Close { is_details } => {
                self.boxes = self.boxes.saturating_sub(1);
                if *is_details { self.layout.close_details() } else { self.layout.close_div() }
            }
            Kind::Note(inside) => self.layout.note(deck[inside.clone()].trim()),
            Kind::Silent => {}
        }
    }

    pub(super) fn push_source(&mut self, text: &str) {
        if !text.is_empty() || !self.before.is_empty() {
            self.push_text(Text { source: text.to_owned(), ..Text::default() });
        }
    }

    fn push_text(&mut self, text: Text) {
        let before = std::mem::take(&mut self.before);
        let mut fields = std::mem::take(&mut self.next_fields);
        fields.extend(text.fields);
        self.source.push(Part::Text(Text { before, fields, ..text }));
    }

    /// False for code that a notebook's text shows: in MyST all but its own cells, in jupytext's Markdown what stands in
    /// a region or is indented.
    pub(super) fn may_be_cell(&self, code: &Code, deck: &str, dialect: Dialect) -> bool {
        match dialect {
            Dialect::Marp | Dialect::Quarto => true,
            Dialect::Myst => code.info().is_some_and(|info| info.trim_start().starts_with('{')),
            Dialect::Jupytext => {
                let is_flush = deck[..code.start].is_empty() || deck[..code.start].ends_with('\n');
                is_flush && !self.in_region
            }
        }
    }
}
