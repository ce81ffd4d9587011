//! A lesson with a student's cells in it, as a notebook that can be exported.
//!
//! What it is not: shown; its slides have a source and no blocks. Start reading at [`written`]. Where a deck has texts
//! and cells in columns, a cell of the student's stands in the file beside the cell that is next to it on the page.

use std::collections::{HashMap, HashSet};

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};
use serde::{Deserialize, Serialize};

use super::{Content, Document, Kind, Piece, Place};
use crate::Format;
use crate::deck::safe_markdown;
use crate::layout::markdown_options;
use crate::model::{Cell, Fields, Notebook, Output, Part, Slide, Text};

/// What the student has of a lesson now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mine {
    /// For each slide, in reading order, which of the lesson's it is; none for the student's own.
    pub slides: Vec<Option<usize>>,
    /// In reading order.
    pub cells: Vec<MyCell>,
}

/// A cell as the student has it now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MyCell {
    pub content: Content,
    /// The place of its slide.
    pub slide: usize,
    /// On the page it stands right below a text of the lesson's.
    pub follows_text: bool,
    pub execution_count: Option<u32>,
    /// As nbformat has them; none where it was not run, and the lesson's file may have some.
    pub outputs: Option<Vec<Fields>>,
}

impl Document {
    /// Whether a cell stands right below a text of the lesson's.
    pub fn follows_text(&self, id: &str) -> bool {
        let above = self.find(id).and_then(|Place { slot, at }| self.slot(slot).get(at.checked_sub(1)?));
        matches!(above, Some(Piece::Fixed(_)))
    }
}

/// The lesson with these slides and cells, and no others.
pub fn written(lesson: &Notebook, mine: &Mine) -> Notebook {
    let code = mine.cells.iter().filter(|cell| cell.content.kind == Kind::Code);
    let of_lesson: HashMap<&str, usize> =
        lesson.cells.iter().enumerate().map(|(index, cell)| (cell.id.as_str(), index)).collect();
    let cells = code.clone().map(|cell| {
        let before = of_lesson.get(cell.content.id.as_str()).map(|index| lesson.cells[*index].clone());
        with_run(before.unwrap_or_default(), cell)
    });
    let numbers = code.enumerate().map(|(number, cell)| (cell.content.id.as_str(), number)).collect();
    let writer = Writer { lesson, of_lesson: &of_lesson, numbers };
    let slides = mine.slides.iter().enumerate().map(|(place, of_lesson)| {
        let here: Vec<&MyCell> = mine.cells.iter().filter(|cell| cell.slide == place).collect();
        let slide = of_lesson.and_then(|number| lesson.slides.get(number)).cloned().unwrap_or_default();
        Slide { source: writer.slide(&slide, &here), blocks: Vec::new(), ..slide }
    });
    let mut slides: Vec<Slide> = slides.collect();
    if !mine.slides.iter().copied().eq((0..lesson.slides.len()).map(Some)) {
        rule(&mut slides, lesson);
    }
    Notebook { cells: cells.collect(), slides, ..lesson.clone() }
}

/// Has slides in another order end where they did: with a thematic break, but for the last one, and but for those that the
/// deck has end at headings.
fn rule(slides: &mut [Slide], lesson: &Notebook) {
    let has_dividing_headings = lesson.slides.iter().rev().skip(1).any(|slide| slide.ruler.is_empty());
    let begins_with_heading = |slide: &Slide| {
        let first = slide.source.iter().find_map(|part| match part {
            Part::Text(text) => Some(text.source.trim_start()).filter(|text| !text.is_empty()),
            Part::Cell(..) => Some(""),
        });
        first.is_some_and(|text| text.starts_with('#'))
    };
    let divides: Vec<bool> =
        slides.iter().map(|slide| has_dividing_headings && begins_with_heading(slide)).collect();
    let last = slides.len().saturating_sub(1);
    for (place, slide) in slides.iter_mut().enumerate() {
        if place == last {
            slide.ruler.clear();
        } else if slide.ruler.is_empty() && !divides[place + 1] {
            "\n\n---\n\n".clone_into(&mut slide.ruler);
        }
    }
}

fn with_run(before: Cell, mine: &MyCell) -> Cell {
    let Content { id, source, .. } = mine.content.clone();
    let (execution_count, outputs) = match &mine.outputs {
        Some(outputs) => {
            let outputs =
                outputs.iter().map(|nbformat| Output { nbformat: nbformat.clone(), ..Output::default() });
            (mine.execution_count, outputs.collect())
        }
        None => (before.execution_count, before.outputs.clone()),
    };
    Cell { id, source, execution_count, outputs, ..before }
}

struct Writer<'a> {
    lesson: &'a Notebook,
    of_lesson: &'a HashMap<&'a str, usize>,
    /// Where each code cell is among the written ones.
    numbers: HashMap<&'a str, usize>,
}

impl Writer<'_> {
    fn slide(&self, slide: &Slide, mine: &[&MyCell]) -> Vec<Part> {
        let stays = self.staying(slide, mine);
        let mut parts = self.without_others(slide, &stays);
        let mut cursor = 0;
        for (at, cell) in mine.iter().enumerate() {
            let id = cell.content.id.as_str();
            if stays.contains(id) {
                cursor = after(&parts, self.numbers[id]);
                continue;
            }
            let next = mine[at..].iter().find(|next| stays.contains(next.content.id.as_str()));
            if cell.follows_text {
                let first = |next: &MyCell| position(&parts, self.numbers[next.content.id.as_str()]);
                cursor = next.map_or(parts.len(), |next| first(next).unwrap_or(parts.len()));
            } else if let Some(before) = at.checked_sub(1).map(|before| mine[before].content.id.as_str())
                && self.is_checked(before)
            {
                cursor = self.past_expected(&mut parts, cursor);
            }
            parts.insert(cursor, self.part(&cell.content));
            cursor += 1;
        }
        parts
    }

    /// The lesson's cells that are on the slide still, in the lesson's order.
    fn staying<'b>(&self, slide: &Slide, mine: &[&'b MyCell]) -> HashSet<&'b str> {
        let mut passed = 0;
        let mut stays = HashSet::new();
        for content in mine.iter().map(|cell| &cell.content).filter(|content| content.kind == Kind::Code) {
            let Some(index) = self.of_lesson.get(content.id.as_str()) else { continue };
            let at = position(&slide.source, *index).filter(|at| *at >= passed);
            if let Some(at) = at {
                passed = at + 1;
                stays.insert(content.id.as_str());
            }
        }
        stays
    }

    /// The slide's source without the cells that do not stay, and without the output that it shows of them.
    fn without_others(&self, slide: &Slide, stays: &HashSet<&str>) -> Vec<Part> {
        let mut drops_expected = false;
        let mut parts = Vec::new();
        for part in &slide.source {
            match part {
                Part::Cell(index, fence) => {
                    let cell = &self.lesson.cells[*index];
                    let stays = stays.contains(cell.id.as_str());
                    drops_expected = !stays && cell.expected.is_some();
                    if stays {
                        parts.push(Part::Cell(self.numbers[cell.id.as_str()], fence.clone()));
                    }
                }
                Part::Text(text) => {
                    let cut = expected_end(&text.source).filter(|_| std::mem::take(&mut drops_expected));
                    let source = text.source[cut.unwrap_or_default()..].to_owned();
                    parts.push(Part::Text(Text { source, ..text.clone() }));
                }
            }
        }
        parts
    }

    /// The lesson shows what the cell is to print.
    fn is_checked(&self, id: &str) -> bool {
        self.of_lesson.get(id).is_some_and(|index| self.lesson.cells[*index].expected.is_some())
    }

    /// Past the output that the lesson shows there, whose text becomes two.
    fn past_expected(&self, parts: &mut Vec<Part>, at: usize) -> usize {
        let Some(Part::Text(text)) = parts.get(at) else { return at };
        let Some(end) = expected_end(&text.source) else { return at };
        let (shown, rest) = text.source.split_at(end);
        let shown = Text { source: shown.to_owned(), before: text.before.clone(), ..Text::default() };
        let rest = Text { source: rest.to_owned(), before: String::new(), ..text.clone() };
        let (shown, rest) = (Part::Text(shown), Part::Text(rest));
        parts.splice(at..=at, [shown, rest]);
        at + 1
    }

    fn part(&self, content: &Content) -> Part {
        if content.kind == Kind::Code {
            return Part::Cell(self.numbers[content.id.as_str()], None);
        }
        let text = Text { source: content.source.clone(), id: content.id.clone(), ..Text::default() };
        if matches!(self.lesson.origin, Some(Format::Md) | None) {
            return Part::markdown(&format!("\n\n{}\n\n", safe_markdown(&text, true).trim_matches('\n')));
        }
        Part::Text(text)
    }
}

fn position(parts: &[Part], cell: usize) -> Option<usize> {
    parts.iter().position(|part| matches!(part, Part::Cell(index, _) if *index == cell))
}

/// After the last piece of a cell.
fn after(parts: &[Part], cell: usize) -> usize {
    let last = parts.iter().rposition(|part| matches!(part, Part::Cell(index, _) if *index == cell));
    last.map_or(0, |last| last + 1)
}

/// Where the code block ends that a text begins with, if that is plain, as what a cell is expected to print.
fn expected_end(text: &str) -> Option<usize> {
    let starts = Parser::new_ext(text, markdown_options()).into_offset_iter();
    let mut starts = starts.filter(|(event, _)| matches!(event, Event::Start(tag) if *tag != Tag::HtmlBlock));
    match starts.next()? {
        (Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)), at) => Some(at.end),
        (Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))), at) if info.trim().is_empty() => {
            Some(at.end)
        }
        _ => None,
    }
}
