//! The imports that many decks leave out.
//!
//! What it is not: which names a cell uses (see [`Names`]).
//! Start reading at [`add_if_missing`].

use super::names::Names;
use crate::model::{Block, Cell, CellIds, Notebook, Part, Slide};

/// Names as courses use them, and how they are imported.
const IMPORTS: &[(&str, &str)] = &[
    ("torch", "import torch"),
    ("nn", "from torch import nn"),
    ("optim", "from torch import optim"),
    ("F", "import torch.nn.functional as F"),
    ("DataLoader", "from torch.utils.data import DataLoader"),
    ("Dataset", "from torch.utils.data import Dataset"),
    ("TensorDataset", "from torch.utils.data import TensorDataset"),
    ("plt", "import matplotlib.pyplot as plt"),
    ("sns", "import seaborn as sns"),
    ("np", "import numpy as np"),
    ("pd", "import pandas as pd"),
];

/// Modules of Python's own that courses use as if they were there.
const MODULES: &[&str] = &["json", "math", "os", "random", "re", "sys", "time"];

const TEXT: &str = "This deck takes its imports for granted. Kindling adds them here, so that its cells run.";

/// Puts a slide with the imports before the first cell of a deck that uses names which nothing binds.
pub(super) fn add_if_missing(notebook: &mut Notebook) {
    let source = missing(&notebook.cells);
    if source.is_empty() {
        return;
    }
    let id = CellIds::default().of_source(&source);
    let cell = Cell { id, source, setup: true, ..Cell::default() };
    let first = notebook
        .slides
        .iter()
        .position(|slide| slide.source.iter().any(|part| matches!(part, Part::Cell(..))));
    for slide in &mut notebook.slides {
        shift_blocks(&mut slide.blocks);
        shift_parts(&mut slide.source);
    }
    notebook.cells.insert(0, cell);
    notebook.slides.insert(first.unwrap_or_default(), slide());
}

/// True for the slide that Kindling has added, as long as its cell is not changed: its id tells.
pub(super) fn is_added(slide: &Slide, cells: &[Cell]) -> bool {
    let [Part::Text(_), Part::Cell(0, None)] = slide.source.as_slice() else { return false };
    cells[0].setup && cells[0].id == CellIds::default().of_source(&cells[0].source)
}

/// The lines that import what the cells use and nothing binds.
fn missing(cells: &[Cell]) -> String {
    let code: Vec<Names> = cells.iter().map(|cell| Names::of(&cell.source)).collect();
    let is_missing = |name: &str, of_python: bool| {
        code.iter().any(|names| names.uses(name)) && !code.iter().any(|names| names.binds(name, of_python))
    };
    let modules = MODULES.iter().filter(|name| is_missing(name, true)).map(|name| format!("import {name}"));
    let others = IMPORTS.iter().filter(|(name, _)| is_missing(name, false));
    modules.chain(others.map(|(_, line)| (*line).to_owned())).collect::<Vec<_>>().join("\n")
}

fn slide() -> Slide {
    Slide {
        title: "Setup".to_owned(),
        level: 2,
        blocks: vec![Block::Html(format!("<h2>Setup</h2>\n<p>{TEXT}</p>")), Block::Cell(0)],
        source: vec![Part::markdown(&format!("## Setup\n\n{TEXT}\n\n")), Part::Cell(0, None)],
        ruler: "---\n\n".to_owned(),
        ..Slide::default()
    }
}

/// Makes room for a cell before all others.
fn shift_blocks(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Cell(index) => *index += 1,
            Block::Columns(columns) => {
                columns.columns.iter_mut().for_each(|column| shift_blocks(&mut column.blocks));
            }
            Block::Details { blocks, .. } => shift_blocks(blocks),
            Block::Html(_) => {}
        }
    }
}

fn shift_parts(parts: &mut [Part]) {
    for part in parts {
        if let Part::Cell(index, _) = part {
            *index += 1;
        }
    }
}
