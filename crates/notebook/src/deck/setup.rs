//! The imports that many decks leave out.
//!
//! What it is not: a parser of Python; a name counts as used where `name.` is read outside comments.
//! Start reading at [`add_if_missing`].

use crate::model::{Block, Cell, CellIds, Notebook, Part, Slide};

/// Names as courses use them, and how they are imported.
const IMPORTS: &[(&str, &str)] = &[
    ("torch", "import torch"),
    ("nn", "from torch import nn"),
    ("optim", "from torch import optim"),
    ("F", "import torch.nn.functional as F"),
    ("plt", "import matplotlib.pyplot as plt"),
    ("np", "import numpy as np"),
];

const TEXT: &str = "This deck takes its imports for granted. Kindling adds them here, so that its cells run.";

/// Puts a slide with the imports before the first cell of a deck that uses `torch` and never imports it.
pub(super) fn add_if_missing(notebook: &mut Notebook) {
    let code: Vec<String> = notebook.cells.iter().map(|cell| without_comments(&cell.source)).collect();
    if code.iter().any(|code| imports_torch(code)) {
        return;
    }
    let used = |name: &str| code.iter().any(|code| uses(code, name));
    if !used("torch") && !used("nn") {
        return;
    }
    let lines = IMPORTS.iter().filter(|(name, _)| used(name)).map(|(_, line)| *line);
    let source = lines.collect::<Vec<_>>().join("\n");
    let id = CellIds::default().of_source(&source);
    let cell = Cell { id, source, setup: true, ..Cell::default() };
    let first = notebook
        .slides
        .iter()
        .position(|slide| slide.source.iter().any(|part| matches!(part, Part::Cell(_))));
    for slide in &mut notebook.slides {
        shift_blocks(&mut slide.blocks);
        shift_parts(&mut slide.source);
    }
    notebook.cells.insert(0, cell);
    notebook.slides.insert(first.unwrap_or_default(), slide());
}

fn slide() -> Slide {
    Slide {
        title: "Setup".to_owned(),
        level: 2,
        blocks: vec![Block::Html(format!("<h2>Setup</h2>\n<p>{TEXT}</p>")), Block::Cell(0)],
        source: vec![Part::Markdown(format!("## Setup\n\n{TEXT}\n\n")), Part::Cell(0)],
        ..Slide::default()
    }
}

/// Makes room for a cell before all others.
fn shift_blocks(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Cell(index) => *index += 1,
            Block::Columns(columns) => columns.iter_mut().for_each(|column| shift_blocks(column)),
            Block::Details { blocks, .. } => shift_blocks(blocks),
            Block::Html(_) => {}
        }
    }
}

fn shift_parts(parts: &mut [Part]) {
    for part in parts {
        if let Part::Cell(index) = part {
            *index += 1;
        }
    }
}

fn without_comments(source: &str) -> String {
    let lines = source.lines().map(|line| line.split('#').next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

fn imports_torch(code: &str) -> bool {
    code.lines().map(str::trim_start).any(|line| {
        let module = line.strip_prefix("import ").or_else(|| line.strip_prefix("from "));
        module.is_some_and(|module| module.trim_start().split([' ', '.', ',']).next() == Some("torch"))
    })
}

fn uses(code: &str, name: &str) -> bool {
    let is_part_of_name = |character: char| character.is_alphanumeric() || matches!(character, '_' | '.');
    code.match_indices(name)
        .any(|(at, _)| code[at + name.len()..].starts_with('.') && !code[..at].ends_with(is_part_of_name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_as_words() {
        assert!(uses("x = nn.Linear(1, 1)", "nn"));
        assert!(!uses("x = torch.nn.Linear(1, 1)", "nn"));
        assert!(!uses("inn.x", "nn"));
        assert!(!uses("nn = 3", "nn"));
    }

    #[test]
    fn imports_are_found() {
        for code in [
            "import torch",
            "  from torch import nn",
            "import torch.nn.functional as F",
            "import torch, math",
        ] {
            assert!(imports_torch(code), "{code}");
        }
        assert!(!imports_torch("import torchvision\nx = torch.ones(2)"));
    }
}
