//! Python programs with `# %%` lines between their cells, as VS Code, Spyder and jupytext read them.
//!
//! What it is not: the deck's look; slides are not kept. Start reading at [`open`]. Lines that only IPython understands
//! are comments in a program (see [`magics`]).

mod header;
mod magics;
mod scripts;

use serde_json::json;

use crate::Format;
use crate::deck::original;
use crate::model::{Cell, Fields, Notebook, Part, Text, tidy_source};
use crate::python::lines;
use crate::reader::Reader;

use self::header::SETUP;
use self::scripts::Section;

/// A piece between two `# %%` lines.
enum Piece {
    Text(Text),
    /// With the line that begins it.
    Cell(Cell, String),
}

pub(crate) fn open(text: &str, folder: &str) -> Notebook {
    let (front_matter, body) = header::front_matter(text);
    let in_strings = is_jupytexts(&front_matter);
    let pieces = match scripts::sections(body, &front_matter) {
        Some(sections) => sections.into_iter().map(|section| piece_of(section, in_strings)).collect(),
        None => pieces(body, in_strings),
    };
    let mut reader = Reader::new(folder);
    for piece in &pieces {
        match piece {
            Piece::Text(text) => {
                if opens_slide(&text.source) && !reader.slide_is_empty() {
                    reader.end_slide();
                }
                reader.text(text);
            }
            Piece::Cell(cell, before) => reader.cell_after(before, cell.clone()),
        }
    }
    // What is written has `# %%`, whatever it was.
    let front_matter = front_matter.replace("format_name: light", "format_name: percent");
    let front_matter = front_matter.replace("format_version: '1.5'", "format_version: '1.3'");
    Notebook { front_matter, ..reader.finish() }
}

/// What `key=value` pairs after some words say of a cell, as an `.ipynb`'s cell has it.
pub(crate) fn fields_of(head: &str) -> Fields {
    header::read(head).metadata_fields()
}

/// True for the header of a program that jupytext has written.
fn is_jupytexts(front_matter: &str) -> bool {
    front_matter.lines().any(|line| line.trim() == "jupytext:")
}

/// True where the text starts with a heading: notebooks have no slides of their own.
pub(crate) fn opens_slide(markdown: &str) -> bool {
    let text = markdown.trim_start();
    let level = text.len() - text.trim_start_matches('#').len();
    (1..=3).contains(&level) && text[level..].starts_with(' ')
}

/// With `in_strings`, a marker in a string of several lines is a part of it, as jupytext has it.
fn pieces(text: &str, in_strings: bool) -> Vec<Piece> {
    let blank = Blank::of(text);
    let mut pieces = Vec::new();
    let mut head = None;
    let mut body = Vec::new();
    let all = lines(text);
    for (line, read) in text.lines().zip(&all) {
        if header::marker(line).is_some() && (read.starts || !in_strings) {
            pieces.extend(piece(head, &body, in_strings, blank));
            (head, body) = (Some(line), Vec::new());
        } else {
            body.push(line);
        }
    }
    pieces.extend(piece(head, &body, in_strings, blank));
    pieces
}

/// What blank lines at the end of a cell are.
#[derive(Clone, Copy, PartialEq)]
enum Blank {
    /// One parts cells, all others are the cell's: in programs that end in a blank line, as those do that are written here.
    Exact,
    /// Two part cells as well, as jupytext has it: they are PEP 8's.
    Loose,
}

impl Blank {
    fn of(text: &str) -> Blank {
        if text.ends_with("\n\n") { Blank::Exact } else { Blank::Loose }
    }

    /// The lines of a cell without those that only part it from the next.
    fn trimmed<'a>(self, body: &'a [&'a str]) -> &'a [&'a str] {
        let blank = body.iter().rev().take_while(|line| line.is_empty()).count();
        let parting = if self == Blank::Loose && blank <= 2 { blank } else { blank.min(1) };
        &body[..body.len() - parting]
    }
}

/// `None` for what stands before the first `# %%` if that is nothing.
fn piece(line: Option<&str>, body: &[&str], in_strings: bool, blank: Blank) -> Option<Piece> {
    let Some(line) = line else {
        let source = tidy_source(&body.join("\n")).trim_start_matches('\n').to_owned();
        return (!source.is_empty()).then(|| Piece::Cell(Cell { source, ..Cell::default() }, String::new()));
    };
    let head = header::read(header::marker(line).unwrap_or_default());
    let fields = head.fields();
    let before = format!("{line}\n");
    Some(match head.kind {
        "markdown" | "md" | "raw" => {
            let source = text_of(body.join("\n").trim_end_matches('\n'));
            Piece::Text(Text { source, raw: head.kind == "raw", fields, before, ..Text::default() })
        }
        _ => {
            let (source, fields) = code_of(&blank.trimmed(body).join("\n"), fields, in_strings);
            Piece::Cell(Cell { source, setup: head.is_setup(), fields, ..Cell::default() }, before)
        }
    })
}

fn piece_of(section: Section, in_strings: bool) -> Piece {
    let Section { is_text, lines, fields } = section;
    let text = lines.join("\n");
    if is_text {
        return Piece::Text(Text { source: text_of(&text), fields, ..Text::default() });
    }
    let (source, fields) = code_of(&text, fields, in_strings);
    Piece::Cell(Cell { source, fields, ..Cell::default() }, String::new())
}

/// A cell's code, and its fields without what they say of its magic.
fn code_of(source: &str, mut fields: Fields, in_strings: bool) -> (String, Fields) {
    let metadata = fields.get_mut("metadata").and_then(|metadata| metadata.as_object_mut());
    let code = metadata.and_then(|metadata| magics::with_language(metadata, source));
    fields.retain(|_, value| value.as_object().is_none_or(|metadata| !metadata.is_empty()));
    (code.unwrap_or_else(|| magics::undo(source, in_strings)), fields)
}

/// Text in comments, or in a string of three quotes.
fn text_of(body: &str) -> String {
    let string = body.trim().trim_start_matches(['r', 'R']);
    for quote in ["\"\"\"", "'''"] {
        if let Some(text) = string.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)) {
            return text.trim_matches('\n').to_owned();
        }
    }
    let uncomment = |line: &str| {
        let text = line.strip_prefix('#').unwrap_or(line);
        text.strip_prefix(' ').unwrap_or(text).to_owned()
    };
    body.split('\n').map(uncomment).collect::<Vec<_>>().join("\n")
}

pub(crate) fn write(notebook: &Notebook) -> String {
    // An empty text is a cell in these, in a deck it is the lines between two cells.
    let has_cells_of_text = matches!(notebook.origin, Some(Format::Ipynb | Format::Py));
    let mut out = header::comment(&notebook.front_matter);
    for (slide, at) in
        notebook.slides.iter().flat_map(|slide| (0..slide.source.len()).map(move |at| (slide, at)))
    {
        match &slide.source[at] {
            Part::Text(text)
                if text.source.trim().is_empty() && text.after.is_empty() && !has_cells_of_text => {}
            Part::Text(text) => {
                let kind = if text.raw { "raw" } else { "markdown" };
                out.push_str(&head(&text.before, &format!("[{kind}]"), &text.fields));
                let is_exact = has_cells_of_text || !text.after.is_empty();
                let source = if is_exact { &text.source } else { text.source.trim_matches('\n') };
                let source = if has_cells_of_text || text.raw { source.to_owned() } else { original(source) };
                for line in source.split('\n') {
                    out.push_str(if line.is_empty() { "#" } else { "# " });
                    out.push_str(line);
                    out.push('\n');
                }
                out.push('\n');
            }
            Part::Cell(index, fence) if crate::deck::is_first_piece(&slide.source, at) => {
                let cell = &notebook.cells[*index];
                let source = if has_cells_of_text { cell.source.clone() } else { tidy_source(&cell.source) };
                let (said, code) = magics::of_language(&source).unwrap_or_else(|| {
                    (Fields::new(), magics::comment_out(&source, is_jupytexts(&notebook.front_matter)))
                });
                let mut fields = cell.fields.clone();
                if !said.is_empty() {
                    let metadata = fields.entry("metadata").or_insert_with(|| json!({}));
                    metadata.as_object_mut().into_iter().for_each(|metadata| metadata.extend(said.clone()));
                }
                let before = fence.as_ref().map_or("", |fence| &fence.before);
                out.push_str(&head(before, if cell.setup { SETUP } else { "" }, &fields));
                out.push_str(&format!("{code}\n\n"));
            }
            Part::Cell(..) => {}
        }
    }
    out
}

/// The line that begins a cell: as it was `before`, or its title, its kind and its metadata as jupytext writes them.
fn head(before: &str, kind: &str, fields: &Fields) -> String {
    let written = |line: &str| {
        let read = header::read(header::marker(line)?);
        let is_same = if kind == SETUP {
            read.is_setup()
        } else {
            format!("[{}]", read.kind) == kind || kind.is_empty()
        };
        (is_same && read.fields() == *fields).then(|| before.to_owned())
    };
    before.strip_suffix('\n').and_then(written).unwrap_or_else(|| header::written(kind, fields))
}
