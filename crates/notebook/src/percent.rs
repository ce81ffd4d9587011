//! Python programs with `# %%` lines between their cells, as VS Code and Spyder read them.
//!
//! What it is not: the deck's look; slides and front matter are not kept. Start reading at [`open`].

use crate::model::{Cell, Notebook, Part};
use crate::reader::Reader;

const CELL: &str = "# %%";
const MARKDOWN: &str = "# %% [markdown]";
const SETUP: &str = "# %% setup";

/// A piece between two `# %%` lines.
enum Piece {
    Markdown(String),
    Cell(Cell),
}

pub(crate) fn open(text: &str, folder: &str) -> Notebook {
    let pieces = pieces(text);
    let mut reader = Reader::new(folder);
    for piece in &pieces {
        match piece {
            Piece::Markdown(text) => {
                if opens_slide(text) && !reader.slide_is_empty() {
                    reader.end_slide();
                }
                reader.markdown(text);
            }
            Piece::Cell(cell) => reader.cell(cell.clone()),
        }
    }
    reader.finish()
}

/// True where the text starts with a heading: notebooks have no slides of their own.
pub(crate) fn opens_slide(markdown: &str) -> bool {
    let text = markdown.trim_start();
    let level = text.len() - text.trim_start_matches('#').len();
    (1..=3).contains(&level) && text[level..].starts_with(' ')
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut head = CELL;
    let mut body = Vec::new();
    for line in text.lines() {
        if line.starts_with(CELL) {
            pieces.extend(piece(head, &body, pieces.is_empty()));
            (head, body) = (line, Vec::new());
        } else {
            body.push(line);
        }
    }
    pieces.extend(piece(head, &body, pieces.is_empty()));
    pieces
}

/// `None` for what stands before the first `# %%` if that is nothing.
fn piece(head: &str, body: &[&str], first: bool) -> Option<Piece> {
    if head.starts_with(MARKDOWN) {
        let uncomment = |line: &&str| {
            let text = line.strip_prefix('#').unwrap_or(line);
            text.strip_prefix(' ').unwrap_or(text).to_owned()
        };
        return Some(Piece::Markdown(
            body.iter().map(uncomment).collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned(),
        ));
    }
    let source = body.join("\n");
    let is_nothing = first && source.trim().is_empty() && head == CELL;
    (!is_nothing).then(|| Piece::Cell(Cell { source, setup: head == SETUP, ..Cell::default() }))
}

pub(crate) fn write(notebook: &Notebook) -> String {
    let mut out = String::new();
    for part in notebook.slides.iter().flat_map(|slide| &slide.source) {
        match part {
            Part::Markdown(text) if text.trim().is_empty() => {}
            Part::Markdown(text) => {
                out.push_str(&format!("{MARKDOWN}\n"));
                for line in text.trim_matches('\n').lines() {
                    out.push_str(format!("# {line}").trim_end());
                    out.push('\n');
                }
                out.push('\n');
            }
            Part::Cell(index) => {
                let cell = &notebook.cells[*index];
                let head = if cell.setup { SETUP } else { CELL };
                out.push_str(&format!("{head}\n{}\n\n", cell.source));
            }
        }
    }
    out
}
