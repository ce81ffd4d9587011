//! Python programs with `# %%` lines between their cells, as VS Code, Spyder and jupytext read them.
//!
//! What it is not: the deck's look; slides are not kept. Start reading at [`open`]. Lines that only IPython understands
//! are comments in a program (see [`magics`]).

mod header;
mod magics;

use crate::Format;
use crate::model::{Cell, Fields, Notebook, Part, Text, tidy_source};
use crate::reader::Reader;

const SETUP: &str = "setup";

/// A piece between two `# %%` lines.
enum Piece {
    Text(Text),
    Cell(Cell),
}

pub(crate) fn open(text: &str, folder: &str) -> Notebook {
    let (front_matter, body) = header::front_matter(text);
    let pieces = pieces(body);
    let mut reader = Reader::new(folder);
    for piece in &pieces {
        match piece {
            Piece::Text(text) => {
                if opens_slide(&text.source) && !reader.slide_is_empty() {
                    reader.end_slide();
                }
                reader.text(text, &text.source);
            }
            Piece::Cell(cell) => reader.cell(cell.clone()),
        }
    }
    Notebook { front_matter, ..reader.finish() }
}

/// True where the text starts with a heading: notebooks have no slides of their own.
pub(crate) fn opens_slide(markdown: &str) -> bool {
    let text = markdown.trim_start();
    let level = text.len() - text.trim_start_matches('#').len();
    (1..=3).contains(&level) && text[level..].starts_with(' ')
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut head = None;
    let mut body = Vec::new();
    for line in text.lines() {
        if let Some(new) = header::marker(line) {
            pieces.extend(piece(head, &body));
            (head, body) = (Some(new), Vec::new());
        } else {
            body.push(line);
        }
    }
    pieces.extend(piece(head, &body));
    pieces
}

/// `None` for what stands before the first `# %%` if that is nothing.
fn piece(head: Option<&str>, body: &[&str]) -> Option<Piece> {
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
        _ => Piece::Cell(Cell {
            source: magics::undo(&source),
            setup: head.title == SETUP,
            fields,
            ..Cell::default()
        }),
    })
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
                out.push_str(&head(&format!("[{kind}]"), &text.fields));
                for line in text.source.trim_matches('\n').split('\n') {
                    out.push_str(if line.is_empty() { "#" } else { "# " });
                    out.push_str(line);
                    out.push('\n');
                }
                out.push('\n');
            }
            Part::Cell(index, _) if crate::deck::is_first_piece(&slide.source, at) => {
                let cell = &notebook.cells[*index];
                out.push_str(&head(if cell.setup { SETUP } else { "" }, &cell.fields));
                out.push_str(&format!("{}\n\n", magics::comment_out(&tidy_source(&cell.source))));
            }
            Part::Cell(..) => {}
        }
    }
    out
}

/// The line that begins a cell: its kind or title, and its metadata as jupytext writes it.
fn head(title: &str, fields: &Fields) -> String {
    let mut head = format!("# %% {title}").trim_end().to_owned();
    for (key, value) in fields.get("metadata").and_then(|metadata| metadata.as_object()).into_iter().flatten()
    {
        if header::is_key(key) {
            head.push_str(&format!(" {key}={value}"));
        }
    }
    head.push('\n');
    head
}
