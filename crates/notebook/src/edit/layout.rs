//! Where a lesson has slots, and what its texts are called, so that a student's cells find their places again.
//!
//! What it is not: what the slots hold now (see [`super::Document`]). Start reading at [`read`].

use super::{Content, Kind, Piece};
use crate::model::{Block, Notebook};

/// Of a lesson; no operation changes it.
#[derive(Debug, PartialEq, Eq, Default)]
pub(super) struct Layout {
    /// The slot of each slide.
    pub(super) slides: Vec<usize>,
    /// What each slide is called.
    pub(super) names: Vec<String>,
    /// The slide of each slot.
    pub(super) slide_of: Vec<usize>,
    /// What each slot has that stays: its name, and the slots within.
    fixed: Vec<Vec<(String, Vec<usize>)>>,
}

impl Layout {
    pub(super) fn name(&self, slot: usize, fixed: usize) -> &str {
        let fixed = self.fixed.get(slot).and_then(|all| all.get(fixed));
        fixed.map(|(name, _)| name.as_str()).unwrap_or_default()
    }

    pub(super) fn within(&self, slot: usize, fixed: usize) -> &[usize] {
        let fixed = self.fixed.get(slot).and_then(|all| all.get(fixed));
        fixed.map(|(_, slots)| slots.as_slice()).unwrap_or_default()
    }

    /// How many slots the lesson has.
    pub(super) fn slots(&self) -> usize {
        self.slide_of.len()
    }

    /// The fixed piece that a slot is within: its slot, its number there, and which of its slots this is.
    pub(super) fn around(&self, slot: usize) -> Option<(usize, usize, usize)> {
        self.fixed.iter().enumerate().find_map(|(outer, all)| {
            all.iter().enumerate().find_map(|(fixed, (_, slots))| {
                Some((outer, fixed, slots.iter().position(|inner| *inner == slot)?))
            })
        })
    }
}

/// A lesson's slots as its author has them.
pub(super) fn read(notebook: &Notebook) -> (Vec<Vec<Piece>>, Layout) {
    let mut reader = Reader { notebook, slots: Vec::new(), layout: Layout::default() };
    for (slide, content) in notebook.slides.iter().enumerate() {
        let slot = reader.slot(slide, &content.blocks);
        reader.layout.slides.push(slot);
        let of_cell = |before, index: usize| text(before, &notebook.cells[index].id);
        let name = content.blocks.iter().fold(FNV_BASIS, |before, block| hash(before, block, &of_cell));
        reader.layout.names.push(format!("slide-{name:016x}"));
    }
    (reader.slots, reader.layout)
}

struct Reader<'a> {
    notebook: &'a Notebook,
    slots: Vec<Vec<Piece>>,
    layout: Layout,
}

impl Reader<'_> {
    fn slot(&mut self, slide: usize, blocks: &[Block]) -> usize {
        let slot = self.slots.len();
        self.slots.push(Vec::new());
        self.layout.slide_of.push(slide);
        self.layout.fixed.push(Vec::new());
        for block in blocks {
            let within = match block {
                Block::Cell(index) => {
                    let cell = &self.notebook.cells[*index];
                    let (id, source) = (cell.id.clone(), cell.source.clone());
                    self.slots[slot].push(Piece::Cell(Content { id, kind: Kind::Code, source }));
                    continue;
                }
                Block::Html(_) => Vec::new(),
                Block::Columns(columns) => {
                    columns.columns.iter().map(|column| self.slot(slide, &column.blocks)).collect()
                }
                Block::Details { blocks, .. } => vec![self.slot(slide, blocks)],
            };
            let fixed = &mut self.layout.fixed[slot];
            self.slots[slot].push(Piece::Fixed(fixed.len()));
            // What cells a text has around it may change.
            let name = hash(FNV_BASIS, block, &|before, _| fnv(before, 0));
            fixed.push((format!("text-{name:016x}"), within));
        }
        slot
    }
}

const FNV_BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a over what a block says; the same in every build, as of [`crate::model::CellIds`].
fn hash(before: u64, block: &Block, of_cell: &impl Fn(u64, usize) -> u64) -> u64 {
    let all =
        |before, blocks: &[Block]| blocks.iter().fold(before, |before, block| hash(before, block, of_cell));
    match block {
        Block::Html(html) => text(before, html),
        Block::Columns(columns) => {
            columns.columns.iter().fold(before, |before, column| all(before, &column.blocks))
        }
        Block::Details { summary, blocks } => all(text(before, summary), blocks),
        Block::Cell(index) => of_cell(before, *index),
    }
}

fn text(before: u64, text: &str) -> u64 {
    text.bytes().fold(before, fnv)
}

fn fnv(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
}
