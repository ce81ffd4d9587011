//! Python programs with `# %%` lines between their cells, as VS Code, Spyder and jupytext read them.
//!
//! What it is not: the deck's look; slides are not kept. Start reading at [`open`]. Lines that only IPython understands
//! are comments in a program (see [`magics`]).

mod header;
mod magics;

use crate::Format;
use crate::model::{Cell, Fields, Notebook, Part, Text, tidy_source};
use crate::python::lines;
use crate::reader::Reader;

const SETUP: &str = "setup";

/// A piece between two `# %%` lines.
enum Piece {
    Text(Text),
    Cell(Cell),
}

pub(crate) fn open(text: &str, folder: &str) -> Notebook {
    let (front_matter, body) = header::front_matter(text);
    let pieces = pieces(body, is_jupytexts(&front_matter));
    let mut reader = Reader::new(folder);
    for piece in &pieces {
        match piece {
            Piece::Text(text) => {
                if opens_slide(&text.source) && !reader.slide_is_empty() {
                    reader.end_slide();
                }
                reader.text(text);
            }
            Piece::Cell(cell) => reader.cell(cell.clone()),
        }
    }
    Notebook { front_matter, ..reader.finish() }
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
    let mut pieces = Vec::new();
    let mut head = None;
    let mut body = Vec::new();
    let all = lines(text);
    for (line, read) in text.lines().zip(&all) {
        if let Some(new) = header::marker(line).filter(|_| read.starts || !in_strings) {
            pieces.extend(piece(head, &body, in_strings));
            (head, body) = (Some(new), Vec::new());
        } else {
            body.push(line);
        }
    }
    pieces.extend(piece(head, &body, in_strings));
    pieces
}

/// `None` for what stands before the first `# %%` if that is nothing.
fn piece(head: Option<&str>, body: &[&str], in_strings: bool) -> Option<Piece> {
    let body = body.join("\n");
    let source = tidy_source(&body);
    let Some(head) = head else {
        let source = source.trim_start_matches('\n').to_owned();
        return (!source.is_empty()).then(|| Piece::Cell(Cell { source, ..Cell::default() }));
    };
    let head = header::read(head);
    let fields = head.fields();
    Some(match head.kind {
        "markdown" | "md" | "raw" => Piece::Text(Text {
            source: text_of(body.trim_end_matches('\n')),
            raw: head.kind == "raw",
            fields,
            ..Text::default()
        }),
        _ => {
            let (source, fields) = code_of(&source, fields, in_strings);
            Piece::Cell(Cell { source, setup: head.title == SETUP, fields, ..Cell::default() })
        }
    })
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
            Part::Text(text) if text.source.trim().is_empty() && !has_cells_of_text => {}
            Part::Text(text) => {
                let kind = if text.raw { "raw" } else { "markdown" };
                out.push_str(&head(&format!("[{kind}]"), &Fields::new(), &text.fields));
                for line in text.source.trim_matches('\n').split('\n') {
                    out.push_str(if line.is_empty() { "#" } else { "# " });
                    out.push_str(line);
                    out.push('\n');
                }
                out.push('\n');
            }
            Part::Cell(index, _) if crate::deck::is_first_piece(&slide.source, at) => {
                let cell = &notebook.cells[*index];
                let source = tidy_source(&cell.source);
                let (said, code) = magics::of_language(&source).unwrap_or_else(|| {
                    (Fields::new(), magics::comment_out(&source, is_jupytexts(&notebook.front_matter)))
                });
                out.push_str(&head(if cell.setup { SETUP } else { "" }, &said, &cell.fields));
                out.push_str(&format!("{code}\n\n"));
            }
            Part::Cell(..) => {}
        }
    }
    out
}

/// The line that begins a cell: its kind or title, what is `said` of its magic, and its metadata as jupytext writes it.
fn head(title: &str, said: &Fields, fields: &Fields) -> String {
    let mut head = format!("# %% {title}").trim_end().to_owned();
    let metadata = fields.get("metadata").and_then(|metadata| metadata.as_object());
    for (key, value) in said.iter().chain(metadata.into_iter().flatten()) {
        if header::is_key(key) {
            head.push_str(&format!(" {key}={value}"));
        }
    }
    head.push('\n');
    head
}
